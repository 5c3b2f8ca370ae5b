import { continueTable } from "./continue-table.ts";
import type { PdfTable } from "./find-tables.ts";
import type { PageLine, RaisedMark } from "./page-lines.ts";

/** Lines that form one paragraph, or a table. */
export interface PdfParagraph {
  readonly text: string;
  /** The page on which it begins. */
  readonly page: number;
  readonly size: number;
  readonly isCentred: boolean;
  readonly marks: readonly (RaisedMark & { readonly page: number })[];
  /** A table with its continuations on the pages after; it has no text. */
  readonly table?: PdfTable;
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
/** Programs that set Chinese text break lines within numbers. */
const DIGIT_END = /\d$/;
const DIGIT_START = /^\d/;

/** The outermost value that a good part of the values lie near to. */
const commonEdge = (values: readonly number[], tolerance: number, outermost: "low" | "high"): number => {
  const sorted = values.toSorted((a, b) => (outermost === "low" ? a - b : b - a));
  const enough = Math.max(1, Math.min(3, sorted.length * 0.15), sorted.length * 0.02);
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

const marginsOf = (lines: readonly PageLine[], size: number): Margins => {
  const body = lines.filter((line) => Math.abs(line.size - size) < size * 0.12);
  const used = body.length > 0 ? body : lines;
  const steps = used
    .slice(1)
    .map((line, index) => (line.page === used[index]?.page ? line.y - used[index].y : 0))
    .filter((step) => step > 0);
  const starts = used.map(({ x }) => x);
  const ends = used.map(({ right }) => right);
  const commonLeft = commonEdge(starts, size * 0.5, "low");
  // Of a document of short paragraphs, a single line may be all that runs on: at the left margin, two characters
  // before the first lines, and on from a line that leaves as much room at the right.
  const left = starts.find((x) => Math.abs(commonLeft - x - size * 2) < size * 0.4) ?? commonLeft;
  const commonRight = commonEdge(ends, size, "high");
  const mirrored = (used[0]?.pageWidth ?? 0) - left;
  const full = ends.filter((end) => end > commonRight && Math.abs(end - mirrored) < size * 1.5);
  return {
    left,
    right: Math.max(commonRight, ...full),
    leading: steps.length > 0 ? median(steps) : size * 2,
  };
};

const FEWEST_LINES = 20;

/**
 * The margins of each line: one pair for the whole document, for a page of a few short lines does not show them;
 * but each column has its own, and left and right pages where they mirror each other.
 */
const documentMargins = (lines: readonly PageLine[], size: number): ((line: PageLine) => Margins) => {
  const byColumn = new Map(
    [...Map.groupBy(lines, ({ column }) => column)].map(([column, own]) => {
      const whole = marginsOf(own, size);
      const sides = [0, 1].map((parity) => own.filter(({ page }) => page % 2 === parity));
      const [even = whole, odd = whole] = sides.map((side) => marginsOf(side, size));
      const shift = even.left - odd.left;
      const isMirrored =
        sides.every((side) => side.length >= FEWEST_LINES) &&
        Math.abs(shift) > size * 0.5 &&
        Math.abs(even.right - odd.right - shift) < size * 0.5;
      return [column, isMirrored ? [even, odd] : [whole, whole]] as const;
    }),
  );
  const none = marginsOf(lines, size);
  return ({ column, page }) => byColumn.get(column)?.[page % 2] ?? none;
};

/** Set in the middle of the text, or a large line in the middle of the page, as titles above columns are. */
const isCentred = (line: PageLine, { left, right }: Margins, size: number): boolean => {
  const middle = (line.x + line.right) / 2;
  const isShort = line.x - left > line.size * 1.5 && right - line.right > line.size * 1.5;
  if (isShort && Math.abs(middle - (left + right) / 2) < line.size * 1.2) return true;
  const isLarge = line.size > size * 1.15 && line.right - line.x < line.pageWidth * 0.8;
  return isLarge && line.column === null && Math.abs(middle - line.pageWidth / 2) < line.size * 1.2;
};

/**
 * Joins the lines of paragraphs: a line that reaches the right margin runs on in the next, also across columns
 * and pages, unless that one is indented, set in another size, or set apart by space.
 */
export const joinLines = (lines: readonly PageLine[]): PdfParagraph[] => {
  const words = lines.filter(({ table }) => table === undefined);
  const size = bodySize(words);
  const margins = documentMargins(words, size);
  const runsOn = (first: PageLine, before: PageLine, after: PageLine): boolean => {
    const own = margins(before);
    const next = margins(after);
    if (Math.abs(before.size - after.size) > before.size * 0.12) return false;
    const step = after.y - before.y;
    const isSameColumn = before.page === after.page && step > 0;
    const bothCentred = isCentred(before, own, size) && isCentred(after, next, size);
    // （…会议通过 自2025年3月1日起／施行）: of a centred note, the first line fills the width.
    const opened = before.text.lastIndexOf("（") > before.text.lastIndexOf("）");
    const closes =
      after.text.indexOf("）") !== -1 && !after.text.slice(0, after.text.indexOf("）")).includes("（");
    if (opened && closes && isSameColumn && step < own.leading * 1.5 && !isCentred(before, own, size)) {
      if (before.right >= own.right - before.size * 2) return true;
    }
    if (bothCentred) return isSameColumn && before.size > size * 1.15 && step < before.size * 2.4;
    if (isCentred(after, next, size) && !ENDS_SENTENCE.test(after.text)) return false;
    if (isSameColumn && step > own.leading * 1.5) return false;
    const isFull = before.right >= own.right - before.size * 2;
    if (!isFull || before.text.includes("\t")) return false;
    const ended = ENDS_SENTENCE.test(before.text);
    if (MARKER.test(after.text) && (ended || before.text.length < 12)) return false;
    const isIndented = after.x - next.left > after.size * 1.2;
    if (!isIndented) return true;
    // Lines that hang beside the marker of their paragraph are indented too, but their sentence has not ended.
    const hangs =
      MARKER.test(first.text) &&
      after.x - first.x > after.size * 0.5 &&
      (before === first || Math.abs(before.x - after.x) < after.size * 0.5);
    return hangs && !ended && !MARKER.test(after.text);
  };
  const paragraphs: PdfParagraph[] = [];
  let open: { text: string; first: PageLine; marks: (RaisedMark & { page: number })[] } | null = null;
  let last: PageLine | null = null;
  let tablePage = 0;
  const close = (): void => {
    if (open === null) return;
    const { text, first, marks } = open;
    const centred = isCentred(first, margins(first), size);
    paragraphs.push({ text, page: first.page, size: first.size, isCentred: centred, marks });
  };
  const addTable = (line: PageLine, table: PdfTable): void => {
    close();
    [open, last] = [null, null];
    const before = paragraphs.at(-1);
    const whole =
      before?.table === undefined || tablePage === line.page ? null : continueTable(before.table, table);
    tablePage = line.page;
    if (before === undefined || whole === null)
      paragraphs.push({ text: "", page: line.page, size: 0, isCentred: false, marks: [], table });
    else paragraphs[paragraphs.length - 1] = { ...before, table: whole };
  };
  for (const line of lines) {
    if (line.table !== undefined) {
      addTable(line, line.table);
      continue;
    }
    if (open === null || last === null || !runsOn(open.first, last, line)) {
      close();
      open = { text: "", first: line, marks: [] };
    } else if (
      LATIN_END.test(open.text) &&
      LATIN_START.test(line.text) &&
      !(DIGIT_END.test(open.text) && DIGIT_START.test(line.text))
    ) {
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
