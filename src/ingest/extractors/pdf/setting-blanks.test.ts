import { describe, expect, it } from "vitest";
import type { PageContent } from "./read-pages.ts";
import { withoutSettingBlanks } from "./setting-blanks.ts";

const pageOf = (texts: readonly string[]): PageContent => ({
  number: 1,
  width: 595,
  height: 842,
  fragments: texts.map((text, index) => ({ text, x: 72, y: 100 + index * 20, width: 300, size: 12 })),
  rotated: [],
  rules: [],
  failed: false,
});
const clean = (...texts: string[]): string[] =>
  withoutSettingBlanks([pageOf(texts)]).flatMap(({ fragments }) => fragments.map(({ text }) => text));

describe("withoutSettingBlanks", () => {
  it("takes blanks out that stand everywhere between Chinese characters and digits", () => {
    expect(clean("示政发〔2025〕7 号", "自 2025 年 3 月 1 日起", "奖励 50 万元，Word 文件")).toEqual([
      "示政发〔2025〕7号",
      "自2025年3月1日起",
      "奖励50万元，Word文件",
    ]);
  });

  it("keeps blanks that were typed, as most places have none", () => {
    const lines = ["自2025年3月1日起", "奖励50万元", "见表 2"];
    expect(clean(...lines)).toEqual(lines);
  });

  it("keeps the blank after a number before its heading", () => {
    expect(clean("1 总则", "附件 2 申报书", "自 2025 年 3 月 1 日起")).toEqual([
      "1 总则",
      "附件2 申报书",
      "自2025年3月1日起",
    ]);
  });

  it("closes up characters that are spread over a line, but for the blank after 第X条", () => {
    expect(clean("市 工 业 和 信 息 化", "第 一 条 为 了 规 范", "处 10 万 元 以 下", "目 录")).toEqual([
      "市工业和信息化",
      "第一条 为了规范",
      "处10万元以下",
      "目 录",
    ]);
  });
});
