import { answerText } from "../answer-text.ts";
import { containsFact } from "../compact-text.ts";
import type { Metric } from "./metric.ts";

export const requiredFacts: Metric = {
  name: "requiredFacts",
  title: "Required facts",
  better: "higher",
  definition:
    "Share of required facts that stand, in one of their wordings, in the answer or its quotes; white space and width do not count.",
  source: "Exact-match recall as in STR-EM of ALCE (Gao et al. 2023).",
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
