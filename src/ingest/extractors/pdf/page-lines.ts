import { findTables } from "./find-tables.ts";
import type { PdfTable } from "./find-tables.ts";
import type { Fragment, PageContent } from "./read-pages.ts";

/** A small raised mark within a line, which may lead to a footnote. */
export interface RaisedMark {
  /** UTF-16 offset in the line's text at which it stands. */
  readonly offset: number;
  readonly text: string;
}

/** A line of a page, in points from the upper left corner. */
export interface PageLine {
  readonly page: number;
  readonly pageWidth: number;
  /** Of a page in two columns: which one the line stands in; null across both, and on other pages. */
  readonly column: "left" | "right" | null;
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly marks: readonly RaisedMark[];
  /** A table stands here instead of words. */
  readonly table?: PdfTable;
}

const CJK = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;
/** In font sizes: narrower gaps between Chinese characters come from justified setting. */
const GAP_CJK = 0.9;
const GAP_LATIN = 0.22;
/** A gap as wide as this separates columns or cells. */
const GAP_COLUMN = 2.2;
/** After the marker of a division a narrow gap is a blank already. */
const DIVISION = /^\s*第[\d〇零一二三四五六七八九十百千]+[编章节条]$/;
const MARK = /^(?:[①-⑳]|\d{1,2}|\[\d{1,2}\]|〔\d{1,2}〕|\*{1,3})$/;

const isRaised = (fragment: Fragment, line: { readonly y: number; readonly size: number }): boolean =>
  fragment.size < line.size * 0.8 && MARK.test(fragment.text.trim());

const blankBetween = (before: string, after: string, gap: number, size: number): string => {
  if (gap > size * GAP_COLUMN) return "\t";
  if (DIVISION.test(before)) return gap > size * GAP_LATIN ? " " : "";
  const isCjk = CJK.test(before.slice(-1)) || CJK.test(after.slice(0, 1));
  return gap > size * (isCjk ? GAP_CJK : GAP_LATIN) ? " " : "";
};

const toLine = (
  page: PageContent,
  fragments: readonly Fragment[],
  column: PageLine["column"] = null,
): PageLine => {
  const inOrder = fragments.toSorted((a, b) => a.x - b.x);
  const size = Math.max(...fragments.map((fragment) => fragment.size));
  const base = inOrder.find((fragment) => fragment.size > size * 0.9) ?? inOrder[0];
  const y = base?.y ?? 0;
  const marks: RaisedMark[] = [];
  let text = "";
  let right = inOrder[0]?.x ?? 0;
  for (const fragment of inOrder) {
    const raised = text !== "" && isRaised(fragment, { y, size });
    const isSpaced = /\s$/.test(text) || /^\s/.test(fragment.text);
    if (text !== "" && !isSpaced && !raised)
      text += blankBetween(text, fragment.text, fragment.x - right, size);
    if (raised) marks.push({ offset: text.length, text: fragment.text.trim() });
    text += raised ? fragment.text.trim() : fragment.text;
    right = Math.max(right, fragment.x + fragment.width);
  }
  return {
    page: page.number,
    pageWidth: page.width,
    column,
    text: text.trimEnd(),
    x: inOrder[0]?.x ?? 0,
    right,
    y,
    size,
    marks,
  };
};

/** Fragments that stand on one baseline, small raised ones included. */
const groupByBaseline = (fragments: readonly Fragment[]): Fragment[][] => {
  const groups: { y: number; size: number; fragments: Fragment[] }[] = [];
  // Large fragments first, so that a raised mark joins the line that it stands in.
  for (const fragment of fragments.toSorted((a, b) => b.size - a.size || a.y - b.y)) {
    const group = groups.find(
      ({ y, size }) => Math.abs(y - fragment.y) < size * (fragment.size < size * 0.8 ? 0.6 : 0.35),
    );
    if (group === undefined) groups.push({ y: fragment.y, size: fragment.size, fragments: [fragment] });
    else group.fragments.push(fragment);
  }
  return groups.toSorted((a, b) => a.y - b.y).map((group) => group.fragments);
};

