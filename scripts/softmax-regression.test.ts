import { describe, expect, it } from "vitest";
import { fitSoftmax, scoresOf } from "./softmax-regression.ts";

/** Lists of five rows whose right row has the highest first number; the second number says nothing. */
const lists = Array.from({ length: 40 }, (_, list) => {
  const rows = Array.from({ length: 5 }, (_unused, row) => [
    ((row * 7 + list * 3) % 5) / 5,
    ((row * 3 + list * 11) % 7) / 7,
  ]);
  const highest = Math.max(...rows.map(([first]) => first ?? 0));
  return { rows, right: rows.map(([first]) => first === highest) };
});

describe("fitSoftmax", () => {
  it("finds what the right rows have in common", () => {
    const weights = fitSoftmax(lists, 0.003);
    expect(weights[0]).toBeGreaterThan(Math.abs(weights[1] ?? 0) * 5);
    for (const { rows, right } of lists) {
      const scores = scoresOf(weights, rows);
      expect(right[scores.indexOf(Math.max(...scores))]).toBe(true);
    }
  });

  it("keeps weights smaller the dearer they are", () => {
    const [free] = fitSoftmax(lists, 0.003);
    const [dear] = fitSoftmax(lists, 1);
    expect(Math.abs(dear ?? 0)).toBeLessThan(Math.abs(free ?? 0));
  });

  it("gives the same weights again", () => {
    expect(fitSoftmax(lists, 0.01)).toEqual(fitSoftmax(lists, 0.01));
  });
});
