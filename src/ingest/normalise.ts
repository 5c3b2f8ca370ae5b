import type { Normalisation, NormalisationReason } from "../policy/document.ts";
import type { ContentLine } from "./content-lines.ts";
import { contentLines, LINE_BREAK } from "./content-lines.ts";
import type { LineFact } from "./extracted-text.ts";
import type { WrapStyle } from "./hard-wraps.ts";
import { findWrapStyle, isWrapped } from "./hard-wraps.ts";
import { splitAtLostBreaks } from "./lost-breaks.ts";
import {
  continuesSentence,
  introducesList,
  isBodyText,
  isCutInMidSentence,
  isListItem,
  LONGEST_HEADING,
} from "./mid-sentence-cut.ts";

/**
 * A paragraph of the canonical text, by UTF-16 offsets. `cuts` are the offsets at which lines were joined:
 * where a footnote marker or a page break once stood.
 */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly isFootnote: boolean;
  readonly cuts: readonly number[];
  /** What the format says about the line with which it begins; `annotates` is an offset into the canonical text. */
  readonly fact?: Omit<LineFact, "start">;
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
 * lines that were cut in mid-sentence or wrapped at a fixed width are joined, blanks that are left of a lost line
 * break become one, and the replacement character that stands for a lost footnote marker goes. Inside a line
 * nothing else changes: widths, inner blanks and punctuation stay.
 */
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]+/g;

/** Why a stretch between two lines (or at either end of the file) differs from what replaces it. */
const gapReason = (gap: string, joined: boolean, line: ContentLine | null): NormalisationReason => {
  if (joined) return "line-join";
  if (line?.afterLostBreak === true) return "lost-line-break";
  if (gap.includes("\uFFFD")) return "footnote-marker";
  if (gap.startsWith("\uFEFF")) return "byte-order-mark";
  const breaks = gap.match(LINE_BREAK)?.length ?? 0;
  if (breaks > 1) return "blank-line";
  if (breaks === 0 || !/[\n\r]$/.test(gap)) return "indentation";
  return /^[\n\r]/.test(gap) ? "line-ending" : "trailing-space";
};

/** A paragraph while its lines are being joined. */
interface OpenParagraph {
  readonly start: number;
  readonly first: ContentLine;
  readonly cuts: number[];
  /** Whether it may be an item of an unnumbered list, so that a comma at its end does not make it go on. */
  readonly inList: boolean;
  /** Whether the text so far is body text, not a heading; and its last line. */
  isBody: boolean;
  last: { readonly text: string; readonly indent: number };
}

const isJoined = (
  open: OpenParagraph,
  line: ContentLine,
  content: string,
  wrapStyle: WrapStyle | null,
): boolean => {
  if (line.isFootnote || line.afterLostBreak) return false;
  // Where the format itself ends paragraphs, or says what a line is, its word stands.
  const before = open.first.fact;
  if (before?.hardBreak === true || (before !== undefined && before.kind !== "paragraph")) return false;
  if (line.fact !== undefined && line.fact.kind !== "paragraph") return false;
  if (wrapStyle !== null && isWrapped(wrapStyle, open.last, line, content)) return true;
  if (wrapStyle !== null && wrapStyle.boundary !== "none") return false;
  if (open.inList && isListItem(open.last.text) && !continuesSentence(content)) return false;
  return isCutInMidSentence(open.last.text, content, open.isBody);
};

/** What stands for a joined line break: nothing between Chinese characters, a blank between Latin words. */
const joint = (before: string, after: string): string =>
  /[A-Za-z,.;:]$/.test(before.slice(-1)) && /^[A-Za-z]/.test(after) ? " " : "";

/** Maps offsets into the source to offsets into the canonical text. */
export const canonicalOffsets = (normalisations: readonly Normalisation[]): ((offset: number) => number) => {
  const shifts: number[] = [0];
  for (const { start, end, replacement } of normalisations) {
    shifts.push((shifts.at(-1) ?? 0) + replacement.length - (end - start));
  }
  return (offset) => {
    let low = 0;
    let high = normalisations.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((normalisations[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const last = normalisations[low - 1];
    // An offset inside a stretch that was replaced stands where that stretch ended.
    return Math.max(offset, last?.end ?? 0) + (shifts[low] ?? 0);
  };
};

const finish = (
  { open, end }: { readonly open: OpenParagraph; readonly end: number },
  canonical: (offset: number) => number,
): Paragraph => {
  const { start, first, cuts } = open;
  const paragraph = { start, end, isFootnote: first.isFootnote, cuts };
  if (first.fact === undefined) return paragraph;
  const { start: _start, annotates, ...fact } = first.fact;
  return {
    ...paragraph,
    fact: annotates === undefined ? fact : { ...fact, annotates: canonical(annotates) },
  };
};

/**
 * Turns a decoded source into canonical text; `restoreSource` takes it back.
 *
 * @param facts what the format says about the lines of `source`, by UTF-16 offset; none for plain text.
 */
export const normalise = (source: string, facts: readonly LineFact[] = []): NormalisedText => {
  const unsplit = contentLines(source, facts);
  const wrapStyle = findWrapStyle(source, unsplit);
  const lines = splitAtLostBreaks(source, unsplit);
  const normalisations: Normalisation[] = [];
  const drafts: { readonly open: OpenParagraph; readonly end: number }[] = [];
  const pieces: string[] = [];
  let length = 0;
  let open: OpenParagraph | null = null;
  let sourceEnd = 0;
  // Read through a function: the compiler would take it for null, as it was when the loop began.
  const openParagraph = (): OpenParagraph | null => open;
  const write = (piece: string): void => {
    if (piece === "") return;
    pieces.push(piece);
    length += piece.length;
  };
  const replaceGap = (end: number, replacement: string, joined: boolean, line: ContentLine | null): void => {
    const gap = source.slice(sourceEnd, end);
    if (gap !== replacement) {
      normalisations.push({ reason: gapReason(gap, joined, line), start: sourceEnd, end, replacement });
    }
    write(replacement);
  };
  for (const line of lines) {
    const content = source.slice(line.start, line.end);
    const last = { text: content, indent: line.indent };
    const before = openParagraph();
    const joined = before !== null && isJoined(before, line, content, wrapStyle);
    if (before !== null && !joined) drafts.push({ open: before, end: length });
    if (before !== null && joined) {
      replaceGap(line.start, joint(before.last.text, content), true, line);
      before.cuts.push(length);
      before.isBody ||= isBodyText(content) || length + content.length - before.start > LONGEST_HEADING;
      before.last = last;
    } else {
      replaceGap(line.start, length === 0 ? "" : "\n", false, line);
      const inList: boolean =
        before !== null &&
        (introducesList(before.last.text) || (before.inList && isListItem(before.last.text)));
      open = { start: length, first: line, cuts: [], inList, isBody: isBodyText(content), last };
    }
    let at = line.start;
    for (const invisible of content.matchAll(INVISIBLE)) {
      const start = line.start + invisible.index;
      const end = start + invisible[0].length;
      write(source.slice(at, start));
      normalisations.push({ reason: "control-character", start, end, replacement: "" });
      at = end;
    }
    write(source.slice(at, line.end));
    sourceEnd = line.end;
  }
  if (open !== null) drafts.push({ open, end: length });
  replaceGap(source.length, "", false, null);
  const canonical = canonicalOffsets(normalisations);
  return {
    text: pieces.join(""),
    paragraphs: drafts.map((draft) => finish(draft, canonical)),
    normalisations,
  };
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
