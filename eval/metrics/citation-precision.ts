import { citationsOf } from "../cited-sources.ts";
import { idleCitations, whyUnsupported } from "../statement-support.ts";
import type { Metric } from "./metric.ts";

export const citationPrecision: Metric = {
  name: "citationPrecision",
  title: "Citation precision (ALCE)",
  better: "higher",
  definition:
    "Share of a statement's citations that count: the statement is supported, and the citation either supports it alone or is needed beside the others. Judged by the rules of src/verification, for answers of this project a self-check.",
  source: "Citation precision of ALCE (Gao et al. 2023), with rules in place of the entailment model.",
  selfCheck: true,
  score: ({ reply }) => {
    if (reply === null || reply.refused) return null;
    let hits = 0;
    let total = 0;
    const findings: string[] = [];
    for (const statement of reply.statements) {
      const citations = citationsOf(reply, statement);
      total += citations.length;
      if (citations.length === 0 || whyUnsupported(statement, citations) !== null) continue;
      const idle = idleCitations(reply, statement);
      hits += citations.length - idle.length;
      findings.push(...idle.map(({ index }) => `[${index}] adds nothing to the statement beside it`));
    }
    return total === 0 ? null : { hits, total, findings };
  },
};
