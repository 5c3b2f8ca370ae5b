/** The rows of one list, and which of them are right; at least one is. */
export interface RankingExample {
  readonly rows: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

const STEPS = 3000;
const RATE = 0.3;
const MOMENTUM = 0.9;

const at = (values: readonly number[], index: number): number => values[index] ?? 0;

export const scoresOf = (weights: readonly number[], rows: readonly (readonly number[])[]): number[] =>
  rows.map((row) => row.reduce((sum, value, index) => sum + value * at(weights, index), 0));

/** Shares that sum to 1 over those that count; 0 for the others. */
const softmax = (scores: readonly number[], counts: (index: number) => boolean): number[] => {
  const highest = Math.max(...scores.filter((_, index) => counts(index)));
  const powers = scores.map((score, index) => (counts(index) ? Math.exp(score - highest) : 0));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

/**
 * Weights (on the rows as they are) that maximise the mean log probability of the right rows of each list, less
 * `strength` × the squared weights on rows scaled to unit deviation. Gradient descent with momentum; deterministic.
 */
export const fitSoftmax = (examples: readonly RankingExample[], strength: number): number[] => {
  const every = examples.flatMap(({ rows }) => rows);
  const width = every[0]?.length ?? 0;
  const deviations = Array.from({ length: width }, (_, column) => {
    const mean = every.reduce((sum, row) => sum + at(row, column), 0) / every.length;
    return Math.sqrt(every.reduce((sum, row) => sum + (at(row, column) - mean) ** 2, 0) / every.length) || 1;
  });
  const scaled = examples.map(({ rows, right }) => ({
    right,
    rows: rows.map((row) => row.map((value, column) => value / at(deviations, column))),
  }));
  const weights = deviations.map(() => 0);
  const speed = deviations.map(() => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((value) => 2 * strength * value);
    for (const { rows, right } of scaled) {
      const scores = scoresOf(weights, rows);
      const given = softmax(scores, () => true);
      const wanted = softmax(scores, (index) => right[index] === true);
      rows.forEach((row, index) => {
        const difference = (at(given, index) - at(wanted, index)) / scaled.length;
        row.forEach((value, column) => {
          gradient[column] = at(gradient, column) + difference * value;
        });
      });
    }
    gradient.forEach((slope, column) => {
      speed[column] = MOMENTUM * at(speed, column) - RATE * slope;
      weights[column] = at(weights, column) + at(speed, column);
    });
  }
  return weights.map((value, column) => value / at(deviations, column));
};
