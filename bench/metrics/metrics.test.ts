import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ndcg } from "./ndcg.ts";
import { newGains } from "./new-gains.ts";
import { recall } from "./recall.ts";
import { reciprocalRank } from "./reciprocal-rank.ts";

const ids = ["a", "b", "c", "d", "e", "f", "g"];
const rankings = fc.shuffledSubarray(ids, { minLength: 1 });
/** Needs with one clause each: what nDCG with binary relevance is defined for. */
const singleNeeds = fc
  .shuffledSubarray(ids, { minLength: 1, maxLength: 4 })
  .map((chosen) => chosen.map((id) => [id]));
const needsOfAny = fc.array(fc.subarray(ids, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 });

describe("gains", () => {
  it("count a need once, at the first clause that meets it", () => {
    expect(newGains(["a", "b", "x", "c"], [["a", "b"], ["c"]])).toEqual([1, 0, 0, 1]);
  });

  it("count every need that one clause meets", () => {
    expect(newGains(["x", "a"], [["a"], ["a", "b"], ["c"]])).toEqual([0, 2]);
  });
});

describe("nDCG", () => {
  it("is what the formula gives by hand", () => {
    // Ranks 2 and 4 of three relevant: (1/log2(3) + 1/log2(5)) / (1 + 1/log2(3) + 1/log2(4)).
    const value = ndcg(["x", "a", "y", "b"], [["a"], ["b"], ["c"]], 10);
    expect(value).toBeCloseTo((0.63093 + 0.430677) / (1 + 0.63093 + 0.5), 5);
  });

  it("is 1 at once where one clause meets both needs", () => {
    expect(ndcg(["a", "x"], [["a"], ["a", "b"]], 10)).toBe(1);
  });

  it("cuts both the ranking and the ideal at the depth", () => {
    expect(ndcg(["a", "b"], [["a"], ["b"], ["c"]], 2)).toBe(1);
    expect(ndcg(["x", "a"], [["a"]], 1)).toBe(0);
  });

  it("is 0 without needs and where nothing is found", () => {
    expect(ndcg(["a"], [], 10)).toBe(0);
    expect(ndcg([], [["a"]], 10)).toBe(0);
  });

  it("is 1 with the needed clauses first, in any order", () => {
    fc.assert(
      fc.property(singleNeeds, (needs) => {
        expect(ndcg([...needs.flat().toReversed(), "x", "y"], needs, 10)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("never falls when a needed clause moves up past one that is not needed", () => {
    fc.assert(
      fc.property(rankings, singleNeeds, fc.nat(5), (ranking, needs, at) => {
        const [upper, lower] = [ranking[at], ranking[at + 1]];
        fc.pre(upper !== undefined && lower !== undefined);
        const needed = new Set(needs.flat());
        fc.pre(!needed.has(upper) && needed.has(lower));
        const moved = ranking.with(at, lower).with(at + 1, upper);
        expect(ndcg(moved, needs, 10)).toBeGreaterThan(ndcg(ranking, needs, 10));
      }),
    );
  });
});

describe("recall", () => {
  it("is the share of needs met within the depth", () => {
    const needs = [["a"], ["b", "c"], ["d"], ["e"]];
    expect(recall(["x", "c", "b", "a"], needs, 3)).toBe(0.25);
    expect(recall(["x", "c", "b", "a"], needs, 4)).toBe(0.5);
  });

  it("never falls with the depth and is positive exactly where the reciprocal rank is", () => {
    fc.assert(
      fc.property(rankings, needsOfAny, (ranking, needs) => {
        const byDepth = ranking.map((_, index) => recall(ranking, needs, index + 1));
        expect(byDepth).toEqual(byDepth.toSorted((a, b) => a - b));
        expect((byDepth.at(-1) ?? 0) > 0).toBe(reciprocalRank(ranking, needs) > 0);
      }),
    );
  });
});

describe("reciprocal rank", () => {
  it("is one divided by the first rank that meets any need", () => {
    expect(reciprocalRank(["x", "y", "b", "a"], [["a"], ["b"]])).toBeCloseTo(1 / 3, 12);
    expect(reciprocalRank(["x"], [["a"]])).toBe(0);
  });
});
