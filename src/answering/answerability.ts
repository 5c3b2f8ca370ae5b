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

/** What bears out less of the question than this, with its headings, shares no word with it. */
const SHARES_NO_WORD = 0.05;
/** Cosines below this are had with sentences about anything. */
const ALIKE_WITHOUT_WORDS = 0.64;

/** A line with the label asked for answers where its headings and title bear out this much of the question. */
const NAMES_THE_MATTER = 0.5;

/**
 * The estimated probability (0–1) that the best of the ranked sentences answers the question; 0 where it has no
 * word of the question and is not like it either.
 * @param odds - log odds that each of the first sentences answers; at least one
 */
export const answerability = (
  analysis: AnalysedQuestion,
  ranked: readonly [Candidate, ...Candidate[]],
  odds: readonly number[],
): number => {
  const [{ features: own }] = ranked;
  const alike = Math.max(...ranked.slice(0, 3).map(({ features: { dense } }) => dense));
  if (own.coverageInContext < SHARES_NO_WORD && alike < ALIKE_WITHOUT_WORDS) return 0;
  if (own.bearsLabel && own.coverageInContext >= NAMES_THE_MATTER) return 1;
  const features = answerabilityFeatures(analysis, ranked, odds);
  const sum = Object.entries(features).reduce(
    (total, [name, value]) => total + value * (weights[name] ?? 0),
    bias,
  );
  return 1 / (1 + Math.exp(-sum));
};
