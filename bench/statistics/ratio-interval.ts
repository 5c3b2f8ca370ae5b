import { bootstrapInterval } from "./bootstrap-interval.ts";
import type { Interval } from "./bootstrap-interval.ts";

/** mean(`values`) / mean(`others`) with its interval; the two are of the same questions in the same order. */
export const ratioInterval = (values: readonly number[], others: readonly number[]): Interval => {
  if (values.length !== others.length) throw new RangeError("Paired values must be of equal number.");
  return bootstrapInterval(values.length, (indices) => {
    let above = 0;
    let below = 0;
    for (const index of indices) {
      above += values[index] ?? 0;
      below += others[index] ?? 0;
    }
    return above / below;
  });
};
