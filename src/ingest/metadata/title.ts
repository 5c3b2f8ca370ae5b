import { readMarker } from "../markers/read-marker.ts";
import type { NormalisedText } from "../normalise.ts";

/** The title of a document with its place in the canonical text. */
export interface FoundTitle {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_TITLE = 120;
const BOOK_TITLE = /^《(.+)》$/;

/**
 * The title, where the first paragraph is one: a line without sentence punctuation that names a kind of
 * document or stands in book-title marks. Null where the text begins at once (its title must be given).
 */
export const findTitle = ({ text, paragraphs }: NormalisedText): FoundTitle | null => {
  const first = paragraphs[0];
  if (first === undefined || first.isFootnote) return null;
  const content = text.slice(first.start, first.end);
  if (content.length > LONGEST_TITLE || /[，。；！？]/.test(content) || readMarker(content) !== null)
    return null;
  const book = BOOK_TITLE.exec(content);
  return { title: book?.[1] ?? content, start: first.start, end: first.end };
};
