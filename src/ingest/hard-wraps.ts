import type { ContentLine } from "./content-lines.ts";
import { beginsClause, continuesSentence, isFinished } from "./mid-sentence-cut.ts";

/** How a source that breaks its lines at a fixed width tells where a paragraph begins. */
export interface WrapStyle {
  /** Of the widest line with its indentation. */
  readonly width: number;
  /** What the width counts: columns (a full-width character is two) or characters. */
  readonly unit: "column" | "character";
  readonly boundary: "indent" | "blank-line" | "none";
}

const FULL_WIDTH =
  /[\u1100-\u115F\u2014\u2018\u2019\u201C\u201D\u2026\u2460-\u24FF\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/;
/** A source wraps at so many columns at most; whoever writes longer lines does not wrap. */
const WIDEST = 120;
const NARROWEST = { column: 24, character: 12 } as const;
/** A wrapped line is at most so much shorter than the width: a mark that must not begin a line takes a word along. */
const SLACK = { column: 4, character: 2 } as const;
const LOOSE_SLACK = 0.25;
const FEWEST_FULL_LINES = 4;

const widthOf = (text: string, indent: number, unit: WrapStyle["unit"]): number => {
  if (unit === "character") return text.length + Math.ceil(indent / 2);
  let width = indent;
  for (let at = 0; at < text.length && width <= WIDEST; at += 1) {
    width += FULL_WIDTH.test(text.charAt(at)) ? 2 : 1;
  }
  return width;
};

interface MeasuredLine {
  readonly line: ContentLine;
  readonly text: string;
}

/** The part of `lines` for which `has` is true, 0 to 1. */
const share = (lines: readonly ContentLine[], has: (line: ContentLine) => boolean): number =>
  lines.length === 0 ? 0 : lines.filter((line) => has(line)).length / lines.length;

const isIndented = (line: ContentLine): boolean => line.indent >= 2;
const isApart = (line: ContentLine): boolean => line.afterBlank;

const styleIn = (
  unit: WrapStyle["unit"],
  lines: readonly MeasuredLine[],
): { readonly style: WrapStyle; readonly unexplained: number } | null => {
  const widths = lines.map(({ line, text }) => widthOf(text, line.indent, unit));
  let width = 0;
  for (const each of widths) width = Math.max(width, each);
  if (width > WIDEST || width < NARROWEST[unit]) return null;
  let full = 0;
  let cuts = 0;
  // Lines that stop in mid-sentence though they do not fill the width: headings, or the unit is the wrong one.
  let unexplained = 0;
  const goingOn: ContentLine[] = [];
  const afterShort: ContentLine[] = [];
  lines.forEach(({ text }, index) => {
    const next = lines[index + 1];
    if ((widths[index] ?? 0) < width - SLACK[unit]) {
      if (next !== undefined) afterShort.push(next.line);
      if (!isFinished(text)) unexplained += 1;
      return;
    }
    full += 1;
    if (next === undefined || isFinished(text)) return;
    cuts += 1;
    if (!beginsClause(next.text)) goingOn.push(next.line);
  });
  if (full < Math.max(FEWEST_FULL_LINES, lines.length * 0.25)) return null;
  // After a line that does not fill the width a paragraph begins: how do those look, and how do the others?
  const tells = (has: (line: ContentLine) => boolean): boolean =>
    share(afterShort, has) >= 0.6 && share(goingOn, has) <= 0.4;
  const boundary = tells(isIndented) ? "indent" : tells(isApart) ? "blank-line" : "none";
  // Where nothing else tells paragraphs, most of the full lines must stop in mid-sentence.
  if (cuts < full * (boundary === "none" ? 0.5 : 0.3)) return null;
  return { style: { width, unit, boundary }, unexplained };
};

/**
 * The style of a hard-wrapped source, or null for one whose line breaks end paragraphs. The evidence: no line is
 * wider than a common width, many lines fill it, and most of those stop in mid-sentence.
 */
export const findWrapStyle = (source: string, lines: readonly ContentLine[]): WrapStyle | null => {
  // Where the format tells paragraphs, nothing is wrapped.
  if (lines.some(({ fact }) => fact?.hardBreak === true)) return null;
  const plain = lines.flatMap((line) =>
    line.isFootnote || line.fact?.kind === "table-row"
      ? []
      : [{ line, text: source.slice(line.start, line.end) }],
  );
  if (plain.some(({ text }) => text.length > WIDEST)) return null;
  const columns = styleIn("column", plain);
  const characters = styleIn("character", plain);
  if (columns === null || characters === null) return (columns ?? characters)?.style ?? null;
  if (characters.unexplained !== columns.unexplained) {
    return characters.unexplained < columns.unexplained ? characters.style : columns.style;
  }
  return columns.style.boundary === "none" ? characters.style : columns.style;
};

/** Whether the break before `line` is a wrap of the paragraph whose last line is `before`. */
export const isWrapped = (
  style: WrapStyle,
  before: { readonly text: string; readonly indent: number },
  line: ContentLine,
  text: string,
): boolean => {
  if (continuesSentence(text)) return true;
  // Where indents or blank lines tell the paragraphs, a line need not fill the width to the last character.
  const slack = style.boundary === "none" ? SLACK[style.unit] : style.width * LOOSE_SLACK;
  if (widthOf(before.text, before.indent, style.unit) < style.width - slack) return false;
  const mayBegin = isFinished(before.text) && beginsClause(text);
  if (style.boundary === "indent") return !isIndented(line) && !mayBegin;
  if (style.boundary === "blank-line") return !isApart(line) && !mayBegin;
  return !isFinished(before.text) && !beginsClause(text);
};
