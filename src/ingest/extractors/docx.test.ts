import { describe, expect, it } from "vitest";
import type { ExtractedText } from "../extracted-text.ts";
import { fixtureRun, writeDocx } from "./docx-fixture.ts";
import type { FixtureBlock, FixtureLevel, FixtureOptions } from "./docx-fixture.ts";
import { docxExtractor } from "./docx.ts";

const read = async (blocks: readonly FixtureBlock[], options?: FixtureOptions): Promise<ExtractedText> =>
  docxExtractor.extract(writeDocx(blocks, options));
const linesOf = async (blocks: readonly FixtureBlock[], options?: FixtureOptions): Promise<string[]> =>
  (await read(blocks, options)).text.split("\n");
const at = (list: string, ...levels: readonly [number, string][]): FixtureBlock[] =>
  levels.map(([level, text]) => ({ text, numbering: { list, level } }));

const STATUTE: readonly FixtureLevel[] = [
  { format: "chineseCountingThousand", text: "第%1章" },
  { format: "chineseCountingThousand", text: "第%2条", restart: 0 },
  { format: "chineseCounting", text: "（%3）", suffix: "nothing" },
  { format: "decimal", text: "%4.", suffix: "nothing" },
];

describe("docxExtractor: automatic numbering", () => {
  it("writes the markers that a reader sees, and runs articles on across chapters", async () => {
    const blocks = at(
      "law",
      [0, "总则"],
      [1, "目的"],
      [2, "一项"],
      [2, "二项"],
      [3, "目"],
      [0, "职责"],
      [1, "部门"],
      [2, "甲"],
    );
    expect(await linesOf(blocks, { definitions: { law: STATUTE } })).toEqual([
      "第一章 总则",
      "第一条 目的",
      "（一）一项",
      "（二）二项",
      "1.目",
      "第二章 职责",
      "第二条 部门",
      "（一）甲",
    ]);
  });

  it.each([
    ["chineseCounting", ["一", "十", "十一", "二十", "九十九", "一○○", "一一○"]],
    ["chineseCountingThousand", ["一", "十", "十一", "二十", "九十九", "一百", "一百一十"]],
    ["japaneseCounting", ["一", "十", "十一", "二十", "九十九", "百", "百十"]],
    ["ideographDigital", ["一", "一〇", "一一", "二〇", "九九", "一〇〇", "一一〇"]],
    ["ideographTraditional", ["甲", "癸", "11", "20", "99", "100", "110"]],
    ["ideographZodiac", ["子", "酉", "戌", "20", "99", "100", "110"]],
    ["chineseLegalSimplified", ["壹", "壹拾", "壹拾壹", "贰拾", "玖拾玖", "壹佰", "壹佰壹拾"]],
    ["decimalFullWidth", ["１", "１０", "１１", "２０", "９９", "１００", "１１０"]],
    ["decimalEnclosedCircle", ["①", "⑩", "⑪", "⑳", "99", "100", "110"]],
    ["decimalEnclosedParen", ["⑴", "⑽", "⑾", "⒇", "99", "100", "110"]],
    ["decimalEnclosedFullstop", ["⒈", "⒑", "⒒", "⒛", "99", "100", "110"]],
    ["ideographEnclosedCircle", ["㊀", "㊉", "11", "20", "99", "100", "110"]],
    ["upperRoman", ["I", "X", "XI", "XX", "XCIX", "C", "CX"]],
    [
      "lowerLetter",
      ["a", "j", "k", "t", "uuuu", "vvvv", "ffffff"].slice(0, 4).concat(["uuuu", "vvvv", "fffff"]),
    ],
    ["decimalZero", ["01", "10", "11", "20", "99", "100", "110"]],
    ["no-such-format", ["1", "10", "11", "20", "99", "100", "110"]],
  ])("writes %s as Word does", async (format, expected) => {
    const starts = [1, 10, 11, 20, 99, 100, 110];
    const definitions = Object.fromEntries(
      starts.map((start) => [`from${start}`, [{ format, text: "%1、", start }]]),
    );
    const blocks = starts.flatMap((start) => at(`from${start}`, [0, "文"]));
    expect(await linesOf(blocks, { definitions })).toEqual(expected.map((marker) => `${marker}、文`));
  });

  it("shows every level of a template, in digits where the level asks for it", async () => {
    const definitions = {
      outline: [
        { format: "chineseCounting", text: "%1、" },
        { format: "decimal", text: "%1.%2", legal: true },
        { format: "decimal", text: "%1.%2.%3" },
      ],
    };
    const blocks = at(
      "outline",
      [0, "a"],
      [1, "b"],
      [2, "c"],
      [2, "d"],
      [1, "e"],
      [2, "f"],
      [0, "g"],
      [2, "h"],
    );
    expect(await linesOf(blocks, { definitions })).toEqual([
      "一、a",
      "1.1 b",
      "一.1.1 c",
      "一.1.2 d",
      "1.2 e",
      "一.2.1 f",
      "二、g",
      "二.1.1 h",
    ]);
  });

  it("continues where lists share a definition, and starts anew where one overrides its start", async () => {
    const options = {
      definitions: { items: [{ format: "decimal", text: "%1." }] },
      lists: {
        first: { definition: "items" },
        second: { definition: "items" },
        third: { definition: "items", startOverrides: { 0: 5 } },
      },
    };
    const blocks = [
      ...at("first", [0, "a"], [0, "b"]),
      ...at("second", [0, "c"]),
      ...at("third", [0, "d"], [0, "e"]),
    ];
    expect(await linesOf(blocks, options)).toEqual(["1. a", "2. b", "3. c", "5. d", "6. e"]);
  });

  it("numbers through styles, their ancestors and the level that names the style", async () => {
    const options: FixtureOptions = {
      definitions: {
        heads: [
          { format: "chineseCountingThousand", text: "第%1章", style: "Chapter" },
          { format: "chineseCountingThousand", text: "第%2条", style: "Article", restart: 0 },
        ],
      },
      styles: {
        Chapter: { list: "heads", properties: '<w:outlineLvl w:val="0"/>' },
        Article: { list: "heads" },
        Special: { basedOn: "Article" },
        Plain: { basedOn: "Article", properties: '<w:numPr><w:numId w:val="0"/></w:numPr>' },
      },
    };
    const blocks = [
      { text: "总则", style: "Chapter" },
      { text: "甲", style: "Article" },
      { text: "乙", style: "Special" },
      { text: "丙", style: "Plain" },
      { text: "分则", style: "Chapter" },
      { text: "丁", style: "Article" },
    ];
    const { text, lines } = await read(blocks, options);
    expect(text.split("\n")).toEqual([
      "第一章 总则",
      "第一条 甲",
      "第二条 乙",
      "丙",
      "第二章 分则",
      "第三条 丁",
    ]);
    expect(lines[0]).toEqual({ start: 0, kind: "heading", level: 1, hardBreak: true });
  });

  it("reports a list that the file does not define", async () => {
    const unnumbered = await read(at("0 is no list", [0, "甲"]));
    expect([unnumbered.text, unnumbered.issues]).toEqual(["甲", []]);
    const broken = await read([
      { block: `<w:p><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>${fixtureRun("乙")}</w:p>` },
    ]);
    expect(broken.issues.map(({ code }) => code)).toEqual(["numbering_undefined"]);
  });
});

