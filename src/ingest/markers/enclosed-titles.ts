import type { ParagraphRange } from "./table-of-contents.ts";

const BOOK_TITLE = /《([^《》]{2,120}(?:〈[^〈〉]{1,60}〉[^《》]{0,60})?)》/g;
const SENTENCE = /[，。；：！？]/;
const LONGEST_LINE = 60;
/** A title is broken into at most so many lines. */
const MOST_LINES = 4;
/** An enclosed document begins at most so many paragraphs after the date of what encloses it. */
const REACH = 5;

/** Titles are compared without blanks, width and the marks around a date or 试行. */
const compact = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[\s《》〈〉]+/g, "")
    .replace(/\((?:试行|暂行|修订|草案|征求意见稿|\d{4}年.{0,8})\)$/, "");

export interface TitleSearch {
  readonly texts: readonly string[];
  /** Whether a paragraph is plain text: no marker, no signature, not in a table of contents. */
  readonly isPlain: (index: number) => boolean;
  readonly isSignature: (index: number) => boolean;
  /** Index of the paragraph after the document's own title. */
  readonly from: number;
}

/**
 * The titles of documents that stand enclosed in this one (国务院关于印发…方案的通知, then the 方案): lines of their
 * own, after the signature or after another enclosed document, that say a title which the text before has named.
 */
export const findEnclosedTitles = ({ texts, isPlain, isSignature, from }: TitleSearch): ParagraphRange[] => {
  const named = new Set<string>();
  const titles: ParagraphRange[] = [];
  let lastSignature = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? "";
    if (isSignature(index)) lastSignature = index;
    const mayBegin =
      index >= from &&
      named.size > 0 &&
      (index - lastSignature <= REACH || titles.length > 0) &&
      isPlain(index);
    if (mayBegin) {
      let joined = "";
      for (let end = index; end < Math.min(texts.length, index + MOST_LINES); end += 1) {
        const line = texts[end] ?? "";
        if (!isPlain(end) || line.length > LONGEST_LINE || SENTENCE.test(line)) break;
        joined += line;
        if (named.has(compact(joined))) {
          titles.push({ start: index, end: end + 1 });
          index = end;
          break;
        }
      }
    }
    if (text.includes("《"))
      for (const match of text.matchAll(BOOK_TITLE)) named.add(compact(match[1] ?? ""));
  }
  return titles;
};
