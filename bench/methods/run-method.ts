import type { JudgedQuery } from "../question-sets/judged-query.ts";
import type { Method } from "./method.ts";
import type { RankedQuestion } from "./ranked-question.ts";

/** Searches that are not counted: the first ones read tables and compile code. */
const WARM_UP = 5;

/**
 * Asks a method every question, one after the other.
 * @param embedding - milliseconds that embedding a question took; the method finds its vector ready
 */
export const runMethod = async (
  method: Method,
  queries: readonly JudgedQuery[],
  embedding: (question: string) => number,
): Promise<RankedQuestion[]> => {
  for (const { text } of queries.slice(0, WARM_UP)) await method.rank(text);
  const ranked: RankedQuestion[] = [];
  for (const { id, text } of queries) {
    const begun = performance.now();
    const ranking = await method.rank(text);
    ranked.push({ id, ranking: [...ranking], milliseconds: performance.now() - begun + embedding(text) });
  }
  return ranked;
};
