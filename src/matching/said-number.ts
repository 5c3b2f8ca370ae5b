import type { DayRange, NumberRange } from "../measures/requirement.ts";
import type { CountedThing } from "./counted-things.ts";
import type { DescribedPart } from "./described-parts.ts";
import { isInTime } from "./in-its-time.ts";
import { denies } from "./plain-words.ts";
import { isIn } from "./ranges.ts";

/** 将近1000万, 1000万左右: how far from the number the truth may lie. */
const VAGUE_BEFORE = /(?:将近|接近|近|快|快到|差不多|差一?点|几乎|约|大约|大概|约莫)[有为是到]?[^一-龥\d]*$/;
const VAGUE_BEHIND = /^[^，。]{0,3}?(?:左右|上下|不到|差一?点)/;
const VAGUE_BY = 0.2;

/** What the words may mean: 不到1000万 is anything below it. */
const saidRange = ({ value, range, before, after }: CountedThing): NumberRange => {
  if (range !== null) return range;
  const by = VAGUE_BEFORE.test(before) || VAGUE_BEHIND.test(after) ? value * VAGUE_BY : 0;
  return { min: value - by, minOpen: false, max: value + by, maxOpen: false };
};

const lowest = ({ min, minOpen }: NumberRange): number =>
  min === null ? -Infinity : minOpen ? min + Math.abs(min) * Number.EPSILON : min;
const highest = ({ max, maxOpen }: NumberRange): number =>
  max === null ? Infinity : maxOpen ? max - Math.abs(max) * Number.EPSILON : max;

/** Whether all that is said lies within what is asked, or nothing of it; null where some does. */
const isWithin = (said: NumberRange, asked: NumberRange): boolean | null => {
  const low = lowest(said);
  const high = highest(said);
  if (isIn(low, asked) && isIn(high, asked)) return true;
  return high < lowest(asked) || low > highest(asked) ? false : null;
};

/** Whether what stands around the numbers denies them: 未达到 is a comparison, no denial. */
const deniesCounted = ({ counted }: DescribedPart): boolean =>
  denies([...counted.map(({ before }) => before), counted.at(-1)?.after ?? ""].join("，"));

/** Whether the one number of that unit that is said is one that is asked for; null where that is not said for certain. */
export const numberHolds = (
  { range, unit }: CountedThing,
  parts: readonly DescribedPart[],
): boolean | null => {
  const own = parts.flatMap((part) =>
    part.counted.filter((each) => each.unit === unit).map((each) => ({ part, each })),
  );
  const [only] = own;
  if (range === null || only === undefined || own.length > 1) return null;
  const { part, each } = only;
  return part.intendedFrom !== null || deniesCounted(part) ? null : isWithin(saidRange(each), range);
};

/** The same of the days that what is said came about on. */
export const dayHolds = (within: DayRange, parts: readonly DescribedPart[]): boolean | null => {
  const told = parts.filter(({ when }) => when !== null);
  const times = told.map((part) =>
    part.denies || part.intendedFrom !== null ? null : isInTime(part, within),
  );
  if (times.length === 0 || times.includes(null)) return null;
  return times.every((each) => each === true);
};
