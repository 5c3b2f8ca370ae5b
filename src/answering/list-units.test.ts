import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StatementDraft } from "./draft.ts";
import { unitsOf, withoutRepetition } from "./list-units.ts";

const plain = (text: string): StatementDraft => ({ text, quotes: [], count: null });
const item = (text: string): StatementDraft => ({ ...plain(text), isItem: true });
const texts = (statements: readonly StatementDraft[]): string[] => statements.map(({ text }) => text);

const HEAD = plain("申请人应当具备下列条件：");
const LIST = [HEAD, item("（一）有住所；"), item("（二）有章程。")];

describe("unitsOf", () => {
  it("keeps items with what announces them", () => {
    expect(unitsOf([plain("甲。"), ...LIST, plain("乙。")]).map((unit) => texts(unit))).toEqual([
      ["甲。"],
      texts(LIST),
      ["乙。"],
    ]);
  });
});

describe("withoutRepetition", () => {
  it("shows a sentence that is also an item in the list alone", () => {
    expect(texts(withoutRepetition(unitsOf([plain("（二）有章程。"), ...LIST])))).toEqual(texts(LIST));
    expect(texts(withoutRepetition(unitsOf([...LIST, plain("（二）有章程。")])))).toEqual(texts(LIST));
  });

  it("shows a list once", () => {
    expect(texts(withoutRepetition(unitsOf([...LIST, ...LIST])))).toEqual(texts(LIST));
  });

  it("never parts a list, whatever stands around it", () => {
    const some = fc.constantFrom<readonly StatementDraft[]>(
      LIST,
      [plain("甲。")],
      [plain("乙。")],
      [plain("（一）有住所；")],
      [plain("标准如下："), item("（一）有住所；"), item("1. 优秀。")],
    );
    fc.assert(
      fc.property(fc.array(some, { maxLength: 8 }), (parts) => {
        const said = texts(withoutRepetition(unitsOf(parts.flat())));
        for (const [head, ...items] of parts.map((part) => texts(part))) {
          const at = said.indexOf(head ?? "");
          if (items.length > 0) expect(said.slice(at + 1, at + 1 + items.length)).toEqual(items);
          else expect(said).toContain(head);
        }
        expect(new Set(said.filter((text) => text !== "（一）有住所；")).size).toBe(
          said.filter((text) => text !== "（一）有住所；").length,
        );
      }),
    );
  });
});
