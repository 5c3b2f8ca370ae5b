import { normaliseDocumentNumber } from "./document-number.ts";

/** A document that a text names in book-title marks, with the 文号 in brackets behind it. */
export interface CitedTitle {
  /** Without the outer marks; inner 〈〉 stay as they stand. */
  readonly title: string;
  readonly documentNumber: string | null;
  /** UTF-16 offsets of 《…》 and of the bracket with its 文号. */
  readonly start: number;
  readonly end: number;
  /** Where the closing 》 ends. */
  readonly titleEnd: number;
}

const LONGEST_TITLE = 200;
const BRACKET =
  /^\s?[（(〔［[]([^（）()\n]{2,60}(?:[（(][^（）()\n]{1,40}[）)][^（）()\n]{0,40})?)[）)〕］\]]/;

/** The end of the title that opens at `open`, inner 《》 counted; -1 where it is not closed. */
const closeOf = (text: string, open: number): number => {
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + LONGEST_TITLE); at += 1) {
    const character = text[at];
    if (character === "《") depth += 1;
    else if (character === "》") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
};

/** All documents that a text names in 《》, outermost marks, in text order. */
export const findCitedTitles = (text: string): CitedTitle[] => {
  const found: CitedTitle[] = [];
  let at = text.indexOf("《");
  while (at !== -1) {
    const titleEnd = closeOf(text, at);
    if (titleEnd === -1) {
      at = text.indexOf("《", at + 1);
      continue;
    }
    const bracket = BRACKET.exec(text.slice(titleEnd, titleEnd + LONGEST_TITLE));
    const documentNumber = bracket === null ? null : normaliseDocumentNumber(bracket[1] ?? "");
    found.push({
      // [[…]]: wiki marks that law collections leave behind.
      title: text
        .slice(at + 1, titleEnd - 1)
        .replaceAll(/^\[\[|\]\]$/g, "")
        .trim(),
      documentNumber,
      start: at,
      end: documentNumber === null ? titleEnd : titleEnd + (bracket?.[0].length ?? 0),
      titleEnd,
    });
    at = text.indexOf("《", titleEnd);
  }
  return found;
};
