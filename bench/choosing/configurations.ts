import type { Weights } from "./fusable-question.ts";
import type { Normalisation } from "./normalise-scores.ts";

export interface Configuration {
  readonly normalisation: Normalisation;
  /** Hits of each method that enter the fusion. */
  readonly depth: number;
  readonly weights: Weights;
}

export const NORMALISATIONS: readonly Normalisation[] = ["z-score", "min-max", "rrf"];
export const DEPTHS: readonly number[] = [100, 200, 500];

/** All weights in twentieths that sum to 1. */
export const WEIGHTS: readonly Weights[] = Array.from({ length: 21 }, (_, dense) =>
  Array.from({ length: 21 - dense }, (_unused, bigrams) => ({
    dense: dense / 20,
    bigrams: bigrams / 20,
    words: (20 - dense - bigrams) / 20,
  })),
).flat();

/** What src/retrieval does now. */
export const PRESENT: Configuration = {
  normalisation: "z-score",
  depth: 200,
  weights: { dense: 0.65, bigrams: 0.15, words: 0.2 },
};

export const configurationName = ({ normalisation, depth, weights }: Configuration): string =>
  `${normalisation}, ${depth}, dense ${weights.dense}, bigrams ${weights.bigrams}, words ${weights.words}`;
