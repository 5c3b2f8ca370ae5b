/** A sentence by UTF-16 offsets into the text it was found in, its final mark and closing quotes included. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[。！？!?；;\n]+[”’」』）)】》]*/g;

/**
 * Splits `text.slice(start, end)` into sentences. They cover the slice without gaps, save blanks around them;
 * an end inside a longer quotation or bracket does not end the sentence that holds it.
 */
export const splitSentences = (text: string, start = 0, end = text.length): SentenceSpan[] => {
  const slice = text.slice(start, end);
  const sentences: SentenceSpan[] = [];
  let from = 0;
  const push = (to: number): void => {
    const raw = slice.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const body = raw.trim();
    if (body !== "") sentences.push({ start: start + from + lead, end: start + from + lead + body.length });
    from = to;
  };
  for (const stop of slice.matchAll(SENTENCE_END)) {
    const to = stop.index + stop[0].length;
    const isLineBreak = stop[0].includes("\n");
    if (!isLineBreak && depthOfQuotes(slice.slice(from, to)) > 0) continue;
    push(to);
  }
  push(slice.length);
  return sentences;
};

/** How many quotation marks and brackets are open at the end of `text`. */
const depthOfQuotes = (text: string): number => {
  let depth = 0;
  for (const character of text) {
    if ("“（《〈(".includes(character)) depth += 1;
    else if ("”）》〉)".includes(character)) depth = Math.max(0, depth - 1);
  }
  return depth;
};
