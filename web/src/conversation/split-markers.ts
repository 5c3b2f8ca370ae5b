/** A stretch of an answer: plain text, or a marker such as `[2]` that stands for citation 2. */
export type AnswerPiece =
  | { readonly kind: "text"; readonly start: number; readonly text: string }
  | { readonly kind: "marker"; readonly start: number; readonly text: string; readonly index: number };

const MARKER = /\[(\d{1,4})\]/g;

/**
 * Splits an answer at its citation markers. Only markers of `known` citations count: a bracketed number that
 * belongs to the wording stays text. The pieces' texts, joined, are the text again.
 */
export const splitMarkers = (text: string, known: ReadonlySet<number>): AnswerPiece[] => {
  const pieces: AnswerPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKER)) {
    const index = Number(match[1]);
    if (!known.has(index)) continue;
    if (match.index > from) pieces.push({ kind: "text", start: from, text: text.slice(from, match.index) });
    pieces.push({ kind: "marker", start: match.index, text: match[0], index });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ kind: "text", start: from, text: text.slice(from) });
  return pieces;
};
