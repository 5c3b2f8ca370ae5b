import { randomFrom } from "../../eval/bootstrap.ts";

/** A value with its 95% interval. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2_000;
const SEED = 20_260_101;

/**
 * A statistic of `count` questions with its percentile bootstrap interval (Efron 1979) over whole questions. The
 * statistic gets the drawn indices, so that values of two methods stay paired. The same input gives the same interval.
 */
export const bootstrapInterval = (
  count: number,
  statistic: (indices: readonly number[]) => number,
): Interval => {
  const random = randomFrom(SEED);
  const draws = Array.from({ length: RESAMPLES }, () =>
    statistic(Array.from({ length: count }, () => Math.floor(random() * count))),
  ).toSorted((a, b) => a - b);
  const value = statistic(Array.from({ length: count }, (_, index) => index));
  return {
    value,
    low: draws[Math.floor(RESAMPLES * 0.025)] ?? value,
    high: draws[Math.ceil(RESAMPLES * 0.975) - 1] ?? value,
  };
};
