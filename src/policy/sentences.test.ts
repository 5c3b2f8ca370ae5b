import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "./sentences.ts";

const sentencesOf = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("splitSentences", () => {
  it.each([
    ["奖励企业。补贴个人！", ["奖励企业。", "补贴个人！"]],
    ["称“先进。示范”的企业。其他。", ["称“先进。示范”的企业。", "其他。"]],
    // A line break ends what was never closed, and what follows it begins anew.
    ["称“先进。示范\n奖励。补贴。", ["称“先进。示范", "奖励。", "补贴。"]],
    ["奖励）。补贴（一）。其他。", ["奖励）。", "补贴（一）。", "其他。"]],
  ])("%j", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it("covers the text without gaps, save blanks, in order", () => {
    const texts = fc.array(fc.constantFrom(..."字“”（）《》。；！ \n".split("")), { maxLength: 400 });
    fc.assert(
      fc.property(texts, (characters) => {
        const text = characters.join("");
        expect(sentencesOf(text).join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
      }),
    );
  });

  it("reads an opened quotation that never ends once, not once a sentence", () => {
    const text = `“${"奖励企业。".repeat(200_000)}`;
    expect(sentencesOf(text)).toEqual([text]);
  });
});
