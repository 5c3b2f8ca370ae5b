import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ScoredChunk } from "../clause-index/chunk.ts";
import { fuseScores } from "./fuse-scores.ts";

const hit = (id: string, score: number): ScoredChunk => ({
  chunkId: id,
  clauseId: id,
  documentId: "d",
  start: 0,
  end: 1,
  score,
});

describe("fuseScores", () => {
  it("ranks what both methods find before what one finds", () => {
    const fused = fuseScores([
      { name: "words", weight: 0.5, hits: [hit("a", 9), hit("b", 8), hit("c", 1)] },
      { name: "dense", weight: 0.5, hits: [hit("b", 0.9), hit("d", 0.88), hit("c", 0.7)] },
    ]);
    expect(fused[0]?.chunkId).toBe("b");
    expect(fused.at(-1)?.chunkId).toBe("c");
  });

  it("tells what each method gave, and null where it gave nothing", () => {
    const [first, second] = fuseScores([
      { name: "words", weight: 0.2, hits: [hit("a", 3)] },
      { name: "dense", weight: 0.8, hits: [hit("b", 0.9), hit("a", 0.8)] },
    ]);
    expect(first).toMatchObject({ chunkId: "b", byMethod: { words: null, bigrams: null, dense: 0.9 } });
    expect(second).toMatchObject({ chunkId: "a", byMethod: { words: 3, dense: 0.8 } });
  });

  it("does not depend on the scale of a method's scores, nor on the order of equal hits", () => {
    const scores = fc.uniqueArray(fc.nat(50), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(scores, scores, fc.integer({ min: 2, max: 1000 }), (words, dense, factor) => {
        const lists = (scale: number) => [
          {
            name: "words" as const,
            weight: 0.4,
            hits: words.map((value) => hit(`c${value}`, value * scale)),
          },
          { name: "dense" as const, weight: 0.6, hits: dense.map((value) => hit(`c${value}`, value)) },
        ];
        const ids = (scale: number) => fuseScores(lists(scale)).map(({ score }) => score.toFixed(6));
        expect(ids(factor)).toEqual(ids(1));
        const reversed = lists(1).map((list) => ({ ...list, hits: list.hits.toReversed() }));
        expect(fuseScores(reversed).map(({ chunkId }) => chunkId)).toEqual(
          fuseScores(lists(1)).map(({ chunkId }) => chunkId),
        );
      }),
    );
  });

  it("gives nothing for no hits", () => {
    expect(fuseScores([{ name: "dense", weight: 1, hits: [] }])).toEqual([]);
  });
});
