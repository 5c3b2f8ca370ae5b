/** One labelled, weighted example. */
export interface LogisticExample {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface LogisticModel {
  readonly bias: number;
  /** On the features as they are, not standardised. */
  readonly weights: readonly number[];
}

const STEPS = 40;

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

const at = (values: readonly number[] | Float64Array, index: number): number => values[index] ?? 0;

/** Solves a symmetric positive definite system by Gaussian elimination; small systems only. */
const solve = (matrix: readonly Float64Array[], right: readonly number[]): number[] => {
  const rows = matrix.map((row, index) => Float64Array.from([...row, at(right, index)]));
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const pivot = rows[column];
    if (pivot === undefined) continue;
    for (let row = 0; row < size; row += 1) {
      const target = rows[row];
      if (row === column || target === undefined) continue;
      const factor = at(target, column) / at(pivot, column);
      for (let each = column; each <= size; each += 1)
        target[each] = at(target, each) - factor * at(pivot, each);
    }
  }
  return rows.map((row, index) => at(row, size) / at(row, index));
};

/**
 * Logistic regression with an L2 penalty on standardised features, by Newton's method.
 * @param strength of the penalty; 0 is none. The bias is not penalised.
 */
export const fitLogistic = (examples: readonly LogisticExample[], strength: number): LogisticModel => {
  const width = examples[0]?.features.length ?? 0;
  const columns = Array.from({ length: width }, (_, index) =>
    examples.map(({ features }) => at(features, index)),
  );
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const deviations = columns.map(
    (column, index) =>
      Math.sqrt(column.reduce((sum, value) => sum + (value - at(means, index)) ** 2, 0) / column.length) || 1,
  );
  const inputs = examples.map(({ features }) => [
    ...features.map((value, index) => (value - at(means, index)) / at(deviations, index)),
    1,
  ]);
  let weights = Array.from({ length: width + 1 }, () => 0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((value, index) => (index === width ? 0 : strength * value));
    const hessian = weights.map((_, row) => {
      const line = new Float64Array(width + 1);
      line[row] = row === width ? 1e-9 : strength;
      return line;
    });
    inputs.forEach((input, index) => {
      const { label = 0, weight = 0 } = examples[index] ?? {};
      const estimate = sigmoid(input.reduce((sum, value, each) => sum + value * at(weights, each), 0));
      const curve = weight * estimate * (1 - estimate);
      input.forEach((value, row) => {
        gradient[row] = at(gradient, row) + weight * (estimate - label) * value;
        const line = hessian[row];
        if (line === undefined) return;
        input.forEach((other, column) => {
          line[column] = at(line, column) + curve * value * other;
        });
      });
    });
    const change = solve(hessian, gradient);
    weights = weights.map((value, index) => value - at(change, index));
    if (Math.max(...change.map((value) => Math.abs(value))) < 1e-8) break;
  }
  const raw = weights.slice(0, width).map((value, index) => value / at(deviations, index));
  const shift = raw.reduce((sum, value, index) => sum + value * at(means, index), 0);
  return { bias: at(weights, width) - shift, weights: raw };
};

/** The estimated probability of label 1. */
export const predict = ({ bias, weights }: LogisticModel, features: readonly number[]): number =>
  sigmoid(features.reduce((sum, value, index) => sum + value * at(weights, index), bias));
