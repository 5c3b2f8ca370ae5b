import type { IngestIssue } from "../../policy/document.ts";
import type { PartialDate } from "../../policy/partial-date.ts";
import { firstDay, inChinese, lastDay } from "../../policy/partial-date.ts";
import type { PlacedDate } from "./document-dates.ts";

const DAY = 86_400_000;

const issueOf = (
  message: string,
  { start, end }: { readonly start: number; readonly end: number },
): IngestIssue => ({
  code: "metadata_contradiction",
  message,
  start,
  end,
});

const overlap = (one: PartialDate, other: PartialDate): boolean =>
  firstDay(one) <= lastDay(other) && firstDay(other) <= lastDay(one);

/** A term of so many years is counted to the same day or to the day before it. */
const isNear = (one: PartialDate, other: PartialDate): boolean =>
  overlap(one, other) || Math.abs(Date.parse(lastDay(one)) - Date.parse(lastDay(other))) <= DAY;

/**
 * Ends of a document as a whole that its text states and that do not agree, each at its place: with the one that is taken, if it
 * is another date; with a term that counts to another day (有效期3年，至2027年…止).
 *
 * @param taken the end that stands.
 * @param stated all ends that are stated as dates.
 * @param counted ends counted from the beginning and a term.
 */
export const findEndContradictions = (
  taken: PlacedDate | null,
  stated: readonly PlacedDate[],
  counted: readonly PlacedDate[],
): IngestIssue[] => {
  if (taken === null) return [];
  return [
    ...stated.filter(({ value }) => !overlap(value, taken.value)),
    ...counted.filter(({ value }) => !isNear(value, taken.value)),
  ].map((each) =>
    issueOf(
      `正文另有有效期截止日${inChinese(each.value)}，与${inChinese(taken.value)}不一致，以后者为准。`,
      each,
    ),
  );
};

/**
 * An end that lies before the beginning.
 * @param place the words that state the end, or else the beginning; null where a manifest states both.
 */
export const findReversedPeriod = (
  from: PartialDate | null,
  to: PartialDate | null,
  place: { readonly start: number; readonly end: number } | null,
): IngestIssue[] =>
  from === null || to === null || firstDay(from) <= lastDay(to)
    ? []
    : [
        issueOf(
          `有效期截止日${inChinese(to)}早于施行日期${inChinese(from)}。`,
          place ?? { start: 0, end: 0 },
        ),
      ];
