import { z } from "zod";
import { PolicyError } from "../policy/policy-error.ts";

/** One line of a vocabulary file, folded: what a reader writes and the words that documents use for it. */
export interface VocabularyLine {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The words left of the arrow, at least one. */
  readonly spoken: readonly string[];
  /** The words right of the arrow, at least one, each of two or more characters. */
  readonly official: readonly string[];
}

/** One spelling for looking words up: NFKC, lower case. */
export const foldWord = (text: string): string => text.normalize("NFKC").toLowerCase();

/** A line, cut at its arrows and blanks. */
const LineSchema = z
  .array(z.array(z.string()))
  .refine((parts) => parts.length === 2, { message: "a line needs exactly one =>", abort: true })
  .transform(([spoken = [], official = []]) => ({ spoken, official }))
  .refine(({ spoken }) => spoken.length > 0, { message: "no words before =>", abort: true })
  .refine(({ official }) => official.length > 0, { message: "no words after =>", abort: true })
  .superRefine(({ official }, context) => {
    const short = official.find((word) => Array.from(word).length < 2);
    const twice = official.find((word, index) => official.indexOf(word) !== index);
    if (short !== undefined) context.addIssue({ code: "custom", message: `one-character word ${short}` });
    else if (twice !== undefined) context.addIssue({ code: "custom", message: `${twice} stands twice` });
  });

/**
 * Reads the lines `words => words` of a vocabulary file; empty lines and those that begin with `#` say nothing.
 * @param name the file's name, for the error.
 * @throws PolicyError `vocabulary_malformed` whose message names file, line number and problem.
 */
export const parseVocabulary = (name: string, text: string): VocabularyLine[] =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .flatMap((raw, index) => {
      if (raw.trim() === "" || raw.startsWith("#")) return [];
      const parts = foldWord(raw)
        .split("=>")
        .map((part) => part.split(/\s+/).filter((word) => word !== ""));
      const parsed = LineSchema.safeParse(parts);
      if (!parsed.success) {
        const place = `${name}, line ${index + 1}: ${parsed.error.issues[0]?.message ?? ""}`;
        throw new PolicyError({
          code: "vocabulary_malformed",
          status: 500,
          message: { zh: `词汇表有误（${place}）。`, en: `A vocabulary file is malformed (${place}).` },
          detail: place,
        });
      }
      return [{ file: name, line: index + 1, ...parsed.data }];
    });
