import { bootstrapInterval } from "./bootstrap-interval.ts";
import type { Interval } from "./bootstrap-interval.ts";

/** The mean over questions with its interval. */
export const meanInterval = (values: readonly number[]): Interval =>
  bootstrapInterval(values.length, (indices) =>
    indices.length === 0 ? 0 : indices.reduce((sum, index) => sum + (values[index] ?? 0), 0) / indices.length,
  );
