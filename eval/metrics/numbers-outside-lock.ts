import { numbersIn, numbersOutside } from "../../src/verification/number-lock.ts";
import { citationsOf, numberSources } from "../cited-sources.ts";
import type { Metric } from "./metric.ts";
import { shorten } from "./metric.ts";

export const numbersOutsideLock: Metric = {
  name: "numbersOutsideLock",
  title: "Numbers outside the lock",
  better: "lower",
  definition:
    "Share of the numbers, dates, amounts and document numbers in statements that do not stand, as whole values with their units, in the statement's own citations (quote, label, path, title, document number, dates). A computed count is excepted.",
  source: "This project's number lock (src/verification).",
  score: ({ reply }) => {
    if (reply === null || reply.statements.length === 0) return null;
    let total = 0;
    const findings: string[] = [];
    for (const statement of reply.statements) {
      const sources = citationsOf(reply, statement).flatMap((citation) => numberSources(citation));
      total += numbersIn(statement.text).length;
      for (const number of numbersOutside(statement.text, sources, statement.count)) {
        findings.push(`${number} is not in the citations of “${shorten(statement.text)}”`);
      }
    }
    return { hits: findings.length, total, findings };
  },
};
