import type { PageLine, RaisedMark } from "./page-lines.ts";

/** Lines that form one paragraph. */
export interface PdfParagraph {
  readonly text: string;
  /** The page on which it begins. */
  readonly page: number;
  readonly size: number;
  readonly isCentred: boolean;
  readonly marks: readonly (RaisedMark & { readonly page: number })[];
}

/** Where the text of a page or column stands. */
interface Margins {
  readonly left: number;
  readonly right: number;
  readonly leading: number;
}

const MARKER =
  /^\s*(?:第[〇零一二两三四五六七八九十百千\d]+[编章节条款部]|[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]|\d{1,3}(?:\.\d{1,3}){0,3}[.．、\s]|[①-⑳]|附件|附表|——)/;
const ENDS_SENTENCE = /[。！？；：.!?;:][”’"』」）)]?$/;
const LATIN_END = /[A-Za-z0-9,;]$/;
const LATIN_START = /^[A-Za-z0-9]/;

/** The outermost value that a good part of the values lie near to. */
const commonEdge = (values: readonly number[], tolerance: number, outermost: "low" | "high"): number => {
  const sorted = values.toSorted((a, b) => (outermost === "low" ? a - b : b - a));
  const enough = Math.max(1, Math.min(3, sorted.length * 0.15));
  for (const value of sorted) {
    if (sorted.filter((other) => Math.abs(other - value) <= tolerance).length >= enough) return value;
  }
  return sorted[0] ?? 0;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The font size of most of the text. */
export const bodySize = (lines: readonly PageLine[]): number => {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
};

/** Lines that stand one below the other; a line that begins higher up begins another column or page. */
const splitColumns = (lines: readonly PageLine[]): PageLine[][] => {
  const columns: PageLine[][] = [];
  for (const line of lines) {
    const column = columns.at(-1);
    const last = column?.at(-1);
    if (column === undefined || last === undefined || last.page !== line.page || line.y < last.y) {
      columns.push([line]);
    } else {
      column.push(line);
    }
  }
  return columns;
};

const marginsOf = (lines: readonly PageLine[], size: number): Margins => {
  const body = lines.filter((line) => Math.abs(line.size - size) < size * 0.12);
  const used = body.length > 0 ? body : lines;
  const steps = used
    .slice(1)
    .map((line, index) => line.y - (used[index]?.y ?? 0))
    .filter((step) => step > 0);
  return {
    left: commonEdge(
      used.map(({ x }) => x),
      size * 0.5,
      "low",
    ),
    right: commonEdge(
      used.map(({ right }) => right),
      size,
      "high",
    ),
    leading: steps.length > 0 ? median(steps) : size * 2,
  };
};

/** Set in the middle of the text; a title above two columns in the middle of the page. */
const isCentred = (line: PageLine, { left, right }: Margins): boolean => {
  const middle = (line.x + line.right) / 2;
  const isShort = line.x - left > line.size * 1.5 && right - line.right > line.size * 1.5;
  if (isShort && Math.abs(middle - (left + right) / 2) < line.size * 1.2) return true;
  const isAcross = line.x < line.pageWidth / 2 && line.right > right;
  return isAcross && Math.abs(middle - line.pageWidth / 2) < line.size * 1.2;
};

/**
 * Joins the lines of paragraphs: a line that reaches the right margin runs on in the next, also across columns
 * and pages, unless that one is indented, set in another size, or set apart by space.
 */
export const joinLines = (lines: readonly PageLine[]): PdfParagraph[] => {
  const size = bodySize(lines);
  const columns = splitColumns(lines);
  const whole = marginsOf(lines, size);
  const margins = new Map<PageLine, Margins>();
  for (const column of columns) {
    // A few lines do not show where the margins are; those of the document do.
    const own = column.length >= 8 ? marginsOf(column, size) : whole;
    for (const line of column) margins.set(line, own);
  }
  const runsOn = (before: PageLine, after: PageLine): boolean => {
    const own = margins.get(before) ?? whole;
    const next = margins.get(after) ?? whole;
    if (Math.abs(before.size - after.size) > before.size * 0.12) return false;
    const step = after.y - before.y;
    const isSameColumn = before.page === after.page && step > 0;
    const bothCentred = isCentred(before, own) && isCentred(after, next);
    if (bothCentred) return isSameColumn && before.size > size * 1.15 && step < before.size * 2.4;
    if (isCentred(after, next) && !ENDS_SENTENCE.test(after.text)) return false;
    if (isSameColumn && step > own.leading * 1.5) return false;
    const isFull = before.right >= own.right - before.size * 2;
    if (!isFull || before.text.includes("\t")) return false;
    const ended = ENDS_SENTENCE.test(before.text);
    if (MARKER.test(after.text) && (ended || before.text.length < 12)) return false;
    const isIndented = after.x - next.left > after.size * 1.2;
    // Lines that hang below a marker are indented too, but their sentence has not ended.
    return !isIndented || (!ended && !MARKER.test(after.text));
  };
  const paragraphs: PdfParagraph[] = [];
  let open: { text: string; first: PageLine; marks: (RaisedMark & { page: number })[] } | null = null;
  let last: PageLine | null = null;
  const close = (): void => {
    if (open === null) return;
    const { text, first, marks } = open;
    const centred = isCentred(first, margins.get(first) ?? whole);
    paragraphs.push({ text, page: first.page, size: first.size, isCentred: centred, marks });
  };
  for (const line of lines) {
    if (open === null || last === null || !runsOn(last, line)) {
      close();
      open = { text: "", first: line, marks: [] };
    } else if (LATIN_END.test(open.text) && LATIN_START.test(line.text)) {
      open.text += " ";
    }
    const text: string = open.text === "" ? line.text : line.text.trimStart();
    const base: number = open.text.length - (line.text.length - text.length);
    open.marks.push(...line.marks.map((mark) => ({ ...mark, offset: base + mark.offset, page: line.page })));
    open.text += text;
    last = line;
  }
  close();
  return paragraphs;
};
