import type { TableCell, TableRow } from "../table.ts";
import type { Fragment, PageContent } from "./read-pages.ts";
import type { Rule } from "./read-rules.ts";

/** A table as its lines divide it, with the edges of its columns to know its continuation on the next page by. */
export interface PdfTable {
  readonly rows: readonly TableRow[];
  readonly edges: readonly number[];
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Points by which lines that meet may miss each other. */
const NEAR = 2.5;
/** A page has room for no more cells; drawings and maps have. */
const MOST_SLOTS = 5_000;
/** In font sizes: a line of a cell that comes as near to its edge runs on in the next. */
const FULL = 1.6;

const between = (value: number, from: number, to: number): boolean =>
  value >= from - NEAR && value <= to + NEAR;

const touch = (one: Rule, other: Rule): boolean => {
  if (one.isHorizontal === other.isHorizontal) {
    return Math.abs(one.at - other.at) <= NEAR && one.from <= other.to + NEAR && other.from <= one.to + NEAR;
  }
  return between(other.at, one.from, one.to) && between(one.at, other.from, other.to);
};

/** Lines that hang together: each group draws one table, or a box. */
const connected = (rules: readonly Rule[]): Rule[][] => {
  const groups: Rule[][] = [];
  const left = new Set(rules);
  for (const seed of rules) {
    if (!left.delete(seed)) continue;
    const group = [seed];
    for (const rule of group) {
      for (const other of left) {
        if (!touch(rule, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
};

/** Values that lie together count as one, the first of them. */
const distinct = (values: readonly number[]): number[] => {
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = kept.at(-1);
    if (last === undefined || value - last > NEAR * 1.5) kept.push(value);
  }
  return kept;
};

/** The lines that lie at each of the edges. */
const rulesAt = (edges: readonly number[], rules: readonly Rule[]): readonly (readonly Rule[])[] =>
  edges.map((edge) => rules.filter(({ at }) => Math.abs(at - edge) <= NEAR * 1.5));

const isCovered = (own: readonly Rule[] | undefined, at: number): boolean =>
  own?.some(({ from, to }) => between(at, from, to)) ?? false;

/** The words of a cell: its lines, joined where they run on. */
const cellWords = (fragments: readonly Fragment[], right: number): string => {
  const lines: { y: number; size: number; fragments: Fragment[] }[] = [];
  for (const fragment of fragments.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.find(({ y, size }) => Math.abs(y - fragment.y) < size * 0.5);
    if (line === undefined) lines.push({ y: fragment.y, size: fragment.size, fragments: [fragment] });
    else line.fragments.push(fragment);
  }
  let text = "";
  let isFull = false;
  for (const line of lines) {
    const inOrder = line.fragments.toSorted((a, b) => a.x - b.x);
    let words = "";
    let end = 0;
    for (const fragment of inOrder) {
      words += words !== "" && fragment.x - end > line.size * 0.8 ? ` ${fragment.text}` : fragment.text;
      end = fragment.x + fragment.width;
    }
    const isLatin = /[A-Za-z0-9]$/.test(text) && /^[A-Za-z]/.test(words);
    text += text === "" || (isFull && !isLatin) ? words : ` ${words}`;
    isFull = right - end < line.size * FULL;
  }
  return text.trim();
};

interface Spot {
  readonly row: number;
  readonly column: number;
}

const middle = (edges: readonly number[], index: number): number =>
  ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;

/** The cells of a grid: neighbours without a line between them are one. Null where they do not form rectangles. */
const readCells = (
  xs: readonly number[],
  ys: readonly number[],
  rules: readonly Rule[],
): { readonly spot: Spot; readonly rows: number; readonly columns: number }[] | null => {
  const verticals = rulesAt(
    xs,
    rules.filter(({ isHorizontal }) => !isHorizontal),
  );
  const horizontals = rulesAt(
    ys,
    rules.filter(({ isHorizontal }) => isHorizontal),
  );
  const [height, width] = [ys.length - 1, xs.length - 1];
  const opensRight = (row: number, column: number): boolean =>
    column + 1 < width && !isCovered(verticals[column + 1], middle(ys, row));
  const opensDown = (row: number, column: number): boolean =>
    row + 1 < height && !isCovered(horizontals[row + 1], middle(xs, column));
  const taken = Array.from({ length: height }, () => Array.from({ length: width }, () => false));
  const cells: { spot: Spot; rows: number; columns: number }[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken[row]?.[column] === true) continue;
      let columns = 1;
      while (opensRight(row, column + columns - 1)) columns += 1;
      let rows = 1;
      while (opensDown(row + rows - 1, column)) rows += 1;
      for (let y = row; y < row + rows; y += 1) {
        for (let x = column; x < column + columns; x += 1) {
          const line = taken[y];
          if (line === undefined || line[x] === true) return null;
          line[x] = true;
        }
      }
      cells.push({ spot: { row, column }, rows, columns });
    }
  }
  return cells;
};

const indexIn = (edges: readonly number[], value: number): number => {
  const index = edges.findLastIndex((edge) => edge <= value);
  return index >= edges.length - 1 ? -1 : index;
};

const tableOf = (
  rules: readonly Rule[],
  fragments: readonly Fragment[],
): { readonly table: PdfTable; readonly used: readonly Fragment[] } | null => {
  const xs = distinct(rules.filter(({ isHorizontal }) => !isHorizontal).map(({ at }) => at));
  // Where a page break divides a row, no line closes it: the lines between the columns show its end.
  const ends = rules.flatMap(({ isHorizontal, at, from, to }) => (isHorizontal ? [at] : [from, to]));
  const ys = distinct([
    ...rules.filter(({ isHorizontal }) => isHorizontal).map(({ at }) => at),
    Math.min(...ends),
    Math.max(...ends),
  ]);
  if (xs.length < 3 || ys.length < 3 || xs.length * ys.length > MOST_SLOTS) return null;
  const cells = readCells(xs, ys, rules);
  if (cells === null) return null;
  const owner = new Map<string, (typeof cells)[number]>();
  for (const cell of cells) {
    for (let row = cell.spot.row; row < cell.spot.row + cell.rows; row += 1) {
      for (let column = cell.spot.column; column < cell.spot.column + cell.columns; column += 1)
        owner.set(`${row}:${column}`, cell);
    }
  }
  const words = new Map<(typeof cells)[number], Fragment[]>();
  const used: Fragment[] = [];
  for (const fragment of fragments) {
    const row = indexIn(ys, fragment.y - fragment.size * 0.35);
    const column = indexIn(xs, fragment.x + Math.min(fragment.width / 2, fragment.size / 2));
    const cell = row < 0 || column < 0 ? undefined : owner.get(`${row}:${column}`);
    if (cell === undefined) continue;
    // Words across a line between cells: these lines are not a table's.
    if (fragment.x + fragment.width > (xs[cell.spot.column + cell.columns] ?? 0) + fragment.size) return null;
    words.set(cell, [...(words.get(cell) ?? []), fragment]);
    used.push(fragment);
  }
  const filled = cells.filter((cell) => words.has(cell));
  if (filled.length < 3) return null;
  const rows = ys.slice(0, -1).map((_, row): TableRow => ({
    cells: cells
      .filter(({ spot }) => spot.row === row)
      .map((cell): TableCell => ({
        content: [cellWords(words.get(cell) ?? [], xs[cell.spot.column + cell.columns] ?? 0)],
        rows: cell.rows,
        columns: cell.columns,
      })),
  }));
  const table = {
    rows,
    edges: xs,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
  };
  return { table, used };
};

/**
 * The tables that a page draws with lines around their cells, and the fragments that are left. Tables without
 * such lines stay text.
 */
export const findTables = (
  page: PageContent,
): { readonly tables: readonly PdfTable[]; readonly rest: PageContent } => {
  const tables: PdfTable[] = [];
  let fragments = page.fragments;
  // The smallest first: a table within a frame is the table.
  const groups = connected(page.rules)
    .filter((group) => group.length >= 5)
    .toSorted((a, b) => a.length - b.length);
  for (const group of groups) {
    const found = tableOf(group, fragments);
    if (found === null) continue;
    tables.push(found.table);
    const used = new Set(found.used);
    fragments = fragments.filter((fragment) => !used.has(fragment));
  }
  return {
    tables: tables.toSorted((a, b) => a.top - b.top),
    rest: tables.length === 0 ? page : { ...page, fragments },
  };
};
