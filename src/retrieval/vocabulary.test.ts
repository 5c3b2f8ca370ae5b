import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseVocabulary } from "./vocabulary-file.ts";
import { builtInVocabulary, createVocabulary } from "./vocabulary.ts";

const synonymsOf = (term: string) => builtInVocabulary.synonymsOf(term);

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const groups = parseVocabulary("synonyms.txt", read("synonyms.txt"));
const everyday = readdirSync(new URL("everyday/", import.meta.url)).flatMap((name) =>
  parseVocabulary(name, read(`everyday/${name}`)),
);
const twice = (keys: readonly string[]): string[] => keys.filter((key, index) => keys.indexOf(key) !== index);

describe("a vocabulary file", () => {
  it.each([
    ["公司 企业", "a line needs exactly one =>"],
    ["公司 => 企业 => 厂", "a line needs exactly one =>"],
    [" => 企业", "no words before =>"],
    ["公司 =>", "no words after =>"],
    ["工厂 => 厂", "one-character word 厂"],
    ["公司 => 企业 企业", "企业 stands twice"],
  ])("is refused with the line number: %s", (line, problem) => {
    expect(() => parseVocabulary("words.txt", `# 标题\n\n大学 => 高校\n${line}\n`)).toThrow(
      `words.txt, line 4: ${problem}`,
    );
  });

  it("may hold comments, empty lines and Windows line ends", () => {
    expect(parseVocabulary("words.txt", "# 企业\r\n\r\nIPO  敲钟 => 上市\r\n")).toEqual([
      { file: "words.txt", line: 3, spoken: ["ipo", "敲钟"], official: ["上市"] },
    ]);
  });
});

describe("synonyms.txt", () => {
  it("holds no line twice and no word in two places of one line", () => {
    expect(
      twice(groups.map(({ spoken, official }) => `${spoken.join(" ")} => ${official.join(" ")}`)),
    ).toEqual([]);
    expect(groups.flatMap(({ spoken, official }) => twice([...spoken, ...official]))).toEqual([]);
  });

  it("holds no everyday word of one character", () => {
    expect(groups.flatMap(({ spoken }) => spoken).filter((word) => Array.from(word).length < 2)).toEqual([]);
  });
});

describe("a user's own words", () => {
  it("stand beside the project's and say where they come from", () => {
    const own = createVocabulary(parseVocabulary("own.txt", "# 本地说法\n甲字头公司 => 科技领军企业\n"));
    expect(own.synonymsOf("甲字头公司")).toEqual(["科技领军企业"]);
    expect(own.synonymsOf("老外")).toEqual(synonymsOf("老外"));
    expect(own.spokenPhrasesIn("甲字头公司有什么支持")).toEqual([
      { phrase: "甲字头公司", official: ["科技领军企业"], sources: ["own.txt:2"] },
    ]);
    expect(builtInVocabulary.spokenPhrasesIn("甲字头企业")).toEqual([]);
  });
});

describe("synonymsOf", () => {
  it("leads from everyday words to official ones", () => {
    expect(synonymsOf("老外")).toContain("外籍");
    expect(synonymsOf("小公司")).toContain("中小企业");
  });

  it("leads from official words to the group's other official words, never to everyday ones", () => {
    expect(synonymsOf("科研院所")).toContain("科研机构");
    expect(synonymsOf("中小企业")).not.toContain("小公司");
    const official = new Set([...groups, ...everyday].flatMap((group) => group.official));
    for (const group of groups) {
      for (const word of [...group.spoken, ...group.official]) {
        const answers = synonymsOf(word);
        expect(answers).not.toContain(word);
        expect(answers.filter((answer) => !official.has(answer))).toEqual([]);
        expect(answers).toEqual(expect.arrayContaining(group.official.filter((other) => other !== word)));
      }
    }
  });

  it("folds width and case, and knows nothing of other words", () => {
    expect(synonymsOf("ＩＰＯ")).toEqual(synonymsOf("ipo"));
    expect(synonymsOf("ipo")).toContain("首次公开发行");
    expect(synonymsOf("不在表中的词")).toEqual([]);
  });
});
