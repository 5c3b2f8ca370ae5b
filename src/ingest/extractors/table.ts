import { inlineText } from "./text-builder.ts";
import type { Inline, NoteAnchor, TextBuilder } from "./text-builder.ts";

/** A cell as its format states it; merged cells appear once, at their upper left corner. */
export interface TableCell {
  readonly content: Inline;
  readonly columns?: number;
  readonly rows?: number;
  /** The format marks the cell as a header. */
  readonly isHeader?: boolean;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** The format marks the whole row as a header. */
  readonly isHeader?: boolean;
}

/** One place of the grid: a merged cell fills several. */
interface Slot {
  readonly cell: TableCell;
  readonly text: string;
  /** The row and column in which the cell begins. */
  readonly row: number;
  readonly column: number;
}

type Grid = (Slot | undefined)[][];

const MOST_COLUMNS = 1_000;
const LONGEST_HEADER = 30;
const LABEL = /[:：]$/;
/** （盖章）, （签字）: what is to be filled in stands in forms, not above columns. */
const ENCLOSED = /^[（(][^（()）]*[）)]$/;

/** Cells keep their words; their line breaks become blanks, for a row is one line. */
const cellText = (content: Inline): string =>
  inlineText(content)
    .replaceAll(/\s*\n\s*/g, " ")
    .trim();

const cellInline = (content: Inline): (string | NoteAnchor)[] => {
  const pieces = content.map((piece) =>
    typeof piece === "string" ? piece.replaceAll(/\s*\n\s*/g, " ") : piece,
  );
  const first = pieces.findIndex((piece) => typeof piece === "string" && piece.trim() !== "");
  const last = pieces.findLastIndex((piece) => typeof piece === "string" && piece.trim() !== "");
  return pieces.map((piece, index) => {
    if (typeof piece !== "string") return piece;
    const start = index <= first ? piece.trimStart() : piece;
    return index >= last ? start.trimEnd() : start;
  });
};

const toGrid = (rows: readonly TableRow[]): Grid => {
  const grid: Grid = rows.map(() => []);
  rows.forEach(({ cells }, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      if (column >= MOST_COLUMNS) break;
      const slot: Slot = { cell, text: cellText(cell.content), row, column };
      const endColumn = Math.min(MOST_COLUMNS, column + Math.max(1, cell.columns ?? 1));
      const endRow = Math.min(rows.length, row + Math.max(1, cell.rows ?? 1));
      for (let y = row; y < endRow; y += 1) {
        const line = grid[y];
        if (line === undefined) continue;
        for (let x = column; x < endColumn; x += 1) line[x] ??= slot;
      }
      column = endColumn;
    }
  });
  return grid;
};

/** The cells of a row that have words, each once. */
const slotsOf = (row: Grid[number] | undefined): Slot[] => [
  ...new Set((row ?? []).filter((slot): slot is Slot => slot !== undefined && slot.text !== "")),
];

/** The number of columns that a row with words fills, from the first to the last. */
const widthOf = (grid: Grid): number => Math.max(0, ...grid.map((row) => row.length));

/** One cell across the whole table: a caption, or the title of a group of rows. */
const isGroupTitle = (grid: Grid, row: number, width: number): boolean => {
  const [only] = slotsOf(grid[row]);
  return width > 1 && only?.row === row && (grid[row] ?? []).filter((slot) => slot === only).length === width;
};

/** Above the headers, the only words of a row are a caption even where no cells are merged, as in spreadsheets. */
const isCaption = (grid: Grid, row: number, width: number): boolean => {
  const [only, second] = slotsOf(grid[row]);
  if (only === undefined || second !== undefined || width < 2) return false;
  return isGroupTitle(grid, row, width) || (only.column === 0 && (only.cell.rows ?? 1) === 1);
};

