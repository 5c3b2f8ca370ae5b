import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { POLICY_TERMS } from "./policy-terms.ts";
import { bigrams, queryBigrams, queryWords, segmentWords } from "./segment.ts";

describe("segmentWords", () => {
  it("keeps every policy term whole", () => {
    const broken = POLICY_TERMS.filter((term) => !segmentWords(`支持${term}，`).includes(term));
    expect(broken).toEqual([]);
  });

  it("reads 首台（套） in every spelling as one word", () => {
    for (const spelling of ["首台（套）", "首台(套)", "首台套"]) {
      expect(segmentWords(`${spelling}重大技术装备`)).toContain("首台套");
    }
  });

  it("folds full width, case, circled digits and digit groups", () => {
    expect(segmentWords("ＣＭＯＳ")).toEqual(["cmos"]);
    expect(segmentWords("①")).toEqual(["1"]);
    expect(segmentWords("1,000,000元")).toEqual(["1000000", "元"]);
    expect(segmentWords("增长3.5％")).toContain("3.5");
    expect(segmentWords("2011—2015年，39.集聚")).toEqual(expect.arrayContaining(["2011", "2015", "39"]));
  });

  it("drops punctuation, blanks and invisible characters", () => {
    expect(segmentWords("，。　\u00a0\u200b—…！? “”")).toEqual([]);
    expect(segmentWords("中关\u200b村")).toEqual(segmentWords("中关村"));
    expect(segmentWords("")).toEqual([]);
  });
});

describe("bigrams", () => {
  it("pairs neighbouring Han characters and keeps other runs whole", () => {
    expect(bigrams("创新联合体5G、钱")).toEqual(["创新", "新联", "联合", "合体", "5g", "钱"]);
    expect(bigrams("𠀀𠀁𠀂")).toEqual(["𠀀𠀁", "𠀁𠀂"]);
  });
});

describe("questions", () => {
  it("lists distinct words and drops function characters", () => {
    expect(queryWords("的了和")).toEqual([]);
    expect(queryWords("中关村的中关村")).toEqual([...new Set(queryWords("中关村"))]);
    expect(queryBigrams("企业企业")).toEqual(["企业", "业企"]);
  });
});

describe("what full-text search relies on", () => {
  it("never yields a blank, a doubled term in a question, or a word beyond the index's token limit", () => {
    assert(
      property(string({ unit: "grapheme", maxLength: 200 }), (text) => {
        for (const word of [...segmentWords(text), ...bigrams(text)]) {
          expect(word).toMatch(/^\S+$/v);
          expect(Buffer.byteLength(word)).toBeLessThanOrEqual(255);
        }
        expect(new Set(queryWords(text)).size).toBe(queryWords(text).length);
      }),
    );
    expect(Buffer.byteLength(segmentWords("é".repeat(500))[0] ?? "")).toBeLessThanOrEqual(255);
  });

  it("finds a question's words in the text that it was taken from", () => {
    const text = "支持专精特新“小巨人”企业承担重大科技项目，对首台（套）产品给予最高500万元补贴。";
    const words = new Set(segmentWords(text));
    for (const word of queryWords(text)) expect(words).toContain(word);
  });
});
