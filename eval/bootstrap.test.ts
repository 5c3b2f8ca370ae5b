import { array, assert, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { rateWithInterval } from "./bootstrap.ts";
import { percentile } from "./percentile.ts";
import { meetsThreshold } from "./thresholds.ts";

describe("rateWithInterval", () => {
  it("pools counts and leaves out cases without any", () => {
    expect(
      rateWithInterval([
        { hits: 1, total: 2 },
        { hits: 0, total: 0 },
        { hits: 2, total: 2 },
      ]).value,
    ).toBe(0.75);
    expect(rateWithInterval([{ hits: 0, total: 0 }])).toEqual({ value: null, low: null, high: null });
  });
  it("comes near the interval that theory gives for a proportion", () => {
    const counts = Array.from({ length: 100 }, (_, index) => ({ hits: index < 80 ? 1 : 0, total: 1 }));
    const { low, high } = rateWithInterval(counts);
    // 0.8 ± 1.96 √(0.8 · 0.2 / 100) = 0.722–0.878
    expect(low).toBeCloseTo(0.72, 1);
    expect(high).toBeCloseTo(0.88, 1);
  });
  it("holds the rate within the interval and is the same for the same seed", () => {
    const one = integer({ min: 1, max: 5 }).chain((total) =>
      integer({ min: 0, max: total }).map((hits) => ({ hits, total })),
    );
    assert(
      property(array(one, { minLength: 1, maxLength: 30 }), (counts) => {
        const rate = rateWithInterval(counts, 7);
        expect(rateWithInterval(counts, 7)).toEqual(rate);
        expect(rate.low).toBeGreaterThanOrEqual(0);
        expect(rate.high).toBeLessThanOrEqual(1);
        expect(rate.low ?? 1).toBeLessThanOrEqual(rate.high ?? 0);
      }),
      { numRuns: 25 },
    );
  });
});

describe("percentile", () => {
  it("takes the nearest rank", () => {
    expect(percentile([], 0.5)).toBeNull();
    expect(percentile([30, 10, 20], 0.5)).toBe(20);
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => index + 1),
        0.95,
      ),
    ).toBe(95);
  });
});

describe("meetsThreshold", () => {
  it("takes bounds as inclusive and passes what was not counted", () => {
    expect(meetsThreshold(0.9, { min: 0.9 })).toBe(true);
    expect(meetsThreshold(0.89, { min: 0.9 })).toBe(false);
    expect(meetsThreshold(0.01, { max: 0 })).toBe(false);
    expect(meetsThreshold(null, { min: 1 })).toBe(true);
    expect(meetsThreshold(0, undefined)).toBe(true);
  });
});
