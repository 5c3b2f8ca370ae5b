import { normaliseScores } from "./normalise-scores.ts";
import type { Normalisation } from "./normalise-scores.ts";
import type { Hits, StoredScores } from "./stored-scores.ts";

export interface Weights {
  readonly dense: number;
  readonly bigrams: number;
  readonly words: number;
}

/** Finds the best clauses of one question for any weights. */
export type FuseQuestion = (weights: Weights, count: number) => string[];

/** Prepares a question's hits, cut at a depth and normalised, so that trying weights is cheap. */
export const fusableQuestion = (
  hits: StoredScores["questions"][number],
  clauseOfChunk: readonly string[],
  normalisation: Normalisation,
  depth: number,
): FuseQuestion => {
  const cut = ({ chunks, scores }: Hits): Hits => ({
    chunks: chunks.slice(0, depth),
    scores: scores.slice(0, depth),
  });
  const lists = { dense: cut(hits.dense), bigrams: cut(hits.bigrams), words: cut(hits.words) };
  const union = [...new Set([...lists.dense.chunks, ...lists.bigrams.chunks, ...lists.words.chunks])];
  const normalised = ({ chunks, scores }: Hits): number[] => {
    const rankOf = new Map(chunks.map((chunk, rank) => [chunk, rank]));
    const ranks = union.map((chunk) => rankOf.get(chunk) ?? -1);
    return normaliseScores(
      normalisation,
      ranks.map((rank) => (rank === -1 ? null : (scores[rank] ?? null))),
      ranks,
    );
  };
  const dense = Float64Array.from(normalised(lists.dense));
  const bigrams = Float64Array.from(normalised(lists.bigrams));
  const words = Float64Array.from(normalised(lists.words));
  const clauseIds = [...new Set(union.map((chunk) => clauseOfChunk[chunk] ?? ""))];
  const numberOf = new Map(clauseIds.map((clauseId, number) => [clauseId, number]));
  const clauses = Int32Array.from(union, (chunk) => numberOf.get(clauseOfChunk[chunk] ?? "") ?? 0);

  return (weights, count) => {
    // One hit per clause: its best chunk.
    const best = new Float64Array(clauseIds.length).fill(-Infinity);
    for (let index = 0; index < clauses.length; index += 1) {
      const clause = clauses[index] ?? 0;
      const score =
        weights.dense * (dense[index] ?? 0) +
        weights.bigrams * (bigrams[index] ?? 0) +
        weights.words * (words[index] ?? 0);
      if (score > (best[clause] ?? 0)) best[clause] = score;
    }
    const top: number[] = [];
    for (let clause = 0; clause < best.length; clause += 1) {
      const score = best[clause] ?? 0;
      if (top.length === count && score <= (best[top.at(-1) ?? 0] ?? 0)) continue;
      const place = top.findIndex((other) => score > (best[other] ?? 0));
      top.splice(place === -1 ? top.length : place, 0, clause);
      if (top.length > count) top.pop();
    }
    return top.map((clause) => clauseIds[clause] ?? "");
  };
};
