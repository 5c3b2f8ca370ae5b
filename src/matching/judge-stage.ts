import type { ConditionTest } from "../measures/requirement.ts";
import type { Facts } from "./facts.ts";
import type { Judgement } from "./judgement.ts";
import { judged, open } from "./judgement.ts";
import { fullMonths } from "./ranges.ts";

const STARTUP_MONTHS = 60;

/** Whether a company is young, small, listed or in the statistics of the larger ones, as a condition asks. */
export const judgeStage = (
  facts: Facts,
  stage: Extract<ConditionTest, { kind: "stage" }>["stage"],
  asOf: string,
): Judgement => {
  switch (stage) {
    case "startup": {
      if (facts.startup === true) return judged(true, "foundedOn", facts.foundedOn ?? "初创");
      if (facts.founding === null) return open("foundedOn");
      const youngest = fullMonths(facts.founding.to, asOf);
      const oldest = fullMonths(facts.founding.from, asOf);
      if (oldest < STARTUP_MONTHS) return judged(true, "foundedOn", facts.foundedOn);
      return youngest >= 2 * STARTUP_MONTHS ? judged(false, "foundedOn", facts.foundedOn) : open("foundedOn");
    }
    case "small":
    case "sme": {
      if (facts.size === "small" || (facts.size === "sme" && stage === "sme"))
        return judged(true, "employees", facts.employees);
      const isTitled = facts.qualifications.some(
        (name) => name.includes("中小企业") || name.includes("小巨人"),
      );
      if (stage === "sme" && isTitled) return judged(true, "qualifications", facts.qualifications);
      const { employees, revenue } = facts;
      if (employees === null) return open("employees");
      if (revenue === null) return open("revenue");
      // Below the lowest ceilings, or above the highest, of every industry's size classes.
      const isSmall =
        stage === "small" ? employees < 20 && revenue < 5_000_000 : employees < 200 && revenue < 100_000_000;
      if (isSmall) return judged(true, "employees", employees);
      return employees >= 2_000 && revenue >= 2_000_000_000
        ? judged(false, "employees", employees)
        : open("industries");
    }
    case "listed":
      return facts.listed === null ? open(null) : judged(facts.listed, null, null);
    case "scale":
      return facts.scale === null ? open(null) : judged(facts.scale, null, null);
    case "below_scale":
      return facts.scale === null ? open(null) : judged(!facts.scale, null, null);
  }
};
