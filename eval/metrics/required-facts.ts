import { answerText } from "../answer-text.ts";
import { containsFact } from "../compact-text.ts";
import type { Metric } from "./metric.ts";

/**
 * Share of required facts that stand, in one of their wordings, in the answer or its quotes; white space and
 * width do not count. Source: exact-match recall as in ALCE's STR-EM (Gao et al. 2023).
 */
export const requiredFacts: Metric = {
  name: "requiredFacts",
  title: "Required facts",
  better: "higher",
  score: ({ evalCase, reply }) => {
    if (evalCase.expect.refused || evalCase.requiredFacts.length === 0) return null;
    const text = answerText(reply);
    const missing = evalCase.requiredFacts.filter(
      (wordings) => !wordings.some((fact) => containsFact(text, fact)),
    );
    return {
      hits: evalCase.requiredFacts.length - missing.length,
      total: evalCase.requiredFacts.length,
      findings: missing.map((wordings) => `not said: ${wordings.join(" / ")}`),
    };
  },
};
