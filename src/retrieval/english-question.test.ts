import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseVocabulary } from "./vocabulary-file.ts";
import { englishAmounts, isMostlyEnglish, translateEnglish, untranslatedWords } from "./english-question.ts";

const phrases = ["english-terms.txt", "english-words.txt"].flatMap((name) =>
  parseVocabulary(name, readFileSync(new URL(name, import.meta.url), "utf8")),
);
const chineseTerms = new Set(phrases.flatMap(({ official }) => official));
const twice = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);

describe("the English words and terms", () => {
  it("holds every phrase once, however its hyphens and apostrophes are written", () => {
    expect(
      twice(
        phrases.map(({ spoken }) =>
          spoken
            .join(" ")
            .replaceAll("-", " ")
            .replaceAll(/['’]s\b|['’]/g, ""),
        ),
      ),
    ).toEqual([]);
  });

  it("holds phrases of ASCII words with Chinese terms", () => {
    expect(phrases.filter(({ spoken }) => !/^[a-z\d' &]+$/.test(spoken.join(" ")))).toEqual([]);
    expect([...chineseTerms].filter((term) => !/^(?:\p{Script=Han}+|[56]g)$/u.test(term))).toEqual([]);
  });

  it("translates every phrase by itself", () => {
    for (const { spoken, official } of phrases) expect(translateEnglish(spoken.join(" "))).toEqual(official);
  });
});

describe("translateEnglish", () => {
  it("takes the longest phrase and each word of the question once", () => {
    expect(translateEnglish("cross-border data flow")).toEqual(["数据跨境流动"]);
    expect(translateEnglish("High-Tech Enterprises in Beijing")).toEqual(["高新技术企业", "北京"]);
    expect(translateEnglish("state key laboratory")).not.toContain("实验室");
  });

  it("keeps the order of the question and names each term once", () => {
    expect(translateEnglish("Housing for foreign talents, and loans; housing?")).toEqual([
      "住房",
      "外籍人才",
      "贷款",
      "信贷",
    ]);
  });

  it("tolerates plurals, possessives, case and full width", () => {
    expect(translateEnglish("SUBSIDIES")).toEqual(["补贴", "补助"]);
    expect(translateEnglish("taxes")).toEqual(["税收"]);
    expect(translateEnglish("a company's incubators")).toEqual(["企业", "孵化器", "科技企业孵化器"]);
    expect(translateEnglish("ＭＩＩＴ")).toEqual(["工业和信息化部"]);
    expect(translateEnglish("Xi’an")).toEqual(["西安"]);
  });

  it("tolerates endings of verbs", () => {
    expect(translateEnglish("Who approved it?")).toEqual(translateEnglish("Who approves it?"));
    expect(translateEnglish("submitting documents")).toEqual(translateEnglish("submit a document"));
    expect(translateEnglish("companies applying to be recognised")).toContain("企业");
  });

  it("finds English words inside Chinese and nothing in Chinese alone", () => {
    expect(translateEnglish("做blockchain的有支持吗")).toEqual(["区块链"]);
    expect(translateEnglish("有什么支持")).toEqual([]);
  });

  it("gives for any text distinct terms of the table alone", () => {
    const words = fc.constantFrom(
      ...phrases.flatMap(({ spoken }) => [...spoken, `${spoken.join("-")}s`]),
      "the",
      "of",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words, { maxLength: 40 }).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(text, (question) => {
        const terms = translateEnglish(question);
        expect(new Set(terms).size).toBe(terms.length);
        for (const term of terms) expect(chineseTerms).toContain(term);
      }),
    );
  });
});

describe("isMostlyEnglish", () => {
  it.each([
    ["Which department supervises the plan?", true],
    ["What does 《示范区条例》 say about talents?", true],
    ["AI", true],
    ["IPO 有什么支持", false],
    ["AI 企业能拿补贴吗", false],
    ["2027年的目标", false],
    ["", false],
  ])("%s: %s", (question, expected) => {
    expect(isMostlyEnglish(question)).toBe(expected);
  });
});

describe("untranslatedWords", () => {
  it("names what is asked about and stands in no table, without words that only ask or join", () => {
    expect(untranslatedWords("What is the maximum height of a zeppelin in Beijing?")).toEqual(["zeppelin"]);
    expect(untranslatedWords("Which companies can apply for subsidies?")).toEqual([]);
    expect(untranslatedWords("有什么支持")).toEqual([]);
  });
});

describe("englishAmounts", () => {
  it.each([
    ["loans of up to 5 million yuan", ["500万元"]],
    ["an industry of 1.5 trillion yuan", ["1.5万亿元"]],
    ["2 billion RMB and 20 percent", ["20亿元", "20%"]],
    ["10,000 yuan a year", ["1万元"]],
    ["0.5 million yuan, or 0.05 billion RMB", ["50万元", "5000万元"]],
    ["2.5 yuan a day", ["2.5元"]],
    ["1.5 thousand companies", ["1500"]],
    ["3.5% in 2015", ["3.5%"]],
    ["By 2015, how many?", []],
  ])("%s: %j", (question, expected) => {
    expect(englishAmounts(question)).toEqual(expected);
  });
});
