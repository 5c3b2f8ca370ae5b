/** Marks inside a line that show that it is a sentence and not a title. */
const SENTENCE_MARK = /[，。；！？]/;
const LONGEST_LINE_HEADING = 60;
const LONGEST_RUN_IN_HEADING = 40;

/**
 * The heading that stands in a numbered paragraph, without its marker: the whole line where it is only a
 * title; the first sentence where a short title runs into the body (1.建设…体系。建立…); else null.
 */
export const headingOf = (body: string): string | null => {
  const text = body.trim();
  if (text === "") return null;
  if (!SENTENCE_MARK.test(text)) {
    return text.length <= LONGEST_LINE_HEADING ? text.replace(/[：:]$/, "") : null;
  }
  const stop = text.indexOf("。");
  if (stop <= 0 || stop > LONGEST_RUN_IN_HEADING || stop === text.length - 1) return null;
  const first = text.slice(0, stop);
  return /[，；：！？]/.test(first) ? null : first;
};