const looksLikeHeader = (row: Grid[number] | undefined): boolean => {
  const slots = slotsOf(row);
  const filled = (row ?? []).filter((slot) => slot !== undefined && slot.text !== "").length;
  return (
    slots.length > 1 &&
    filled === (row ?? []).length &&
    new Set(slots.map(({ text }) => text)).size === slots.length &&
    slots.every(
      ({ text }) =>
        text.length <= LONGEST_HEADER &&
        !ENCLOSED.test(text) &&
        !/[。；;]/.test(text) &&
        !/^[\d.,％%¥￥\-—/年月日:\s]+$/.test(text),
    )
  );
};

/** How many rows from `first` on are headers: those that the format marks, else the first with its merged cells. */
const countHeaderRows = (rows: readonly TableRow[], grid: Grid, first: number): number => {
  const isMarked = (row: TableRow | undefined): boolean =>
    row !== undefined &&
    (row.isHeader === true || (row.cells.length > 0 && row.cells.every((cell) => cell.isHeader === true)));
  let marked = 0;
  while (isMarked(rows[first + marked])) marked += 1;
  // A table without body would lose its words to its own headers.
  if (marked > 0) return first + marked < rows.length ? marked : 0;
  if (first + 1 >= rows.length || !looksLikeHeader(grid[first])) return 0;
  const slots = slotsOf(grid[first]);
  const spansColumns = slots.some(({ cell }) => (cell.columns ?? 1) > 1);
  const depth = Math.max(...slots.map(({ cell }) => cell.rows ?? 1));
  const count = spansColumns ? Math.max(2, depth) : depth;
  return first + count < rows.length ? count : 1;
};

/** The words above a column, from the outermost header inwards. */
const headerOf = (grid: Grid, from: number, to: number, column: number): string => {
  const words: string[] = [];
  for (let row = from; row < to; row += 1) {
    const text = grid[row]?.[column]?.text ?? "";
    if (text !== "" && words.at(-1) !== text) words.push(text);
  }
  return words.join("/").replace(/[：:]$/, "");
};

/**
 * Adds a table, one line a row: `header：cell；header：cell`. A merged cell's words stand in every row that it
 * covers, so that each row says what it means by itself. Captions and titles of row groups are lines of their
 * own. Header rows are not repeated as lines unless one of their columns is empty below.
 */
export const addTable = (builder: TextBuilder, rows: readonly TableRow[], page?: number): void => {
  const fact = { kind: "table-row", hardBreak: true, ...(page === undefined ? {} : { page }) } as const;
  const grid = toGrid(rows);
  const width = widthOf(grid);
  let first = 0;
  while (first < rows.length - 1 && (slotsOf(grid[first]).length === 0 || isCaption(grid, first, width))) {
    for (const { cell } of slotsOf(grid[first]))
      builder.add(cellInline(cell.content), { ...fact, kind: "paragraph" });
    first += 1;
  }
  const body = first + countHeaderRows(rows, grid, first);
  const headers = Array.from({ length: width }, (_, column) => headerOf(grid, first, body, column));
  const used = new Set<string>();
  const lines: Inline[] = [];
  for (let row = body; row < rows.length; row += 1) {
    const line: (string | NoteAnchor)[] = [];
    let isFirst = true;
    let endsSentence = true;
    let isLabel = false;
    for (const slot of slotsOf(grid[row])) {
      const header = isGroupTitle(grid, row, width) ? "" : (headers[slot.column] ?? "");
      // 发文机关： | 甲市人民政府: a label and its value stand together; of a form that is to be filled in, they do not.
      const isValue = isLabel && !LABEL.test(slot.text);
      if (!isFirst && !endsSentence && !isValue) line.push("；");
      if (header !== "" && header !== slot.text) line.push(`${header}：`);
      used.add(header);
      line.push(...cellInline(slot.cell.content));
      endsSentence = /[。；！？;]$/.test(slot.text);
      isLabel = LABEL.test(slot.text);
      isFirst = false;
    }
    lines.push(line);
  }
  if (headers.some((header) => header !== "" && !used.has(header))) {
    builder.add(headers.filter((header) => header !== "").join("；"), fact);
  }
  for (const line of lines) builder.add(line, fact);
};
