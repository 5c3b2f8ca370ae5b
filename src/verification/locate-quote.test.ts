import { array, assert, constantFrom, nat, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { locateQuote } from "./locate-quote.ts";

const CLAUSE = "（二）鼓励引导“瞪羚”企业，\n到 ２０２７ 年培育 300 家；支持建设１０㎡ 展厅。";
const quoted = (quote: string): string | null => {
  const span = locateQuote(CLAUSE, quote);
  return span === null ? null : CLAUSE.slice(span.start, span.end);
};

const folded = (each: string): string =>
  each.normalize("NFKC").replaceAll(/\s/gu, "").replaceAll(/[“”]/g, '"');

describe("locateQuote", () => {
  it.each([
    ["鼓励引导“瞪羚”企业", "鼓励引导“瞪羚”企业"],
    ["  鼓励引导“瞪羚”企业\n", "鼓励引导“瞪羚”企业"],
    ['鼓励引导"瞪羚"企业,到2027年', "鼓励引导“瞪羚”企业，\n到 ２０２７ 年"],
    ["(二)鼓励引导", "（二）鼓励引导"],
    ["到2027年培育300家", "到 ２０２７ 年培育 300 家"],
    ["建设10m2展厅", "建设１０㎡ 展厅"],
  ])("finds %j", (quote, expected) => {
    expect(quoted(quote)).toBe(expected);
  });

  it.each([
    "鼓励引导瞪羚企业",
    "鼓励引导“瞪羚”企业…300 家",
    "到2028年培育300家",
    "支持引导“瞪羚”企业",
    "企业到2027年",
    "建设10m",
    "企业",
    "，\n。；",
    "",
  ])("does not find %j", (quote) => {
    expect(quoted(quote)).toBeNull();
  });

  const text = array(constantFrom("政", "策", "　", " ", "１", "2", "㎡", "“", "a", "\n", "🀄", "m"), {
    maxLength: 30,
  }).map((parts) => parts.join(""));

  it("gives a slice that reads as the quote", () => {
    assert(
      property(text, text, (clause, quote) => {
        const span = locateQuote(clause, quote);
        if (span !== null) expect(folded(clause.slice(span.start, span.end))).toBe(folded(quote));
      }),
    );
  });

  it("finds every slice that says enough, and finds it exactly", () => {
    assert(
      property(string({ minLength: 8 }), nat(), nat(), (source, a, b) => {
        const clause = `${source}政策条款${source}`;
        const [start = 0, end = 0] = [a % clause.length, b % clause.length].toSorted((x, y) => x - y);
        const quote = clause.slice(start, end);
        const span = locateQuote(clause, quote);
        if (/(?:[政策条款]){4}/u.test(quote)) expect(span).not.toBeNull();
        if (span !== null && clause.includes(quote.trim()))
          expect(clause.slice(span.start, span.end)).toBe(quote.trim());
      }),
    );
  });
});
