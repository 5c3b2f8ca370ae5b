import { describe, expect, it } from "vitest";
import { meanInterval } from "./mean-interval.ts";
import { ratioInterval } from "./ratio-interval.ts";
import { signFlipTest } from "./sign-flip-test.ts";

const alternating = Array.from({ length: 400 }, (_, index) => index % 2);

describe("bootstrap intervals", () => {
  it("of a mean are about two standard errors wide on each side", () => {
    const { value, low, high } = meanInterval(alternating);
    expect(value).toBe(0.5);
    // σ/√n = .5/20 = .025
    expect(low).toBeCloseTo(0.5 - 1.96 * 0.025, 2);
    expect(high).toBeCloseTo(0.5 + 1.96 * 0.025, 2);
  });

  it("of a ratio keep the questions paired", () => {
    const doubled = alternating.map((value) => value * 2);
    expect(ratioInterval(doubled, alternating)).toEqual({ value: 2, low: 2, high: 2 });
  });

  it("refuse values that are not paired", () => {
    expect(() => ratioInterval([1], [1, 2])).toThrow(RangeError);
  });
});

describe("paired randomisation test", () => {
  it("gives the share of sign patterns that is by hand", () => {
    // Three equal differences: 2 of 8 patterns are as far from 0.
    expect(signFlipTest([1, 1, 1], [0, 0, 0])).toBeCloseTo(0.25, 1);
  });

  it("is 1 where nothing differs and tiny where all differ in one direction", () => {
    expect(signFlipTest(alternating, alternating)).toBe(1);
    expect(
      signFlipTest(
        alternating.map((value) => value + 1),
        alternating,
      ),
    ).toBeLessThan(0.001);
  });
});
