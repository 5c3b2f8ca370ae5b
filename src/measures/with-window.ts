import type { ReadingContext } from "./eligibility.ts";
import { readSentence } from "./read-sentence.ts";
import type { Requirement, TextSpan } from "./requirement.ts";
import { allOf, conditionsOf } from "./requirement.ts";

/** 2019年1月1日至12月31日，对…: when it is offered stands before whom. */
export const withWindow = (
  context: ReadingContext,
  lead: TextSpan | undefined,
  place: TextSpan | null,
  own: Requirement | null,
): Requirement | null => {
  if (lead === undefined || place === null || place.start < lead.end) return own;
  const read = readSentence(context.text, lead.start, lead.end, context);
  const windows = (read === null ? [] : conditionsOf(read))
    .filter(({ test }) => test.kind === "window")
    .map((condition) => ({ kind: "condition", condition }) as const);
  if (windows.length === 0) return own;
  return allOf(own === null ? windows : [...windows, own]);
};
