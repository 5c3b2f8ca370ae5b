import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseVocabulary } from "./vocabulary-file.ts";
import { builtInVocabulary, createVocabulary } from "./vocabulary.ts";

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
const names = readdirSync(new URL("everyday/", import.meta.url)).toSorted();
const lines = names.flatMap((name) => parseVocabulary(name, read(`everyday/${name}`)));
const groups = parseVocabulary("synonyms.txt", read("synonyms.txt"));

const officialIn = (question: string): readonly string[] =>
  builtInVocabulary.spokenPhrasesIn(question).flatMap(({ official }) => official);

describe("the files of everyday words", () => {
  it("are text files of one domain each, with a line that says which", () => {
    expect(names.filter((name) => !/^[a-z-]+\.txt$/.test(name))).toEqual([]);
    expect(names.filter((name) => !read(`everyday/${name}`).startsWith("# "))).toEqual([]);
  });

  it("hold no phrase twice and none of one character", () => {
    const phrases = lines.flatMap(({ spoken }) => spoken);
    expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
    expect(phrases.filter((phrase) => Array.from(phrase).length < 2)).toEqual([]);
  });

  it("lead from everyday words to official ones and never on or back", () => {
    const official = new Set([...groups, ...lines].flatMap((line) => line.official));
    expect(lines.flatMap(({ spoken }) => spoken).filter((phrase) => official.has(phrase))).toEqual([]);
  });

  it("say what synonyms.txt does not say already", () => {
    const known = createVocabulary([]);
    const said = new Set(groups.flatMap((line) => line.spoken));
    for (const { spoken, official } of lines)
      for (const phrase of spoken.filter((each) => said.has(each))) {
        const before = groups.filter((line) => line.spoken.includes(phrase)).flatMap((line) => line.official);
        expect(official.filter((word) => !before.includes(word))).not.toEqual([]);
        expect(known.synonymsOf(phrase)).toEqual(expect.arrayContaining([...before, ...official]));
      }
  });

  it.each([
    ["老家要征我家地，给多少", "征地补偿"],
    ["猪粪没处放怎么办", "畜禽粪污"],
    ["我想换法人，多久办好", "变更登记"],
    ["老板欠钱，农民工讨薪找谁", "拖欠工资"],
    ["执法队老来查我的店", "双随机、一公开"],
    ["营业执照丢了", "补领"],
  ])("answer %s with %s", (question, word) => {
    expect(officialIn(question)).toContain(word);
  });

  it("leave alone what is said in official words", () => {
    expect(officialIn("道路运输经营许可证")).toEqual([]);
    expect(officialIn("不动产登记")).toEqual([]);
  });

  it("make no official word stand for another", () => {
    const words = new Set(groups.flatMap((line) => [...line.spoken, ...line.official]));
    const alone = lines.flatMap(({ official }) => official).filter((word) => !words.has(word));
    expect(alone.length).toBeGreaterThan(0);
    expect(alone.filter((word) => builtInVocabulary.synonymsOf(word).length > 0)).toEqual([]);
  });
});
