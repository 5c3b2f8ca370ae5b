import type { DayRange } from "../measures/requirement.ts";
import type { DescribedPart } from "./described-parts.ts";
import type { DescribedVerdict } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";

/** Whether what a part tells came about in time; null where it does not say when. */
export const isInTime = ({ when }: DescribedPart, { from, to }: DayRange): boolean | null => {
  if (when === null) return null;
  const ends = [when.from, when.to].map(
    (day) => (from === null || day >= from) && (to === null || day <= to),
  );
  return ends[0] === ends[1] ? ends[0] === true : null;
};

/** 前年开了4家 is none of 2026年以后: what is counted must have come about in time, where the text says when. */
export const inItsTime = (
  counted: DescribedVerdict,
  parts: readonly DescribedPart[],
  within: DayRange | undefined,
): DescribedVerdict => {
  const own = parts.find(({ text }) => text === counted.said);
  if (within === undefined || counted.verdict !== "met" || own === undefined) return counted;
  return isInTime(own, within) === false ? UNKNOWN : counted;
};
