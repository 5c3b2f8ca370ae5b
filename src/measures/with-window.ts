import type { ReadingContext } from "./eligibility.ts";
import { readSentence } from "./read-sentence.ts";
import type { Requirement, TextSpan } from "./requirement.ts";
import { allOf, conditionsOf } from "./requirement.ts";

/** 2025年减免1个月租金: given in that year alone. */
const GIVEN_IN = /^\s*(20\d{2})年度?(?=减免|免收|免征|给予|发放|补贴|补助)/;

/** 2019年1月1日至12月31日，对…: when it is offered stands before whom. */
export const withWindow = (
  context: ReadingContext,
  lead: TextSpan | undefined,
  place: TextSpan | null,
  own: Requirement | null,
  given?: TextSpan,
): Requirement | null => {
  const year = given === undefined ? null : GIVEN_IN.exec(context.text.slice(given.start, given.end));
  if (year !== null && given !== undefined) {
    const span = { start: given.start, end: given.start + year[0].length };
    const test = { kind: "window", from: `${year[1]}-01-01`, to: `${year[1]}-12-31` } as const;
    const window = {
      kind: "condition",
      condition: { ...span, test, negated: false, addressee: false },
    } as const;
    return allOf(own === null ? [window] : [window, own]);
  }
  if (lead === undefined || place === null || place.start < lead.end) return own;
  const read = readSentence(context.text, lead.start, lead.end, context);
  const windows = (read === null ? [] : conditionsOf(read))
    .filter(({ test }) => test.kind === "window")
    .map((condition) => ({ kind: "condition", condition }) as const);
  if (windows.length === 0) return own;
  return allOf(own === null ? windows : [...windows, own]);
};
