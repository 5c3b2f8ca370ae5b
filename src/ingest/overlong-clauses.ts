import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { IngestIssue } from "../policy/document.ts";
import { LONGEST_SENTENCE } from "./chunk-document.ts";

/** UTF-16 units. No paragraph of a policy is nearly as long: its line breaks were lost, or it is no text. */
const OVERLONG = 5_000;

/** One issue for all clauses whose own text is too long to be cited or searched well, at the longest of them. */
export const overlongClauses = (clauses: readonly Clause[]): IngestIssue[] => {
  const overlong = [...walkClauses(clauses)]
    .map(({ clause }) => clause)
    .filter(({ start, end }) => end - start > OVERLONG)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const [longest] = overlong;
  if (longest === undefined) return [];
  const { start, end } = longest;
  const others = overlong.length === 1 ? "" : `（另有${overlong.length - 1}段超过${OVERLONG}字）`;
  return [
    {
      code: "overlong_paragraph",
      message: `一段文字长达${end - start}字${others}，可能丢失了换行；检索时按每段至多${LONGEST_SENTENCE}字切开，请核对原文`,
      start,
      end,
    },
  ];
};
