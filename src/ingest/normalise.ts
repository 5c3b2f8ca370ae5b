import type { Normalisation, NormalisationReason } from "../policy/document.ts";
import { isCutInMidSentence } from "./mid-sentence-cut.ts";

/**
 * A paragraph of the canonical text, by UTF-16 offsets. `cuts` are the offsets at which lines were joined:
 * where a footnote marker or a page break once stood.
 */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly isFootnote: boolean;
  readonly cuts: readonly number[];
}

export interface NormalisedText {
  /** Paragraphs separated by single line feeds. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly normalisations: readonly Normalisation[];
}

/**
 * All differences between a source and its canonical text (invariant 1) are made here:
 * line endings and blank lines become one line feed, blanks around lines go, invisible control characters go,
 * lines that were cut in mid-sentence are joined, and the replacement character that stands for a lost
 * footnote marker goes. Inside a line nothing else changes: widths, inner blanks and punctuation stay.
 */
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]+/g;
const LINE_BREAK = /\r\n|[\n\r\u000B\f\u0085\u2028\u2029]/g;
const BLANK = /[\s\u0000-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/;
const LOST_FOOTNOTE_MARKER = /^\uFFFD\s*/;

/** A line's content in the source, without the blanks around it. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly isFootnote: boolean;
}

function* linesOf(source: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  for (const lineBreak of source.matchAll(LINE_BREAK)) {
    yield { start, end: lineBreak.index };
    start = lineBreak.index + lineBreak[0].length;
  }
  yield { start, end: source.length };
}

const contentLines = (source: string): Line[] => {
  const lines: Line[] = [];
  for (const line of linesOf(source)) {
    const raw = source.slice(line.start, line.end);
    // Loops, not patterns: a pattern that ends in $ is quadratic on a line of a million blanks.
    let lead = 0;
    while (lead < raw.length && BLANK.test(raw.charAt(lead))) lead += 1;
    if (lead === raw.length) continue;
    let trail = 0;
    while (BLANK.test(raw.charAt(raw.length - 1 - trail))) trail += 1;
    const marker = LOST_FOOTNOTE_MARKER.exec(raw.slice(lead))?.[0].length ?? 0;
    if (lead + marker + trail >= raw.length) continue;
    lines.push({ start: line.start + lead + marker, end: line.end - trail, isFootnote: marker > 0 });
  }
  return lines;
};

/** Why a stretch between two lines (or at either end of the file) differs from what replaces it. */
const gapReason = (gap: string, joined: boolean, beforeFootnote: boolean): NormalisationReason => {
  if (joined) return "line-join";
  if (beforeFootnote) return "footnote-marker";
  if (gap.startsWith("\uFEFF")) return "byte-order-mark";
  const breaks = gap.match(LINE_BREAK)?.length ?? 0;
  if (breaks > 1) return "blank-line";
  if (breaks === 0 || !/[\n\r]$/.test(gap)) return "indentation";
  return /^[\n\r]/.test(gap) ? "line-ending" : "trailing-space";
};

/** Turns a decoded source into canonical text; `restoreSource` takes it back. */
export const normalise = (source: string): NormalisedText => {
  const lines = contentLines(source);
  const normalisations: Normalisation[] = [];
  const paragraphs: Paragraph[] = [];
  let text = "";
  let open: { start: number; isFootnote: boolean; cuts: number[]; sourceText: string } | null = null;
  let sourceEnd = 0;
  const closeParagraph = (): void => {
    if (open === null) return;
    paragraphs.push({ start: open.start, end: text.length, isFootnote: open.isFootnote, cuts: open.cuts });
    open = null;
  };
  const replaceGap = (end: number, replacement: string, joined: boolean, beforeFootnote: boolean): void => {
    const gap = source.slice(sourceEnd, end);
    if (gap !== replacement) {
      normalisations.push({
        reason: gapReason(gap, joined, beforeFootnote),
        start: sourceEnd,
        end,
        replacement,
      });
    }
    text += replacement;
  };
  for (const line of lines) {
    const content = source.slice(line.start, line.end);
    const joined: boolean =
      open !== null &&
      !line.isFootnote &&
      isCutInMidSentence((open as { sourceText: string }).sourceText, content);
    if (!joined) closeParagraph();
    replaceGap(line.start, joined || text === "" ? "" : "\n", joined, line.isFootnote);
    if (open === null) open = { start: text.length, isFootnote: line.isFootnote, cuts: [], sourceText: "" };
    else open.cuts.push(text.length);
    open.sourceText += content;
    let at = line.start;
    for (const invisible of content.matchAll(INVISIBLE)) {
      const start = line.start + invisible.index;
      const end = start + invisible[0].length;
      text += source.slice(at, start);
      normalisations.push({ reason: "control-character", start, end, replacement: "" });
      at = end;
    }
    text += source.slice(at, line.end);
    sourceEnd = line.end;
  }
  closeParagraph();
  replaceGap(source.length, "", false, false);
  return { text, paragraphs, normalisations };
};

/** The source again, from the canonical text and the recorded differences with the source's own words. */
export const restoreSource = (
  text: string,
  normalisations: readonly Normalisation[],
  droppedText: (normalisation: Normalisation) => string,
): string => {
  let source = "";
  let at = 0;
  for (const normalisation of normalisations) {
    const kept = normalisation.start - source.length;
    source += text.slice(at, at + kept) + droppedText(normalisation);
    at += kept + normalisation.replacement.length;
  }
  return source + text.slice(at);
};
