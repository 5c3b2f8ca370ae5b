import type { Embedder } from "../text-models/embedder.ts";
import type { ChunkFilter, IndexSnapshot } from "../clause-index/index-types.ts";
import { queryBigrams, queryWords } from "../clause-index/segment.ts";
import { fuseScores } from "./fuse-scores.ts";
import type { FusedChunk } from "./fuse-scores.ts";

/** Hits of each method that enter the fusion. */
const DEPTH = 200;

export interface RetrieveOptions {
  /** Number of clauses, 1–100. */
  readonly limit: number;
  readonly filter?: ChunkFilter;
}

/** A clause found, scored by its best chunk. */
export interface RetrievedClause {
  readonly clauseId: string;
  readonly documentId: string;
  readonly score: number;
  readonly scores: { readonly lexical: number | null; readonly dense: number | null };
  readonly bestChunk: FusedChunk;
}

/**
 * What was asked, in the form in which it is searched. `vector` saves embedding the same text twice; one that is
 * still being made is waited for while the words are searched.
 */
export interface SearchText {
  readonly text: string;
  readonly vector?: Float32Array | Promise<Float32Array>;
  /** Further words that mean the same: searched lexically only. */
  readonly expansions?: readonly string[];
}

const lexicalScore = ({ byMethod }: FusedChunk): number | null =>
  byMethod.words === null && byMethod.bigrams === null
    ? null
    : Math.max(byMethod.words ?? 0, byMethod.bigrams ?? 0);

/**
 * The plain ranking of clauses for a question: BM25 over words and over character bigrams, dense vectors,
 * scores fused, one hit per clause. Deterministic for one snapshot. Without any searchable character in the
 * text the result is empty.
 */
export const retrieve = async (
  snapshot: IndexSnapshot,
  embedder: Pick<Embedder, "embedQuery">,
  query: SearchText,
  options: RetrieveOptions,
): Promise<RetrievedClause[]> => {
  const wording = [query.text, ...(query.expansions ?? [])].join(" ");
  const words = queryWords(wording);
  const bigrams = queryBigrams(wording);
  if (words.length === 0 && bigrams.length === 0) return [];
  const { filter } = options;
  const [byWords, byBigrams, byVector] = await Promise.all([
    snapshot.searchWords(words, DEPTH, filter),
    snapshot.searchBigrams(bigrams, DEPTH, filter),
    (query.vector === undefined ? embedder.embedQuery(query.text) : Promise.resolve(query.vector)).then(
      (vector) => snapshot.searchDense(vector, DEPTH, filter),
    ),
  ]);
  const fused = fuseScores([
    { name: "dense", weight: 0.65, hits: byVector },
    { name: "bigrams", weight: 0.15, hits: byBigrams },
    { name: "words", weight: 0.2, hits: byWords },
  ]);
  const clauses = new Map<string, RetrievedClause>();
  for (const chunk of fused) {
    if (clauses.has(chunk.clauseId)) continue;
    clauses.set(chunk.clauseId, {
      clauseId: chunk.clauseId,
      documentId: chunk.documentId,
      score: chunk.score,
      scores: { lexical: lexicalScore(chunk), dense: chunk.byMethod.dense },
      bestChunk: chunk,
    });
    if (clauses.size === options.limit) break;
  }
  return [...clauses.values()];
};