const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${fixtureRun(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe("docxExtractor: what a reader sees", () => {
  it("accepts tracked changes and records what they deleted", async () => {
    const { text, dropped } = await read([
      {
        xml: `${fixtureRun("补助")}<w:del w:id="1"><w:r><w:delText>50</w:delText></w:r></w:del><w:ins w:id="2">${fixtureRun("100")}</w:ins>${fixtureRun("万元。")}`,
      },
      { block: `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${fixtureRun("前半")}</w:p>` },
      { text: "后半。" },
    ]);
    expect(text).toBe("补助100万元。\n前半后半。");
    expect(dropped).toEqual([{ reason: "deleted", text: "50" }]);
  });

  it("puts footnotes at the end with their places, and drops headers, footers, comments and hidden text", async () => {
    const { text, lines, dropped } = await read(
      [
        { text: "研发投入", footnote: "指研究与试验发展经费。" },
        { xml: fixtureRun("可见") + fixtureRun("不可见", "<w:vanish/>") },
      ],
      { header: "内部资料", footer: "— 1 —", comment: "再议" },
    );
    expect(text).toBe("研发投入\n可见\n指研究与试验发展经费。");
    expect(lines.at(-1)).toEqual({ start: 8, kind: "footnote", hardBreak: true, annotates: 4 });
    expect(dropped).toEqual([
      { reason: "hidden", text: "不可见" },
      { reason: "header", text: "内部资料" },
      { reason: "footer", text: "— 1 —" },
      { reason: "comment", text: "再议" },
    ]);
  });

  it("keeps results of fields without their codes, and drops the table of contents that one makes", async () => {
    const { text, dropped } = await read([
      { xml: field("TOC \\o", "第一章 总则\t1") },
      { xml: fixtureRun("见") + field("REF a", "第三条") },
    ]);
    expect(text).toBe("见第三条");
    expect(dropped).toEqual([{ reason: "table-of-contents", text: "第一章 总则\t1" }]);
  });

  it("reads tables with merged cells, and tables of one column as text", async () => {
    const { text, lines } = await read([
      {
        table: [
          ["类别", "对象", "标准"],
          [{ text: "研发", merge: "restart" }, "大企业", "10万元"],
          [{ text: "", merge: "continue" }, "小企业", "20万元"],
        ],
      },
      { table: [["一、框中的标题"], ["框中的段落。"]] },
    ]);
    expect(text.split("\n")).toEqual([
      "类别：研发；对象：大企业；标准：10万元",
      "类别：研发；对象：小企业；标准：20万元",
      "一、框中的标题",
      "框中的段落。",
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual(["table-row", "table-row", "paragraph", "paragraph"]);
  });

  it("reads a text box once, though Word writes it twice", async () => {
    const box = `<w:txbxContent><w:p>${fixtureRun("框内")}</w:p></w:txbxContent>`;
    const xml = `${fixtureRun("正文")}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await linesOf([{ xml }])).toEqual(["正文", "框内"]);
  });

  it("keeps symbols, tabs, line breaks, powers and fractions", async () => {
    const xml = `<w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>是</w:t><w:tab/><w:t>否</w:t><w:br/><w:t>下一行</w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`;
    const { text, lines } = await read([{ xml }]);
    expect(text).toBe("□是\t否\n下一行(a+b)/2m^2");
    expect(lines.map(({ hardBreak }) => hardBreak)).toEqual([undefined, true]);
  });

  it("reports pictures, whose words it cannot read", async () => {
    const { issues } = await read([{ text: "附图" }, { xml: "<w:r><w:drawing/></w:r>" }]);
    expect(issues.map(({ code, start }) => [code, start])).toEqual([["picture_not_read", 3]]);
  });
});
