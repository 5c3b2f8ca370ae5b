/** A span by UTF-16 offsets into the text that was searched. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

const QUOTATION_MARKS: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "「": '"',
  "」": '"',
  "『": '"',
  "』": '"',
  "‘": "'",
  "’": "'",
};

/** Shorter quotes stand in nearly every clause and so prove nothing. */
const SHORTEST = 4;

interface FoldedText {
  readonly text: string;
  /** For each unit of `text`, the span of the source's character it comes from. */
  readonly origins: readonly TextSpan[];
}

/** Without blanks and invisible characters, width and quotation marks made one: what copying changes. */
const fold = (source: string): FoldedText => {
  let text = "";
  const origins: TextSpan[] = [];
  let at = 0;
  for (const character of source) {
    const origin = { start: at, end: at + character.length };
    at = origin.end;
    if (/^[\s\p{Cf}]$/u.test(character)) continue;
    const folded = QUOTATION_MARKS[character] ?? character.normalize("NFKC");
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) origins.push(origin);
  }
  return { text, origins };
};

/**
 * Finds a quote in the text it claims to be copied from: as it is, or after blanks, width and quotation marks
 * are folded. Nothing else is forgiven.
 * @returns the span of the text that was quoted, or null for a quote that is made up or too short to say anything.
 */
export const locateQuote = (text: string, quote: string): TextSpan | null => {
  const trimmed = quote.trim();
  const wanted = fold(trimmed).text;
  if (Array.from(wanted.matchAll(/[\p{L}\p{N}]/gu)).length < SHORTEST) return null;
  const exact = text.indexOf(trimmed);
  if (exact >= 0) return { start: exact, end: exact + trimmed.length };
  const folded = fold(text);
  let found = folded.text.indexOf(wanted);
  while (found >= 0) {
    const first = folded.origins[found];
    const last = folded.origins[found + wanted.length - 1];
    // A match may begin or end inside what one character folded to (㎡ to m2): that is no slice of the text.
    const whole =
      folded.origins[found - 1]?.start !== first?.start &&
      folded.origins[found + wanted.length]?.start !== last?.start;
    if (first !== undefined && last !== undefined && whole) return { start: first.start, end: last.end };
    found = folded.text.indexOf(wanted, found + 1);
  }
  return null;
};
