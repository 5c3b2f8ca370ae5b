import type { NumberRange } from "../measures/requirement.ts";
import { monthsBefore } from "./read-founding-words.ts";

/** Whether a number has a value that the range allows. */
export const isIn = (value: number, { min, minOpen, max, maxOpen }: NumberRange): boolean =>
  (min === null || (minOpen ? value > min : value >= min)) &&
  (max === null || (maxOpen ? value < max : value <= max));

/** Founded so many months before a day, that many are full on it. */
export const fullMonths = (founded: string, asOf: string): number => {
  const [y1 = 0, m1 = 0, d1 = 0] = founded.split("-").map(Number);
  const [y2 = 0, m2 = 0, d2 = 0] = asOf.split("-").map(Number);
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
};

/** Whether a company that was founded on a day has an age in the range: 5年 is not exceeded on its fifth birthday. */
export const ageIsIn = (founded: string, range: NumberRange, asOf: string): boolean => {
  const months = fullMonths(founded, asOf);
  const isExact = monthsBefore(asOf, months) === founded;
  const low =
    range.min === null ||
    (range.minOpen ? months > range.min || (months === range.min && !isExact) : months >= range.min);
  const high =
    range.max === null ||
    (range.maxOpen ? months < range.max : months < range.max || (months === range.max && isExact));
  return low && high;
};
