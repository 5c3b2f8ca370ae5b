import { PolicyError } from "../policy/policy-error.ts";

/** One line of a vocabulary file, folded: what a reader writes and the words that documents use for it. */
export interface VocabularyLine {
  /** Counted from 1. */
  readonly line: number;
  /** The words left of the arrow, at least one. */
  readonly spoken: readonly string[];
  /** The words right of the arrow, at least one, each of two or more characters. */
  readonly official: readonly string[];
}

/** One spelling for looking words up: NFKC, lower case. */
export const foldWord = (text: string): string => text.normalize("NFKC").toLowerCase();

/** What is wrong with a line of words, or null. */
const problemOf = (
  parts: readonly string[],
  spoken: readonly string[],
  official: readonly string[],
): string | null => {
  if (parts.length !== 2) return "a line needs exactly one =>";
  if (spoken.length === 0) return "no words before =>";
  if (official.length === 0) return "no words after =>";
  const short = official.find((word) => Array.from(word).length < 2);
  if (short !== undefined) return `one-character word ${short}`;
  const twice = official.find((word, index) => official.indexOf(word) !== index);
  return twice === undefined ? null : `${twice} stands twice`;
};

/**
 * Reads the lines `words => words` of a vocabulary file; empty lines and those that begin with `#` say nothing.
 * @param name the file's name, for the error.
 * @throws PolicyError `vocabulary_malformed` whose message names file, line number and problem.
 */
export const parseVocabulary = (name: string, text: string): VocabularyLine[] =>
  text.split(/\r?\n/).flatMap((raw, index) => {
    if (raw.trim() === "" || raw.startsWith("#")) return [];
    const parts = foldWord(raw).split("=>");
    const [spoken = [], official = []] = parts.map((part) => part.split(/\s+/).filter((word) => word !== ""));
    const problem = problemOf(parts, spoken, official);
    if (problem !== null)
      throw new PolicyError({
        code: "vocabulary_malformed",
        status: 500,
        message: { zh: "词汇表有误，服务暂不可用。", en: "A vocabulary file is malformed." },
        detail: `${name}, line ${index + 1}: ${problem}`,
      });
    return [{ line: index + 1, spoken, official }];
  });
