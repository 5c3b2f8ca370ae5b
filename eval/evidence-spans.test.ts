import { assert, constantFrom, nat, property, tuple, array } from "fast-check";
import { describe, expect, it } from "vitest";
import { coveredLength, overlapLength } from "./evidence-spans.ts";
import { compactText } from "./compact-text.ts";
import { foldSource, locateSnippet } from "./locate-snippet.ts";

describe("locateSnippet", () => {
  it("finds a snippet over line breaks and in another width", () => {
    const text = "一、认定 300\n家企业（２０家）。";
    const spans = locateSnippet(foldSource(text), "300家企业(20家)");
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["300\n家企业（２０家）"]);
  });
  it("finds every place, and none for what is not there or empty", () => {
    expect(locateSnippet(foldSource("甲乙甲乙"), "甲乙")).toHaveLength(2);
    expect(locateSnippet(foldSource("甲乙"), "丙")).toEqual([]);
    expect(locateSnippet(foldSource("甲乙"), " ")).toEqual([]);
  });
  it("gives back any slice of any text", () => {
    const texts = array(constantFrom("甲", "乙", "a", "Ａ", " ", "\n", "１", "，", "—", "“", "㎡", "𠮷"), {
      minLength: 1,
    });
    assert(
      property(tuple(texts, nat(), nat()), ([pieces, from, length]) => {
        const at = from % pieces.length;
        const before = pieces.slice(0, at).join("");
        const slice = pieces.slice(at, at + 1 + (length % pieces.length)).join("");
        const text = pieces.join("");
        const found = locateSnippet(foldSource(text), slice).map(({ start, end }) =>
          compactText(text.slice(start, end)),
        );
        const wanted = compactText(slice);
        expect(text.startsWith(before + slice)).toBe(true);
        expect(found.length > 0).toBe(wanted !== "");
        // A sign that folds to two (㎡ to m2) may stand at an end as a whole.
        expect(found.every((each) => each.includes(wanted))).toBe(true);
      }),
    );
  });
});

const span = (start: number, end: number, documentId = "a") => ({ documentId, start, end });

describe("overlapLength", () => {
  it("counts a unit once, and in its own document alone", () => {
    expect(coveredLength([span(0, 10), span(5, 12), span(0, 3, "b")])).toBe(15);
    expect(overlapLength([span(0, 10), span(2, 4)], [span(8, 20), span(0, 10, "b")])).toBe(2);
    expect(overlapLength([], [span(0, 5)])).toBe(0);
  });
});
