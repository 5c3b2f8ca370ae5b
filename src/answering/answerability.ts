import { readFileSync } from "node:fs";
import { z } from "zod";
import type { AnalysedQuestion } from "./analyse-question.ts";
import { answerabilityFeatures } from "./answerability-features.ts";
import type { Candidate } from "./candidate.ts";

const WeightsSchema = z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) });

/** Learnt by `npm run fit:answerability` (logistic regression) on the cases that are not kept aside. */
const { bias, weights } = WeightsSchema.parse(
  JSON.parse(readFileSync(new URL("answerability.json", import.meta.url), "utf8")),
);

/** The estimated probability (0–1) that the best of the ranked sentences answers the question. */
export const answerability = (
  analysis: AnalysedQuestion,
  ranked: readonly [Candidate, ...Candidate[]],
): number => {
  const features = answerabilityFeatures(analysis, ranked);
  const sum = Object.entries(features).reduce(
    (total, [name, value]) => total + value * (weights[name] ?? 0),
    bias,
  );
  return 1 / (1 + Math.exp(-sum));
};
