import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { walkClauses } from "../policy/clause.ts";
import { normalise, restoreSource } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";

const line = fc.oneof(
  fc.string({
    unit: fc.constantFrom(
      ...Array.from("一二三、（）().．1 　\t政策支持企业。，；“”\uFEFF\u200B\uFFFD—第条章\u0007"),
    ),
    maxLength: 30,
  }),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const source = fc
  .array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\n\n", "\r", "\u2028", "\f", " \n　")), {
    maxLength: 25,
  })
  .map((lines) => lines.map(([content, end]) => content + end).join(""));

describe("normalise", () => {
  it("loses nothing: canonical text and recorded differences give the source back", () => {
    fc.assert(
      fc.property(source, (text) => {
        const result = normalise(text);
        expect(
          restoreSource(result.text, result.normalisations, ({ start, end }) => text.slice(start, end)),
        ).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("gives each character of the canonical text to one clause, and drops only blanks and marks", () => {
    fc.assert(
      fc.property(source, (text) => {
        const result = normalise(text);
        const { clauses } = parseClauses(result, "doc", null);
        let at = 0;
        const spans = [...walkClauses(clauses)]
          .map(({ clause }) => clause)
          .toSorted((a, b) => a.start - b.start);
        for (const { start, end } of spans) {
          expect(result.text.slice(at, start).replaceAll("\n", "")).toBe("");
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(result.text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("gives every clause an id of its own, the same each time", () => {
    fc.assert(
      fc.property(source, (text) => {
        const ids = () =>
          [...walkClauses(parseClauses(normalise(text), "doc", null).clauses)].map(
            ({ clause }) => clause.clauseId,
          );
        expect(new Set(ids()).size).toBe(ids().length);
        expect(ids()).toEqual(ids());
      }),
      { numRuns: 300 },
    );
  });

  it("joins a sentence that a page break cut, and keeps paragraphs that merely lack a blank line", () => {
    const { paragraphs, text } = normalise(
      "支持企业建设平台。推动产业技术变革\n\n方面的策源功能。\n创新资源高度密集。\n（一）总体要求\n说明",
    );
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
      "支持企业建设平台。推动产业技术变革方面的策源功能。",
      "创新资源高度密集。",
      "（一）总体要求",
      "说明",
    ]);
  });
});
