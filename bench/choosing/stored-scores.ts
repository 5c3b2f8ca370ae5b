import { z } from "zod";
import type { IndexSnapshot } from "../../src/clause-index/index-types.ts";
import type { ScoredChunk } from "../../src/clause-index/chunk.ts";
import type { Embedder } from "../../src/text-models/embedder.ts";
import { queryBigrams, queryWords } from "../../src/clause-index/segment.ts";
import type { JudgedQuery } from "../question-sets/judged-query.ts";

/** Hits of each method that are kept: the greatest depth that is tried. */
const STORED_DEPTH = 500;

/** One method's hits for one question: chunk numbers, best first, and their scores. */
const HitsSchema = z.object({ chunks: z.array(z.int()), scores: z.array(z.number()) });
export type Hits = Readonly<z.infer<typeof HitsSchema>>;

/** Every method's scores for every question of a set; chunks are numbers into `clauseOfChunk`. */
export const StoredScoresSchema = z.object({
  clauseOfChunk: z.array(z.string()),
  questions: z.array(z.object({ dense: HitsSchema, bigrams: HitsSchema, words: HitsSchema })),
});
export type StoredScores = Readonly<z.infer<typeof StoredScoresSchema>>;

/** Asks each method every question once. */
export const collectScores = async (
  snapshot: IndexSnapshot,
  judged: readonly JudgedQuery[],
  queries: Pick<Embedder, "embedQuery">,
): Promise<StoredScores> => {
  const numbers = new Map<string, number>();
  const clauseOfChunk: string[] = [];
  const pack = (hits: readonly ScoredChunk[]): Hits => ({
    chunks: hits.map(({ chunkId, clauseId }) => {
      const known = numbers.get(chunkId) ?? clauseOfChunk.push(clauseId) - 1;
      numbers.set(chunkId, known);
      return known;
    }),
    scores: hits.map(({ score }) => score),
  });
  const questions: StoredScores["questions"] = [];
  for (const { text } of judged) {
    questions.push({
      dense: pack(await snapshot.searchDense(await queries.embedQuery(text), STORED_DEPTH)),
      bigrams: pack(await snapshot.searchBigrams(queryBigrams(text), STORED_DEPTH)),
      words: pack(await snapshot.searchWords(queryWords(text), STORED_DEPTH)),
    });
  }
  return { clauseOfChunk, questions };
};
