import type { DraftClause } from "./draft-clause.ts";
import type { IsAbove } from "./markers/family-order.ts";
import type { ReadMarker } from "./markers/marker.ts";

/** The clauses that are open at a place of a document, outermost first: what comes next belongs to one of them. */
export type OpenClauses = readonly DraftClause[];

/** Below every level that a format can state. */
export const LOWEST_LEVEL = 99;

/** Attachments and enclosed documents: parts of their own, which no numbering inside them ends. */
const isPart = (clause: DraftClause): boolean => clause.kind === "attachment" || clause.kind === "title";

/** How many of the open clauses are parts: the depth at which the numbering of the innermost part begins. */
export const partDepth = (open: OpenClauses): number => open.findLastIndex((clause) => isPart(clause)) + 1;

/** Where an attachment goes: a table below its attachment, everything else at the top. */
export const attachmentDepth = (open: OpenClauses, rank: number): number => {
  const at = open.findIndex(
    ({ kind, family }) => kind !== "attachment" || family === null || (family.rank ?? rank) >= rank,
  );
  return at === -1 ? open.length : at;
};

/** Where a heading of outline level `level` goes: below the nearest heading of a higher level. */
export const headingDepth = (open: OpenClauses, level: number): number => {
  const above = open.findLastIndex((clause) => clause.level !== null && clause.level < level);
  return Math.max(partDepth(open), above + 1);
};

/** The order of 1、, the last family whose numbers may be the first of decimals. */
const HIGHEST_LIST_ORDER = 5;

const isPrefix = (prefix: readonly number[], path: readonly number[]): boolean =>
  prefix.length > 0 && prefix.length < path.length && prefix.every((number, at) => path[at] === number);

/** What can stand above 1.1: a decimal, 1. or 1、, 一、, a division; not an item （1） of a list. */
const mayNumberDecimals = ({ family }: DraftClause): boolean =>
  family !== null && (family.rank !== null || family.order <= HIGHEST_LIST_ORDER);

const decimalDepth = (open: OpenClauses, path: readonly number[], base: number): number | null => {
  // The longest beginning of the number; of two alike the outer, since the inner one is an item of a list.
  let parent = -1;
  open.forEach((clause, at) => {
    if (at < base || !mayNumberDecimals(clause) || !isPrefix(clause.path, path)) return;
    if (parent === -1 || clause.path.length > (open[parent]?.path.length ?? 0)) parent = at;
  });
  if (parent !== -1) return parent + 1;
  const sibling = open.findIndex(
    (clause, at) => at >= base && clause.family?.name === "decimal" && clause.path.length >= path.length,
  );
  return sibling === -1 ? null : sibling;
};

/**
 * The depth of a clause with this marker: how many of the open clauses stay open around it. A clause of a family
 * that is open goes on at that level; one of another family ends what the document's order puts below it.
 */
export const clauseDepth = (open: OpenClauses, { family, match }: ReadMarker, isAbove: IsAbove): number => {
  const base = partDepth(open);
  if (match.path !== undefined) {
    const depth = decimalDepth(open, match.path, base);
    if (depth !== null) return depth;
  }
  const isSame = (clause: DraftClause, at: number): boolean =>
    at >= base && clause.family?.name === family.name;
  // Where a list stands inside an item of its own family, the innermost that this number continues.
  const continued = open.findLastIndex(
    (clause, at) => isSame(clause, at) && (clause.number ?? 0) + 1 === match.number,
  );
  const same = continued === -1 ? open.findIndex((clause, at) => isSame(clause, at)) : continued;
  if (same !== -1) return same;
  const ended = open.findIndex(
    (clause, at) =>
      at >= base &&
      // A 款 ends with its article; a heading only before a heading of its level.
      (clause.family === null
        ? clause.kind !== "heading" && family.rank !== null
        : !isAbove(clause.family, family)),
  );
  return ended === -1 ? open.length : ended;
};

/**
 * Where a heading goes that has neither a number nor an outline level: in the place of the one before it, or else
 * where the list below it would go.
 *
 * @param listBelow the first marker of that list; null where there is none.
 */
export const unnumberedHeadingDepth = (
  open: OpenClauses,
  listBelow: ReadMarker | null,
  isAbove: IsAbove,
): number => {
  const base = partDepth(open);
  // 附则 stands beside the chapters.
  if (listBelow?.family.name === "article") return base;
  const before = open.findIndex(
    ({ kind, level }, at) => at >= base && kind === "heading" && level === LOWEST_LEVEL,
  );
  if (before !== -1) return before;
  if (listBelow !== null) return clauseDepth(open, listBelow, isAbove);
  const body = open.findIndex(
    ({ kind, heading }, at) => at >= base && (kind === "article" || heading === null),
  );
  return body === -1 ? open.length : body;
};

/**
 * Where a paragraph goes that introduces a list which counts from 1 again (下列情形免收：（一）…（二）… 下列情形减收：（一）…):
 * beside the list before it, not below its last item. The new list stands below the paragraph.
 *
 * @returns null where no list of that family is open: the paragraph belongs where any other would.
 */
export const introductionDepth = (open: OpenClauses, { family, match }: ReadMarker): number | null => {
  if (match.number !== 1 || family.rank !== null) return null;
  const base = partDepth(open);
  const list = open.findIndex((clause, at) => at >= base && clause.family?.name === family.name);
  if (list === -1) return null;
  const above = open[list - 1];
  return list > base && above?.kind === "paragraph" ? list - 1 : list;
};
