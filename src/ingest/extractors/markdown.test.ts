import { describe, expect, it } from "vitest";
import type { ExtractedText } from "../extracted-text.ts";
import { markdownExtractor } from "./markdown.ts";

const read = async (markdown: string): Promise<ExtractedText> =>
  markdownExtractor.extract(Buffer.from(markdown, "utf8"));
const linesOf = async (markdown: string): Promise<string[]> => (await read(markdown)).text.split("\n");

describe("markdownExtractor", () => {
  it("keeps numbers as printed, in lists and outside of them", async () => {
    expect(
      await linesOf("一、总则\n\n（一）目标\n\n1. 甲\n2. 乙\n   1) 子\n4. 丁\n\n1．全角\n\n第一条 文"),
    ).toEqual(["一、总则", "（一）目标", "1. 甲", "2. 乙", "1) 子", "4. 丁", "1．全角", "第一条 文"]);
    expect(await linesOf("1. 甲\n1. 乙\n1. 丙")).toEqual(["1. 甲", "2. 乙", "3. 丙"]);
  });

  it("keeps ranges, products and what looks like other marks", async () => {
    expect(await linesOf("补助10~20万元，不超过30~40万元；2*3*4；**重点**支持&lt;甲&gt;，a\\*b")).toEqual([
      "补助10~20万元，不超过30~40万元；2*3*4；重点支持<甲>，a*b",
    ]);
  });

  it("knows headings, tables, quotes, code and pages within", async () => {
    const { text, lines } = await read(
      "# 办法\n\n第一行\n第二行\n\n| 类别 | 标准 |\n| - | - |\n| 甲 | **1**万元 |\n\n> 引文\n\n    缩进的正文\n\n<table><tr><th>项</th><th>值</th></tr><tr><td>a</td><td>b</td></tr></table>",
    );
    expect(text.split("\n")).toEqual([
      "办法",
      "第一行",
      "第二行",
      "类别：甲；标准：1万元",
      "引文",
      "缩进的正文",
      "项：a；值：b",
    ]);
    expect(lines[0]).toEqual({ start: 0, kind: "heading", level: 1, hardBreak: true });
    expect(lines.map(({ hardBreak }) => hardBreak === true)).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  it("takes front matter and footnotes out of the text, with their places", async () => {
    const { text, lines, frontMatter, dropped } = await read(
      "---\ntitle: 某办法\n文号: 京发〔2024〕1号\n---\n研发[^a]投入\n\n[^a]: 研究与试验发展\n",
    );
    expect(text).toBe("研发投入\n研究与试验发展");
    expect(lines.at(-1)).toMatchObject({ kind: "footnote", annotates: 2 });
    expect(frontMatter).toBe("title: 某办法\n文号: 京发〔2024〕1号");
    expect(dropped.map(({ reason }) => reason)).toEqual(["front-matter"]);
  });

  it("takes a rule of dashes for no front matter", async () => {
    expect(await linesOf("---\n正文没有冒号的一行\n\n---\n后文")).toEqual(["正文没有冒号的一行", "后文"]);
  });
});
