import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languageRuns, textLanguage } from "../src/page/text-language.ts";

const FRAMED =
  "According to 《中关村世界领先科技园区建设方案（2024—2027年）》 (二、（一）4): “引导和鼓励企业设立基金。”";

describe("the language of a text", () => {
  it.each([
    ["引导和鼓励科技领军企业设立基金。", "zh-CN"],
    ["支持 OpenAI Whisper Large Turbo 等模型落地应用和推广", "zh-CN"],
    ["2011 — 2015", "zh-CN"],
    [FRAMED, "en"],
    ["The cited clauses of 《规划》 have ended; they only show what held at the time.", "en"],
    ["In substance, 《规划》 (一、) says: 支持企业开展关键核心技术攻关，并给予补助。", "en"],
    ["The documents say nothing about 上海, 2025.", "en"],
    ["《Regulations》规定如下", "zh-CN"],
  ])("%s", (text, language) => {
    expect(textLanguage(text)).toBe(language);
  });
});

describe("the runs of a text", () => {
  it("set titles, places and quotes of an English text apart", () => {
    const chinese = languageRuns(FRAMED, "en").filter(({ language }) => language === "zh-CN");
    expect(chinese.map(({ text }) => text)).toEqual([
      "《中关村世界领先科技园区建设方案（2024—2027年）》",
      "二、（一）4",
      "“引导和鼓励企业设立基金。”",
    ]);
  });

  it("leave a Chinese text whole", () => {
    const text = "支持 AI 企业";
    expect(languageRuns(text, "zh-CN")).toEqual([{ start: 0, text, language: "zh-CN" }]);
  });

  it("are the text again when they are joined, and no English one has Chinese in it", () => {
    const piece = fc.constantFrom(
      "《规划》",
      "“引文 A”",
      "say",
      " ",
      "二、",
      "（一）",
      "4",
      ".",
      "上海",
      "”",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        const runs = languageRuns(text, "en");
        expect(runs.map((run) => run.text).join("")).toBe(text);
        for (const run of runs) {
          expect(text.startsWith(run.text, run.start)).toBe(true);
          if (run.language === "en") expect(run.text).not.toMatch(/\p{Script=Han}/u);
        }
      }),
    );
  });
});
