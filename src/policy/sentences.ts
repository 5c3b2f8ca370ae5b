/** A sentence by UTF-16 offsets into the text it was found in, its final mark and closing quotes included. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[。！？!?\n]+[”’」』）)】》]*/g;
const CLAUSE_END = /[；;]+[”’」』）)】》]*/g;
/** UTF-16 units. A longer sentence is read in its parts between semicolons. */
const LONG_SENTENCE = 180;

const OPENING = "“（《〈(";
const CLOSING = "”）》〉)";

const splitAt = (text: string, ends: RegExp, start: number, end: number): SentenceSpan[] => {
  const slice = text.slice(start, end);
  const spans: SentenceSpan[] = [];
  let from = 0;
  let readTo = 0;
  let depth = 0;
  /** How many quotation marks and brackets that open behind `from` are open at `to`. Each character is read once. */
  const depthAt = (to: number): number => {
    if (readTo < from) [readTo, depth] = [from, 0];
    for (; readTo < to; readTo += 1) {
      const character = slice.charAt(readTo);
      if (OPENING.includes(character)) depth += 1;
      else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    }
    return depth;
  };
  const push = (to: number): void => {
    const raw = slice.slice(from, to);
    const lead = raw.length - raw.trimStart().length;
    const body = raw.trim();
    if (body !== "") spans.push({ start: start + from + lead, end: start + from + lead + body.length });
    from = to;
  };
  for (const stop of slice.matchAll(ends)) {
    const to = stop.index + stop[0].length;
    if (!stop[0].includes("\n") && depthAt(to) > 0) continue;
    push(to);
  }
  push(slice.length);
  return spans;
};

/**
 * Splits `text.slice(start, end)` into sentences. They cover the slice without gaps, save blanks around them;
 * an end inside a quotation or bracket does not end the sentence that holds it, and only long sentences are
 * split at semicolons, so that what is said once for all parts (2010年，…；…) stays with them.
 */
export const splitSentences = (text: string, start = 0, end = text.length): SentenceSpan[] =>
  splitAt(text, SENTENCE_END, start, end).flatMap((sentence) =>
    sentence.end - sentence.start > LONG_SENTENCE
      ? splitAt(text, CLAUSE_END, sentence.start, sentence.end)
      : [sentence],
  );