/** Splits a line at gaps that are wide enough for a gutter. */
const segmentsOf = (fragments: readonly Fragment[]): Fragment[][] => {
  const segments: Fragment[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const fragment of fragments.toSorted((a, b) => a.x - b.x)) {
    const last = segments.at(-1);
    if (last === undefined || fragment.x - right > fragment.size) segments.push([fragment]);
    else last.push(fragment);
    right = Math.max(right, fragment.x + fragment.width);
  }
  return segments;
};

/** The x at which a page is divided into two columns of running text, or null. */
const findGutter = (page: PageContent, groups: readonly Fragment[][]): number | null => {
  const lines = groups.map((fragments) => segmentsOf(fragments).map((segment) => toLine(page, segment)));
  const middle = page.width / 2;
  let [divided, crossing, filled] = [0, 0, 0];
  const lefts: number[] = [];
  const rights: number[] = [];
  for (const segments of lines) {
    if (segments.some(({ x, right }) => x < middle && right > middle)) {
      crossing += 1;
      continue;
    }
    const left = segments.filter(({ right }) => right <= middle);
    const after = segments.filter(({ x }) => x >= middle);
    if (left.length !== 1 || after.length !== 1) continue;
    divided += 1;
    for (const segment of left) lefts.push(segment.right);
    for (const segment of after) rights.push(segment.x);
    // Running text fills its column; cells of a table rarely do.
    if ([...left, ...after].every(({ x, right }) => right - x > page.width * 0.25)) filled += 1;
  }
  if (divided < 6 || divided < crossing || filled < divided * 0.5) return null;
  return (Math.max(...lefts) + Math.min(...rights)) / 2;
};

/** A line that stands for a table, without words of its own. */
const tableLine = (page: PageContent, table: PdfTable, gutter: number | null): PageLine => ({
  page: page.number,
  pageWidth: page.width,
  column: gutter === null ? null : table.right <= gutter ? "left" : table.left >= gutter ? "right" : null,
  text: "",
  x: table.left,
  right: table.right,
  y: table.top,
  size: 0,
  marks: [],
  table,
});

/** The lines of a page in reading order; of a page in two columns, the left one first, between lines across both. */
export const pageLines = (whole: PageContent): PageLine[] => {
  const { tables, rest: page } = findTables(whole);
  const groups = groupByBaseline(page.fragments);
  const gutter = findGutter(page, groups);
  const waiting = tables.map((table) => tableLine(page, table, gutter));
  const tablesAbove = (y: number): PageLine[] => {
    const below = waiting.findIndex((table) => table.y > y);
    return waiting.splice(0, below === -1 ? waiting.length : below);
  };
  if (gutter === null) {
    const around = groups.flatMap((fragments) => {
      const line = toLine(page, fragments);
      return [...tablesAbove(line.y), line];
    });
    return [...around, ...waiting];
  }
  const lines: PageLine[] = [];
  let left: PageLine[] = [];
  let right: PageLine[] = [];
  const flush = (): void => {
    lines.push(...left, ...right);
    left = [];
    right = [];
  };
  const addTables = (y: number): void => {
    for (const table of tablesAbove(y)) {
      if (table.column === "left") left.push(table);
      else if (table.column === "right") right.push(table);
      else {
        flush();
        lines.push(table);
      }
    }
  };
  for (const fragments of groups) {
    addTables(fragments[0]?.y ?? 0);
    const before = fragments.filter(({ x, width }) => x + width <= gutter + 1);
    const after = fragments.filter(({ x }) => x >= gutter - 1);
    if (before.length + after.length < fragments.length) {
      flush();
      lines.push(toLine(page, fragments));
      continue;
    }
    if (before.length > 0) left.push(toLine(page, before, "left"));
    if (after.length > 0) right.push(toLine(page, after, "right"));
  }
  addTables(Number.POSITIVE_INFINITY);
  flush();
  return lines;
};
