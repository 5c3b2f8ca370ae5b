import { contentOf, foldWording, hanPairs } from "./statement-wording.ts";

/** Share of a statement's pairs of characters that stand in the sentence it was worded from. */
const SAME_MATTER = 0.3;

/** The share (0–1) of a statement's wording that a sentence has. */
export const sharedWording = (statement: string, sentence: string): number => {
  const pairs = hanPairs(contentOf(foldWording(statement)));
  const content = contentOf(foldWording(sentence));
  return pairs.filter((pair) => content.includes(pair)).length / Math.max(1, pairs.length);
};

/**
 * Whether a sentence is about what a statement says, so that it may stand in its place where the statement does not
 * hold: of honest rewordings nearly all are, of statements with a quote that has nothing to do with them few.
 */
export const isWordedFrom = (statement: string, sentence: string): boolean =>
  sharedWording(statement, sentence) >= SAME_MATTER;
