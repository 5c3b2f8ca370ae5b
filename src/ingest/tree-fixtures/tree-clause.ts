import type { Clause, ClauseKind } from "../../policy/clause.ts";

/** A clause as a tree is written and read back: what a reader sees, without places and ids. */
export interface TreeClause {
  readonly kind: ClauseKind;
  readonly marker: string | null;
  /** What follows the marker. */
  readonly text: string;
  readonly children: readonly TreeClause[];
}

export const clauseOf = (
  kind: ClauseKind,
  marker: string | null,
  text: string,
  children: readonly TreeClause[] = [],
): TreeClause => ({ kind, marker, text, children });

export const paragraphOf = (text: string): TreeClause => clauseOf("paragraph", null, text);

/** The tree that was read, in the terms of the one that was written. */
export const treeOf = (text: string, clauses: readonly Clause[]): TreeClause[] =>
  clauses.map(({ kind, marker, start, end, children }) => ({
    kind,
    marker,
    text: text
      .slice(start + (marker?.length ?? 0), end)
      .replaceAll("\n", "")
      .replace(/^[：\s]+/, ""),
    children: treeOf(text, children),
  }));

/** A written tree as it is compared: a table of contents is written in lines and read as one clause. */
export const comparable = (clauses: readonly TreeClause[]): TreeClause[] =>
  clauses.map((clause) => ({
    ...clause,
    text: clause.text.replaceAll("\n", ""),
    children: comparable(clause.children),
  }));
