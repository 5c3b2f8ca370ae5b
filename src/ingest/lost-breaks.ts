import type { ContentLine } from "./content-lines.ts";
import { blanksAround } from "./content-lines.ts";
import { isLatin } from "./markers/latin-enumerations.ts";
import type { ReadMarker } from "./markers/marker.ts";
import { readMarker } from "./markers/read-marker.ts";
import { findRunOnBreaks } from "./run-on-breaks.ts";

const BLANKS = /[\u3000 \t\u00A0\u2002\u2003]+/g;
const HAS_BLANK = /[\u3000 \t\u00A0\u2002\u2003]/;
/** A whole sentence or item ends here, closing marks included. */
const FINAL = /[。！？!?；;：:…][”’」』）)】》]{0,4}$/;
const PUNCTUATION = /[，。；：！？,;:!?]/;
const DOCUMENT_NUMBER = /^[\u4E00-\u9FFF]{1,10}[〔[（(]\d{4}[〕\])）]第?\d{1,5}号(?![^\s])/;
const DATE = /^(?:[12]\d{3}|[〇○零一二三四五六七八九]{4})年.{1,3}月.{1,3}日(?![^\s])/;
/** Enough of what follows to tell what begins there. */
const BEGINNING = 80;
const LONGEST_HEADING = 60;
const LONGEST_TITLE = 120;
/** Runs of full-width blanks at which lines that were indented have lost their break. */
const INDENT = /^\u3000{2,}$|^[ \u00A0]{4,}$|^\t+\u3000|^ +\u3000{2}/;

/** A stretch of blanks inside a line, with what the words around it say about a lost break. */
interface Gap {
  readonly start: number;
  readonly end: number;
  readonly kind: "indent" | "marker" | "head" | "sentence" | "heading" | "space";
}

/** The words from one blank to the next, for headings that stand alone between blanks. */
const upToBlank = (text: string, from: number): string => {
  const rest = text.slice(from, from + BEGINNING);
  const at = rest.search(HAS_BLANK);
  return at === -1 ? rest : rest.slice(0, at);
};

/** The marker with which `text` begins, where it is one that shows a lost break. */
const markerAt = (text: string): ReadMarker | null => {
  const read = readMarker(text);
  if (read !== null) {
    const provesNothing = read.family.name === "dash" || read.family.name === "decimal" || isLatin(read);
    return provesNothing ? null : read;
  }
  // A division is a line of its own: here it ends at a blank, and what follows it is another line.
  if (!text.startsWith("第")) return null;
  const word = upToBlank(text, 0);
  const division = word.length < text.length ? readMarker(word) : null;
  const isReference = /^\s*(?:规定|所|的|中)/.test(text.slice(word.length));
  return division === null || isReference || division.family.name === "article" ? null : division;
};

/** A title whose two characters were spaced out (总 则), not two things. */
const isSpacedOut = (before: string, after: string): boolean =>
  before.slice(-2).trim().length <= 1 || after.length <= 1;

const gapsOf = (text: string): Gap[] => {
  const gaps: Gap[] = [];
  let begin = 0;
  const last = new Map<string, number>();
  for (const run of text.matchAll(BLANKS)) {
    const start = run.index;
    const end = start + run[0].length;
    const segment = text.slice(Math.max(begin, start - LONGEST_TITLE - 1), start);
    const tail = text.slice(Math.max(begin, start - 8), start);
    const next = text.slice(end, end + BEGINNING);
    const isLine = start - begin <= (begin === 0 ? LONGEST_TITLE : LONGEST_HEADING);
    const head = isLine ? readMarker(segment) : null;
    const isShort = isLine && !PUNCTUATION.test(segment.slice(head?.match.length ?? 0));
    const final = FINAL.test(tail);
    // The blanks right after a marker belong to it, and a spaced-out title stays one.
    const ownBlank = head !== null && head.match.length >= segment.length;
    let kind: Gap["kind"] = "space";
    const marked = ownBlank ? null : markerAt(next);
    if (!ownBlank) {
      const number = marked?.match.number ?? 0;
      const isNext = number > 1 && last.get(marked?.family.name ?? "") === number - 1;
      const word = upToBlank(text, end);
      if (marked !== null && (final || isShort || isNext || INDENT.test(run[0]))) kind = "marker";
      else if (DOCUMENT_NUMBER.test(next) || DOCUMENT_NUMBER.test(segment) || (isShort && DATE.test(next)))
        kind = "head";
      else if (final) kind = INDENT.test(run[0]) ? "indent" : "sentence";
      else if (isShort && !isSpacedOut(segment, word) && /[，。；：]/.test(next)) {
        if (head !== null || INDENT.test(run[0])) kind = "heading";
      }
    }
    if (kind === "marker" && marked !== null) last.set(marked.family.name, marked.match.number ?? 0);
    gaps.push({ start, end, kind });
    if (kind !== "space") begin = end;
  }
  return gaps;
};

/**
 * Which blanks of a line stand for breaks. One blank proves nothing; several markers after final marks, or
 * indentations in mid-line, show that the line was several, and then every blank after a final mark is a break.
 */
const lostBreaksIn = (text: string): readonly Gap[] => {
  const gaps = gapsOf(text);
  const markers = gaps.filter(({ kind }) => kind === "marker").length;
  const indents = gaps.filter(({ kind }) => kind === "indent").length;
  if (markers < 2 && indents === 0) return [];
  return gaps.filter(({ kind }) => kind !== "space");
};

/** A line cut at `gaps`, without the blanks at the cuts. */
const cutAt = (
  source: string,
  line: ContentLine,
  gaps: readonly { readonly start: number; readonly end: number }[],
): ContentLine[] => {
  if (gaps.length === 0) return [line];
  const text = source.slice(line.start, line.end);
  const parts: ContentLine[] = [];
  const part = (start: number, end: number): void => {
    // Between two breaks there may be no more than characters that nobody sees.
    const { lead, trail } = blanksAround(text.slice(start, end));
    if (lead === end - start) return;
    const afterLostBreak = parts.length > 0 || line.afterLostBreak;
    parts.push({ ...line, start: line.start + start + lead, end: line.start + end - trail, afterLostBreak });
  };
  let start = 0;
  for (const gap of gaps) {
    part(start, gap.start);
    start = gap.end;
  }
  part(start, text.length);
  return parts;
};

/**
 * Splits lines at the breaks that were lost in copying, where only blanks are left of them, or nothing at all but the
 * numbers of the clauses.
 */
export const splitAtLostBreaks = (source: string, lines: readonly ContentLine[]): ContentLine[] => {
  let lastArticle = 0;
  return lines.flatMap((line) => {
    const { kind } = line.fact ?? {};
    if (line.isFootnote || kind === "table-row" || kind === "heading") return [line];
    const text = source.slice(line.start, line.end);
    const breaks = findRunOnBreaks(text, lastArticle);
    const parts = cutAt(
      source,
      line,
      breaks.map((at) => ({ start: at, end: at })),
    ).flatMap((part) => {
      const words = source.slice(part.start, part.end);
      return HAS_BLANK.test(words) ? cutAt(source, part, lostBreaksIn(words)) : [part];
    });
    for (const part of parts) {
      const read = readMarker(source.slice(part.start, Math.min(part.end, part.start + BEGINNING)));
      if (read?.family.name === "article") lastArticle = read.match.number ?? lastArticle;
    }
    return parts;
  });
};
