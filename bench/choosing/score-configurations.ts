import { ndcg } from "../metrics/ndcg.ts";
import type { JudgedQuery } from "../question-sets/judged-query.ts";
import type { Configuration } from "./configurations.ts";
import { configurationName, DEPTHS, NORMALISATIONS, WEIGHTS } from "./configurations.ts";
import { fusableQuestion } from "./fusable-question.ts";
import type { StoredScores } from "./stored-scores.ts";

/** A configuration with every question's nDCG@10, in the order of the questions. */
export interface ScoredConfiguration {
  readonly configuration: Configuration;
  readonly values: readonly number[];
}

/** Tries every configuration on every question of a set; by name. */
export const scoreConfigurations = (
  judged: readonly JudgedQuery[],
  { clauseOfChunk, questions }: StoredScores,
): ReadonlyMap<string, ScoredConfiguration> => {
  const scored = new Map<string, ScoredConfiguration>();
  for (const normalisation of NORMALISATIONS) {
    for (const depth of DEPTHS) {
      const values = WEIGHTS.map((): number[] => []);
      for (const [index, hits] of questions.entries()) {
        const fuse = fusableQuestion(hits, clauseOfChunk, normalisation, depth);
        const needs = judged[index]?.needs ?? [];
        WEIGHTS.forEach((weights, at) => values[at]?.push(ndcg(fuse(weights, 10), needs, 10)));
      }
      WEIGHTS.forEach((weights, at) => {
        const configuration = { normalisation, depth, weights };
        scored.set(configurationName(configuration), { configuration, values: values[at] ?? [] });
      });
    }
  }
  return scored;
};
