import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuseScores } from "../../src/retrieval/fuse-scores.ts";
import { fusableQuestion } from "./fusable-question.ts";
import { normaliseScores } from "./normalise-scores.ts";

const clauseOfChunk = Array.from({ length: 12 }, (_, chunk) => `c${Math.floor(chunk / 2)}`);

/** Hits of one method with scores that no two chunks share. */
const hits = fc
  .shuffledSubarray(
    clauseOfChunk.map((_, chunk) => chunk),
    { minLength: 1 },
  )
  .chain((chunks) =>
    fc
      .uniqueArray(fc.integer({ min: 1, max: 10_000 }), {
        minLength: chunks.length,
        maxLength: chunks.length,
      })
      .map((scores) => ({ chunks, scores: scores.toSorted((a, b) => b - a) })),
  );

describe("fusion with any weights", () => {
  it("ranks as the project's own fusion does with the project's weights", () => {
    fc.assert(
      fc.property(hits, hits, hits, (dense, bigrams, words) => {
        const list = ({ chunks, scores }: typeof dense) =>
          chunks.map((chunk, rank) => ({
            chunkId: String(chunk),
            clauseId: clauseOfChunk[chunk] ?? "",
            documentId: "d",
            start: 0,
            end: 1,
            score: scores[rank] ?? 0,
          }));
        const fused = fuseScores([
          { name: "dense", weight: 0.6, hits: list(dense) },
          { name: "bigrams", weight: 0.2, hits: list(bigrams) },
          { name: "words", weight: 0.2, hits: list(words) },
        ]);
        const scoreOf = new Map<string, number>();
        for (const { clauseId, score } of fused) if (!scoreOf.has(clauseId)) scoreOf.set(clauseId, score);
        const fuse = fusableQuestion({ dense, bigrams, words }, clauseOfChunk, "z-score", 500);
        const ranked = fuse({ dense: 0.6, bigrams: 0.2, words: 0.2 }, 20).map((id) => scoreOf.get(id) ?? 0);
        expect(ranked).toHaveLength(scoreOf.size);
        // Scores and not ids: equal ones may stand in either order.
        [...scoreOf.values()].forEach((score, index) => expect(ranked[index]).toBeCloseTo(score, 9));
      }),
    );
  });

  it("takes no hit beyond the depth", () => {
    const list = { chunks: [0, 2, 4], scores: [3, 2, 1] };
    const fuse = fusableQuestion({ dense: list, bigrams: list, words: list }, clauseOfChunk, "rrf", 2);
    expect(fuse({ dense: 1, bigrams: 0, words: 0 }, 10)).toEqual(["c0", "c1"]);
  });
});

describe("normalised scores", () => {
  const scores = [4, null, 2, 3];
  const ranks = [0, -1, 2, 1];

  it("are what each formula gives by hand", () => {
    expect(normaliseScores("min-max", scores, ranks)).toEqual([1, 0, 0, 0.5]);
    expect(normaliseScores("rrf", scores, ranks)).toEqual([1 / 61, 0, 1 / 63, 1 / 62]);
    // 4, 2, 2, 3: mean 2.75, variance .6875.
    const [first] = normaliseScores("z-score", scores, ranks);
    expect(first).toBeCloseTo(1.25 / Math.sqrt(0.6875), 12);
  });

  it("are 0 where a method found nothing, and finite where all scores are equal", () => {
    expect(normaliseScores("z-score", [null, null], [-1, -1])).toEqual([0, 0]);
    expect(normaliseScores("min-max", [1, 1], [0, 1])).toEqual([0, 0]);
  });
});
