import { fixtureRun, writeDocx } from "./docx-fixture.ts";
import type { Format } from "./extractor.ts";
import { setParagraphs, writePdf } from "./pdf-fixture.ts";
import { writeXlsx } from "./xlsx-fixture.ts";

/** A small document of a format, for tests that hold for every format. */
export interface FormatSample {
  readonly format: Format;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Stretches of text that have to be kept. */
  readonly kept: readonly string[];
  /** Stretches that have to be dropped, with a reason. */
  readonly dropped: readonly string[];
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, "utf8");
const ARTICLE = "第一条 为了规范专项资金管理，提高资金使用效益，根据有关法律、法规和国家的规定，制定本办法。";
const SECOND = "第二条 本办法所称专项资金，是指由财政预算安排，用于支持企业开展技术创新和产业升级的资金。";

/** One document of every format, with as much of the format in it as is small. */
export const FORMAT_SAMPLES: readonly FormatSample[] = [
  {
    format: "plain-text",
    name: "sample.txt",
    bytes: utf8(`---\ntitle: 某办法\n---\n　　${ARTICLE}\r\n　　${SECOND}\r\n\uFFFD 脚注文字\r\n`),
    kept: [ARTICLE, SECOND],
    dropped: ["某办法"],
  },
  {
    format: "markdown",
    name: "sample.md",
    bytes: utf8(
      `# 某办法\n\n${ARTICLE}[^1]\n\n1. 甲\n2. 乙\n   - 丙\n\n| 类别 | 标准 |\n| --- | --- |\n| 研发 | 10~20万元 |\n\n> ${SECOND}\n\n<table><tr><td>一</td><td>二</td></tr></table>\n\n~~旧文~~\n\n[^1]: 注释\n`,
    ),
    kept: ["某办法", ARTICLE, "1. 甲", "2. 乙", "标准：10~20万元", SECOND, "注释"],
    dropped: ["旧文"],
  },
  {
    format: "html",
    name: "sample.html",
    bytes: utf8(
      `<!DOCTYPE html><html><head><meta charset="utf-8"><title>页名</title><style>p{}</style></head><body><nav><a href="/">首页</a></nav><div id="UCAP-CONTENT"><h1>某办法</h1><p>　　${ARTICLE}</p><ol><li>甲<ul><li>乙</li></ul></li></ol><table><tr><th>类别</th><th>标准</th></tr><tr><td rowspan="2">研发</td><td>1&nbsp;万元</td></tr><tr><td>2万元</td></tr></table><p>${SECOND}<br>续行</p></div><div class="footer">版权所有</div></body></html>`,
    ),
    kept: ["某办法", ARTICLE, "1. 甲", "类别：研发；标准：2万元", SECOND, "续行"],
    dropped: ["首页", "版权所有"],
  },
  {
    format: "docx",
    name: "sample.docx",
    bytes: writeDocx(
      [
        { text: "某办法", style: "Title" },
        { text: "总则", numbering: { list: "law", level: 0 }, style: "Heading" },
        { text: "为了创新", numbering: { list: "law", level: 1 }, footnote: "指技术创新。" },
        { text: SECOND },
        {
          table: [
            ["类别", "标准"],
            [{ text: "研发", merge: "restart" }, "1万元"],
            [{ text: "", merge: "continue" }, "2万元"],
          ],
        },
        {
          xml: `<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins w:id="2">${fixtureRun("增加")}</w:ins>`,
        },
        { xml: fixtureRun("隐去", "<w:vanish/>") + fixtureRun("显示") },
      ],
      {
        definitions: {
          law: [
            { format: "chineseCountingThousand", text: "第%1章" },
            { format: "chineseCountingThousand", text: "第%2条", restart: 0 },
          ],
        },
        styles: {
          Title: { name: "Title" },
          Heading: { name: "heading 1", properties: '<w:outlineLvl w:val="0"/>' },
        },
        header: "页眉文字",
        footer: "页脚文字",
        comment: "批注文字",
      },
    ),
    kept: [
      "某办法",
      "第一章 总则",
      "第一条 为了创新",
      SECOND,
      "类别：研发；标准：2万元",
      "增加",
      "显示",
      "指技术创新。",
    ],
    dropped: ["删去", "隐去", "页眉文字", "页脚文字", "批注文字"],
  },
  {
    format: "pdf",
    name: "sample.pdf",
    bytes: writePdf(
      [1, 2].map((page) => [
        { text: "某区人民政府文件", x: 90, y: 810, size: 9 },
        ...setParagraphs(page === 1 ? [ARTICLE] : [SECOND]),
        { text: `— ${page} —`, x: 280, y: 40, size: 10 },
      ]),
    ),
    kept: [ARTICLE, SECOND],
    dropped: ["某区人民政府文件", "— 1 —", "— 2 —"],
  },
  {
    format: "xlsx",
    name: "sample.xlsx",
    bytes: writeXlsx([
      {
        name: "标准",
        rows: [
          ["附表1"],
          ["类别", "比例", "日期"],
          ["研发", { value: 0.155, format: "0.0%" }, { value: 45_292, format: "yyyy-mm-dd" }],
        ],
        merges: ["A1:C1"],
      },
      { name: "内部", rows: [["草稿"]], isHidden: true },
    ]),
    kept: ["附表1", "类别：研发；比例：15.5%；日期：2024-01-01"],
    dropped: ["草稿"],
  },
  {
    format: "csv",
    name: "sample.csv",
    bytes: utf8('类别,标准,说明\r\n研发,"1,000元","含""税""\n可分期"\r\n其他,2元,\r\n'),
    kept: ['类别：研发；标准：1,000元；说明：含"税" 可分期', "类别：其他；标准：2元"],
    dropped: [],
  },
];
