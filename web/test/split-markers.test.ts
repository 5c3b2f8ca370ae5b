import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitMarkers } from "../src/conversation/split-markers.ts";

describe("splitMarkers", () => {
  it("splits at the markers of known citations", () => {
    expect(splitMarkers("成交额1579.5亿元[1][2]。", new Set([1, 2]))).toEqual([
      { kind: "text", start: 0, text: "成交额1579.5亿元" },
      { kind: "marker", start: 11, text: "[1]", index: 1 },
      { kind: "marker", start: 14, text: "[2]", index: 2 },
      { kind: "text", start: 17, text: "。" },
    ]);
  });

  it("leaves bracketed numbers that are no citation as text", () => {
    expect(splitMarkers("国函[2009]28号[3]", new Set([1]))).toEqual([
      { kind: "text", start: 0, text: "国函[2009]28号[3]" },
    ]);
  });

  it("loses no character of any text, and marks known citations only", () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.integer({ min: 0, max: 12 }).map((n) => `[${n}]`),
        ),
      )
      .map((parts) => parts.join(""));
    const known = fc.uniqueArray(fc.integer({ min: 1, max: 10 })).map((indices) => new Set(indices));
    fc.assert(
      fc.property(text, known, (value, indices) => {
        const pieces = splitMarkers(value, indices);
        expect(pieces.map((piece) => piece.text).join("")).toBe(value);
        for (const piece of pieces) {
          expect(value.slice(piece.start, piece.start + piece.text.length)).toBe(piece.text);
          if (piece.kind === "marker") expect(indices.has(piece.index)).toBe(true);
        }
      }),
    );
  });
});
