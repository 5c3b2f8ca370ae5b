import { assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { seedSentence, seedSentences } from "./seed-sentences.ts";
import { HONEST_STATEMENTS, HOSTILE_STATEMENTS } from "./statement-cases.ts";
import type { UnsupportedReason } from "./verify-statement.ts";
import { verifyStatement } from "./verify-statement.ts";

/** The statement checked against the seed sentences that hold the given words. */
const verify = (statement: string, ...held: readonly string[]): UnsupportedReason | "supported" => {
  const found = held.map((words) => seedSentence(words));
  const verdict = verifyStatement(
    statement,
    found.map(({ quote }) => quote),
    found.flatMap(({ sources }) => sources),
  );
  return verdict.supported ? "supported" : verdict.reason;
};

const judge = (statement: string, quote: string): boolean =>
  verifyStatement(statement, [quote], []).supported;

describe("verifyStatement", () => {
  it("passes at least four of five honest paraphrases", () => {
    const verdicts = HONEST_STATEMENTS.map(([statement, ...held]) => [statement, verify(statement, ...held)]);
    const turnedDown = verdicts.filter(([, verdict]) => verdict !== "supported");
    expect(turnedDown.length).toBeLessThanOrEqual(HONEST_STATEMENTS.length / 5);
  });

  it.each(HOSTILE_STATEMENTS)("turns down: %s (%s)", (_what, statement, ...held) => {
    expect(verify(statement, ...held)).not.toBe("supported");
  });

  it("says why", () => {
    expect(verifyStatement("公众参与监督。", [], [])).toEqual({ supported: false, reason: "no_quote" });
    expect(verify("由市政府5年出资501亿元。", "5年出资500亿元")).toBe("number");
    expect(verify("推行“首席导师制”。", "双导师制")).toBe("name");
    expect(verify("不支持境内外个人和机构开展天使投资业务。", "开展天使投资业务")).toBe("negation");
    expect(verify("公众必须参与规划实施的监督。", "鼓励公众参与规划实施的监督")).toBe("modality");
    expect(verify("中关村的天气很好。", "总收入1.59万亿元")).toBe("lexical");
  });

  it("takes a clause that stands in no sentence of the quote for unsupported by blank quotes", () => {
    expect(verifyStatement("鼓励公众参与。", ["", "  \n"], ["鼓励公众参与。"])).toEqual({
      supported: false,
      reason: "no_quote",
    });
  });

  const sentences = seedSentences();
  const sentence = constantFrom(...sentences);
  // The end of a line that the source cuts (“人才。”) asserts nothing, so there is nothing for a quote to deny.
  const assertion = constantFrom(...sentences.filter((text) => Array.from(text).length >= 10));

  it("passes every sentence that is quoted as it stands", () => {
    expect(sentences.filter((quote) => !judge(quote, quote))).toEqual([]);
  });

  it("passes no sentence for the quote of an unrelated one", () => {
    assert(
      property(assertion, sentence, (statement, quote) => {
        expect(judge(statement, quote)).toBe(quote.includes(statement));
      }),
      { numRuns: 300 },
    );
  });

  it("passes no digit exchanged for another", () => {
    assert(
      property(sentence, integer({ min: 0, max: 99 }), integer({ min: 1, max: 9 }), (quote, place, step) => {
        const digits = [...quote.matchAll(/\d/g)];
        const digit = digits[place % Math.max(1, digits.length)];
        if (digit === undefined) return;
        const other = String((Number(digit[0]) + step) % 10);
        expect(judge(quote.slice(0, digit.index) + other + quote.slice(digit.index + 1), quote)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["鼓励", "必须"],
    ["鼓励", "应当"],
    ["鼓励", "支持"],
    ["鼓励", "不鼓励"],
    ["支持", "应当"],
    ["支持", "必须"],
    ["支持", "鼓励"],
    ["支持", "要求"],
    ["支持", "不支持"],
    ["允许", "必须"],
    ["推进", "不推进"],
    ["建立", "取消"],
    ["加强", "限制"],
    ["一批", "全部"],
    ["若干", "所有"],
    ["超过", "不超过"],
    ["增长", "下降"],
    ["%", "倍"],
    ["之一", ""],
    ["非", ""],
    ["力争", ""],
    ["尚未", ""],
  ])("passes no seed sentence with %s exchanged for %s", (word, other) => {
    const changed = sentences.flatMap((quote) =>
      [...quote.matchAll(new RegExp(word, "gu"))].map(({ index }) => ({
        quote,
        statement: quote.slice(0, index) + other + quote.slice(index + word.length),
      })),
    );
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.filter(({ statement, quote }) => judge(statement, quote))).toEqual([]);
  });
});
