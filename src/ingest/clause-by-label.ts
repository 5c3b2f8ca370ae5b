import { CHINESE_NUMERAL } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";

const ARTICLE = new RegExp(`^第(${CHINESE_NUMERAL}+)条`);

/** 第二条 of a document that numbers its clauses 一、, 二、. */
const asItem = (name: string): string => name.replace(ARTICLE, "$1、");

/**
 * The clause that a text names as 第二条, 第五条（二） or 附件2, by its label; the last one before `before`, since what stands in
 * an attachment speaks of the attachment's own clauses, else the first one behind it. Null where there is none.
 */
export const clauseByLabel = (clauses: readonly Clause[], name: string, before: number): Clause | null => {
  for (const wanted of new Set([name, asItem(name)])) {
    let found: Clause | null = null;
    for (const { clause } of walkClauses(clauses)) {
      if (clause.label !== wanted && !clause.label.endsWith(` ${wanted}`)) continue;
      if (found === null || clause.start <= before) found = clause;
    }
    if (found !== null) return found;
  }
  return null;
};
