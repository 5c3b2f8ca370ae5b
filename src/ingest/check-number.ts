import type { IngestIssue } from "../policy/document.ts";
import type { DraftClause } from "./draft-clause.ts";

const SHOWN = 12;

/**
 * Whether the number of a clause is the one that should follow among its siblings. Numbering may run on across
 * sections, so a first sibling may also follow the last number of its family.
 *
 * @param siblings what stands before it in the same parent.
 * @param last the last number of its family anywhere before it; 0 where there is none.
 * @returns the issue to report, or null where the number is as expected.
 */
export const checkNumber = (
  text: string,
  clause: DraftClause,
  siblings: readonly DraftClause[],
  last: number,
): IngestIssue | null => {
  const { number, suffix, family } = clause;
  if (number === null) return null;
  const before = siblings.findLast((sibling) => sibling.family?.name === family?.name) ?? null;
  const beforeNumber = before?.number ?? null;
  let isExpected: boolean;
  let isRepeated: boolean;
  if (suffix !== "") {
    // 第五条之一 follows 第五条, 之二 follows 之一.
    const beforeSuffix = beforeNumber === number ? Number(before?.suffix === "" ? 0 : before?.suffix) : 0;
    isExpected = before === null || (beforeNumber === number && Number(suffix) === beforeSuffix + 1);
    isRepeated = beforeNumber === number && Number(suffix) <= beforeSuffix;
  } else {
    const expected = beforeNumber === null ? [1, last + 1] : [beforeNumber + 1];
    isExpected = expected.includes(number);
    isRepeated = beforeNumber !== null && number <= beforeNumber;
  }
  if (isExpected) return null;
  const shown = `${text.slice(clause.start, clause.start + SHOWN).split("\n")[0] ?? ""}…`;
  return {
    code: isRepeated ? "number_repeated" : "number_skipped",
    message: isRepeated ? `编号重复或倒退：${shown}` : `编号不连续：${shown}`,
    start: clause.start,
    end: clause.end,
  };
};
