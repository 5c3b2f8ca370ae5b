/** How a method's scores are made comparable with another's. */
export type Normalisation = "z-score" | "min-max" | "rrf";

/** The constant of reciprocal rank fusion (Cormack and others 2009). */
const RRF_CONSTANT = 60;

/**
 * One method's scores over the union of all methods' hits.
 * @param scores - null: the method did not return the chunk
 * @param ranks - counted from 0, aligned with `scores`
 */
export const normaliseScores = (
  normalisation: Normalisation,
  scores: readonly (number | null)[],
  ranks: readonly number[],
): number[] => {
  const found = scores.filter((score) => score !== null);
  if (found.length === 0) return scores.map(() => 0);
  const lowest = Math.min(...found);
  switch (normalisation) {
    case "rrf":
      return scores.map((score, index) =>
        score === null ? 0 : 1 / (RRF_CONSTANT + 1 + (ranks[index] ?? 0)),
      );
    case "min-max": {
      const range = Math.max(...found) - lowest || 1;
      return scores.map((score) => (score === null ? 0 : (score - lowest) / range));
    }
    case "z-score": {
      const values = scores.map((score) => score ?? lowest);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const deviation =
        Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
      return values.map((value) => (value - mean) / deviation);
    }
  }
};
