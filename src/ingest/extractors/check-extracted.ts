import type { ExtractedText } from "../extracted-text.ts";

/**
 * What every extractor promises of its result, whatever the file: problems in words, none if all holds.
 * Used by the contract of the extractors and by fuzzing.
 */
export const checkExtracted = ({ text, lines, dropped, issues }: ExtractedText): string[] => {
  const problems: string[] = [];
  let before = -1;
  for (const { start, annotates, level, page } of lines) {
    if (start <= before) problems.push(`line facts out of order at ${start}`);
    before = start;
    if (start < 0 || start >= text.length) problems.push(`a line fact at ${start} lies outside the text`);
    if (start > 0 && text[start - 1] !== "\n") problems.push(`a line fact at ${start} does not begin a line`);
    if (annotates !== undefined && (annotates < 0 || annotates > text.length)) {
      problems.push(`a note explains ${annotates}, outside the text`);
    }
    if (level !== undefined && !(Number.isInteger(level) && level >= 0 && level <= 9)) {
      problems.push(`no outline level: ${level}`);
    }
    if (page !== undefined && !(Number.isInteger(page) && page >= 1)) problems.push(`no page: ${page}`);
  }
  for (const { start, end, code } of issues) {
    if (!(start >= 0 && start <= end && end <= text.length + 1))
      problems.push(`${code} lies outside the text`);
  }
  for (const { text: lost, reason } of dropped)
    if (lost.trim() === "") problems.push(`nothing dropped as ${reason}`);
  return problems;
};
