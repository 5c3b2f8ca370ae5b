import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cite } from "./citation.ts";
import type { PolicyDocument } from "./document.ts";
import type { Clause } from "./clause.ts";
import { clauseValidity } from "./clause-validity.ts";
import { splitSentences } from "./sentences.ts";
import { statusOn } from "./validity.ts";

const clauseOf = (text: string): Clause => ({
  clauseId: "d.n1",
  kind: "paragraph",
  marker: null,
  label: "第1段",
  heading: null,
  start: 0,
  end: text.length,
  wholeEnd: text.length,
  children: [],
});
const documentOf = (text: string): PolicyDocument => ({
  documentId: "d",
  title: "示例",
  titleSource: "given",
  aliases: [],
  issuers: [],
  documentNumber: null,
  jurisdiction: null,
  publishedOn: null,
  effectiveFrom: "2024",
  effectiveTo: "2027",
  repealedOn: null,
  repeals: [],
  relations: [],
  sourceUrl: null,
  file: { name: "d.txt", sha256: "" },
  parserVersion: 0,
  text,
  normalisations: [],
  clauses: [clauseOf(text)],
  issues: [],
});

describe("cite", () => {
  it("quotes the slice that its offsets name, and nothing outside the clause", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(40), fc.nat(40), (text, start, end) => {
        const document = documentOf(text);
        const place = { document, clause: clauseOf(text), ancestors: [], start, end };
        if (start >= end || end > text.length) {
          expect(() => cite(1, place, "2026-01-01")).toThrow(RangeError);
          return;
        }
        const citation = cite(1, place, "2026-01-01");
        expect(citation.quote).toBe(text.slice(start, end));
        expect(citation.quote).toBe(document.text.slice(citation.start, citation.end));
      }),
    );
  });
});

describe("statusOn", () => {
  it.each([
    ["2023-12-31", "not_yet_effective"],
    ["2024-01-01", "in_force"],
    ["2027-12-31", "in_force"],
    ["2028-01-01", "expired"],
  ])("judges 2024 to 2027 on %s as %s", (asOf, status) => {
    expect(statusOn({ effectiveFrom: "2024", effectiveTo: "2027" }, asOf)).toBe(status);
  });

  it("never assumes force where no date is known", () => {
    expect(statusOn({ effectiveFrom: null, effectiveTo: null }, "2026-01-01")).toBe("unknown");
    expect(
      statusOn({ effectiveFrom: "2020", effectiveTo: null, repealedOn: "2025-06-01" }, "2026-01-01"),
    ).toBe("repealed");
  });
});

describe("clauseValidity", () => {
  it("ends with the document that is repealed, whatever dates the clause has", () => {
    const validity = { effectiveFrom: "2020", effectiveTo: "2030" };
    const repealed = { ...documentOf("甲"), repealedOn: "2025-06-01" };
    expect(statusOn(clauseValidity(repealed, { validity }), "2026-01-01")).toBe("repealed");
    expect(statusOn(clauseValidity(documentOf("甲"), { validity }), "2026-01-01")).toBe("in_force");
    expect(clauseValidity(documentOf("甲"), {}).effectiveTo).toBe("2027");
  });
});

describe("splitSentences", () => {
  it("covers the text without gaps and overlaps", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from("政策。！？；“”（）\n 支持")) }),
        (text) => {
          const spans = splitSentences(text);
          let at = 0;
          for (const { start, end } of spans) {
            expect(text.slice(at, start).trim()).toBe("");
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe("");
        },
      ),
    );
  });

  it("keeps a quotation with an end inside it whole", () => {
    const text = "实施“培育；改制”行动。支持上市。";
    expect(splitSentences(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "实施“培育；改制”行动。",
      "支持上市。",
    ]);
  });
});
