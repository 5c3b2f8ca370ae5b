import { citationsOf } from "../cited-sources.ts";
import { whyUnsupported } from "../statement-support.ts";
import type { Metric } from "./metric.ts";
import { shorten } from "./metric.ts";

export const citationRecall: Metric = {
  name: "citationRecall",
  title: "Citation recall (ALCE)",
  better: "higher",
  definition:
    "Share of statements that all their citations together support. The judge is the project's own set of rules (src/verification), which errs on the side of no: for answers of this project it is a self-check and says nothing of accuracy.",
  source: "Citation recall of ALCE (Gao et al. 2023), with rules in place of the entailment model.",
  selfCheck: true,
  score: ({ reply }) => {
    if (reply === null || reply.refused || reply.statements.length === 0) return null;
    const findings = reply.statements.flatMap((statement) => {
      const why = whyUnsupported(statement, citationsOf(reply, statement));
      return why === null
        ? []
        : [`its citations do not support (${why}): “${shorten(statement.text.replace(/\s+/g, " "))}”`];
    });
    return {
      hits: reply.statements.length - findings.length,
      total: reply.statements.length,
      findings,
    };
  },
};
