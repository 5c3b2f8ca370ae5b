import type { ScoredChunk } from "../clause-index/chunk.ts";

/** One search method's hits with its weight in the fusion. */
export interface RankedList {
  readonly name: "words" | "bigrams" | "dense";
  readonly weight: number;
  readonly hits: readonly ScoredChunk[];
}

/** A chunk with its fused score and what each method gave it (null: not among that method's hits). */
export interface FusedChunk extends ScoredChunk {
  readonly byMethod: Readonly<Record<RankedList["name"], number | null>>;
}

/**
 * Fuses by scores, not ranks: each method's scores become z-scores over the union of all hits and are summed
 * with the method's weight. A chunk that a method did not return gets that method's lowest returned score.
 * Weights .6 dense, .2 bigrams, .2 words were the best single configuration measured on lay questions over
 * laws, forum questions and policy text.
 */
export const fuseScores = (lists: readonly RankedList[]): FusedChunk[] => {
  const chunks = new Map<string, ScoredChunk>();
  for (const { hits } of lists) {
    for (const hit of hits) if (!chunks.has(hit.chunkId)) chunks.set(hit.chunkId, hit);
  }
  const total = new Map<string, number>();
  const raw = new Map<RankedList["name"], ReadonlyMap<string, number>>();
  for (const { name, weight, hits } of lists) {
    const scores = new Map(hits.map((hit) => [hit.chunkId, hit.score]));
    raw.set(name, scores);
    if (hits.length === 0) continue;
    const lowest = Math.min(...scores.values());
    const values = [...chunks.keys()].map((id) => scores.get(id) ?? lowest);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation =
      Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
    [...chunks.keys()].forEach((id, index) => {
      total.set(id, (total.get(id) ?? 0) + (weight * ((values[index] ?? lowest) - mean)) / deviation);
    });
  }
  return [...chunks.values()]
    .map((chunk) => ({
      ...chunk,
      score: total.get(chunk.chunkId) ?? 0,
      byMethod: {
        words: raw.get("words")?.get(chunk.chunkId) ?? null,
        bigrams: raw.get("bigrams")?.get(chunk.chunkId) ?? null,
        dense: raw.get("dense")?.get(chunk.chunkId) ?? null,
      },
    }))
    .toSorted((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1));
};
