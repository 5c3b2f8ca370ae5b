import type { LineFact } from "./extracted-text.ts";

/** A line's content in the source, without the blanks around it. Offsets are UTF-16 units into the source. */
export interface ContentLine {
  readonly start: number;
  readonly end: number;
  /** Begins with the replacement character that stands for a lost footnote marker. */
  readonly isFootnote: boolean;
  /** Columns of blank before it; a full-width blank is two. */
  readonly indent: number;
  /** Empty lines stand before it. */
  readonly afterBlank: boolean;
  /** A break that was lost in copying stood before it, not a line break. */
  readonly afterLostBreak: boolean;
  readonly fact?: LineFact;
}

export const LINE_BREAK = /\r\n|[\n\r\u000B\f\u0085\u2028\u2029]/g;
const BLANK = /[\s\u0000-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/;
const LOST_FOOTNOTE_MARKER = /^\uFFFD\s*/;
/** An indentation is never longer; what is, is a blank line's remains. */
const LONGEST_INDENT = 80;

function* linesOf(source: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (const lineBreak of source.matchAll(LINE_BREAK)) {
    yield { start, end: lineBreak.index };
    start = lineBreak.index + lineBreak[0].length;
  }
  yield { start, end: source.length };
}

const columns = (blank: string): number => {
  let width = 0;
  for (const character of blank.slice(0, LONGEST_INDENT)) width += character === "\u3000" ? 2 : 1;
  return width;
};

/** How many blank characters begin and end a text; all of them begin it where there is nothing else. */
export const blanksAround = (raw: string): { readonly lead: number; readonly trail: number } => {
  // Loops, not patterns: a pattern that ends in $ is quadratic on a line of a million blanks.
  let lead = 0;
  while (lead < raw.length && BLANK.test(raw.charAt(lead))) lead += 1;
  if (lead === raw.length) return { lead, trail: 0 };
  let trail = 0;
  while (BLANK.test(raw.charAt(raw.length - 1 - trail))) trail += 1;
  return { lead, trail };
};

/** The lines of a source that are not blank, each with what the format says about it. */
export const contentLines = (source: string, facts: readonly LineFact[]): ContentLine[] => {
  const factAt = new Map(facts.map((fact) => [fact.start, fact]));
  const lines: ContentLine[] = [];
  let afterBlank = false;
  for (const line of linesOf(source)) {
    const raw = source.slice(line.start, line.end);
    const { lead, trail } = blanksAround(raw);
    if (lead === raw.length) {
      afterBlank = true;
      continue;
    }
    const marker =
      raw.charAt(lead) === "\uFFFD" ? (LOST_FOOTNOTE_MARKER.exec(raw.slice(lead))?.[0].length ?? 0) : 0;
    if (lead + marker + trail >= raw.length) continue;
    const fact = factAt.get(line.start) ?? factAt.get(line.start + lead);
    lines.push({
      start: line.start + lead + marker,
      end: line.end - trail,
      isFootnote: marker > 0 || fact?.kind === "footnote",
      indent: columns(raw.slice(0, lead)),
      afterBlank,
      afterLostBreak: false,
      ...(fact === undefined ? {} : { fact }),
    });
    afterBlank = false;
  }
  return lines;
};
