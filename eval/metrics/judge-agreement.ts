import { citationsOf } from "../cited-sources.ts";
import { whyUnsupported } from "../statement-support.ts";
import type { Metric } from "./metric.ts";

export const judgeAgreement: Metric = {
  name: "judgeAgreement",
  title: "Judge and rules agree",
  better: "higher",
  definition:
    "Share of judged statements on which the language model and the rules of src/verification say the same. The report gives Cohen's kappa beside it.",
  source: "Observed agreement, as ALCE (Gao et al. 2023) reports of its judge and people.",
  score: ({ reply, judged }) => {
    if (reply === null || judged === null) return null;
    let hits = 0;
    let total = 0;
    for (const [at, statement] of reply.statements.entries()) {
      const verdict = judged[at] ?? null;
      if (verdict === null) continue;
      total += 1;
      if ((whyUnsupported(statement, citationsOf(reply, statement)) === null) === verdict) hits += 1;
    }
    return { hits, total, findings: [] };
  },
};
