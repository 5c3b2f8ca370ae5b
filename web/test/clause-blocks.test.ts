import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClauseReply } from "../../src/contract/documents.ts";
import { clauseBlocks } from "../src/document/clause-blocks.ts";

const clause = (id: string, start: number, end: number, children: ClauseReply[] = []): ClauseReply => ({
  clauseId: id,
  kind: "numbered",
  marker: null,
  label: id,
  heading: null,
  start,
  end,
  wholeEnd: Math.max(end, ...children.map((child) => child.wholeEnd)),
  children,
});

const joined = (blocks: ReturnType<typeof clauseBlocks>): string =>
  blocks.flatMap((block) => block.slices.map((slice) => slice.text)).join("");

const quotedText = (blocks: ReturnType<typeof clauseBlocks>): string =>
  blocks.flatMap((block) => block.slices.filter((slice) => slice.quoted).map((slice) => slice.text)).join("");

/** Clauses whose offsets may lie outside the text, overlap or stand in any order. */
const tree = (length: number): fc.Arbitrary<ClauseReply[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: -5, max: length + 5 }), fc.nat(length)), { maxLength: 12 })
    .map((spans) => {
      const [first, ...rest] = spans.map(([start, size], position) =>
        clause(String(position), start, start + size),
      );
      return first === undefined ? [] : [{ ...first, children: rest.slice(0, 3) }, ...rest.slice(3)];
    });

describe("clauseBlocks", () => {
  const text = "前言\n一、总则\n（一）甲。\n（二）乙。\n二、附则";
  const clauses = [
    clause("一", 3, 7, [clause("一（一）", 8, 13), clause("一（二）", 14, 19)]),
    clause("二", 20, 24),
  ];

  it("gives each clause its own text, in order, with its ancestors", () => {
    const blocks = clauseBlocks(text, clauses, null);
    expect(blocks.map((block) => [block.clause?.clauseId, joined([block]), block.ancestors.length])).toEqual([
      [undefined, "前言\n", 0],
      ["一", "一、总则\n", 0],
      ["一（一）", "（一）甲。\n", 1],
      ["一（二）", "（二）乙。\n", 1],
      ["二", "二、附则", 0],
    ]);
  });

  it("marks a quote that crosses child clauses in several slices that join to it exactly", () => {
    const quoted = { start: 5, end: 18 };
    const blocks = clauseBlocks(text, clauses, quoted);
    expect(quotedText(blocks)).toBe(text.slice(5, 18));
    expect(blocks.filter((block) => block.slices.some((slice) => slice.quoted))).toHaveLength(3);
  });

  it("keeps every character of any text and marks exactly the span, whatever the offsets", () => {
    const cases = fc
      .string({ unit: "grapheme", maxLength: 80 })
      .chain((value) =>
        fc.tuple(
          fc.constant(value),
          tree(value.length),
          fc.tuple(fc.nat(value.length), fc.nat(value.length)),
        ),
      );
    fc.assert(
      fc.property(cases, ([value, anyClauses, [a, b]]) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const blocks = clauseBlocks(value, anyClauses, span);
        expect(joined(blocks)).toBe(value);
        expect(quotedText(blocks)).toBe(value.slice(span.start, span.end));
      }),
    );
  });
});
