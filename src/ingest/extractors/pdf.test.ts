import { afterAll, describe, expect, it } from "vitest";
import type { ExtractedText } from "../extracted-text.ts";
import { ExtractionWorker } from "./extraction-worker.ts";
import { setParagraphs, writePdf } from "./pdf-fixture.ts";
import type { FixtureText } from "./pdf-fixture.ts";

const worker = new ExtractionWorker({ timeoutMs: 60_000, memoryMb: 1024 });
afterAll(() => worker.close());

const read = (pages: readonly (readonly FixtureText[])[]): Promise<ExtractedText> =>
  worker.extract("pdf", writePdf(pages));
const ARTICLES = [
  "第一条 为了规范专项资金管理，提高资金使用效益，根据有关法律、法规和国家、本市的有关规定，结合本区的实际情况，制定本办法。",
  "第二条 本办法所称专项资金，是指由区级财政预算安排，用于支持本区企业开展技术创新、成果转化和产业升级的资金。",
  "第三条 专项资金的管理遵循公开透明、突出重点、专款专用、注重绩效的原则，确保资金安全、规范、有效使用并接受监督。",
];

const frame = (page: number): FixtureText[] => [
  { text: "某区人民政府文件", x: 90, y: 810, size: 9 },
  { text: `— ${page} —`, x: 280, y: 40, size: 10 },
];

describe("pdfExtractor", () => {
  it("joins lines to paragraphs, also across pages, and drops headers, footers and page numbers", async () => {
    const set = setParagraphs(ARTICLES);
    const [first, second] = [
      set.slice(0, 3),
      set.slice(3).map((text, index) => ({ ...text, y: 760 - index * 21.6 })),
    ];
    const { text, lines, dropped } = await read([
      [...frame(1), ...first],
      [...frame(2), ...second],
    ]);
    expect(text.split("\n")).toEqual(ARTICLES);
    expect(lines.map(({ page, hardBreak }) => [page, hardBreak])).toEqual([
      [1, true],
      [1, true],
      [2, true],
    ]);
    expect(dropped).toEqual([
      { reason: "header", text: "某区人民政府文件", page: 1 },
      { reason: "page-number", text: "— 1 —", page: 1 },
      { reason: "header", text: "某区人民政府文件", page: 2 },
      { reason: "page-number", text: "— 2 —", page: 2 },
    ]);
  });

  it("reads two columns one after the other below a title across both", async () => {
    const title: FixtureText = { text: "关于支持创新的若干措施", x: 190, y: 790, size: 20 };
    const left = setParagraphs(ARTICLES.slice(0, 2), { left: 50, width: 18 });
    const right = setParagraphs(ARTICLES.slice(1), { left: 320, width: 18 });
    const { text, lines } = await read([[title, ...left, ...right]]);
    expect(text.split("\n")).toEqual([
      "关于支持创新的若干措施",
      ...ARTICLES.slice(0, 2),
      ...ARTICLES.slice(1),
    ]);
    expect(lines[0]).toMatchObject({ kind: "heading", level: 0, page: 1 });
  });

  it("keeps footnotes with their places, and powers as text", async () => {
    const { text, lines, dropped } = await read([
      [
        { text: "研发投入", x: 114, y: 700 },
        { text: "①", x: 162, y: 704, size: 7 },
        { text: "不低于百分之三，面积不少于一百平方米m", x: 169, y: 700 },
        { text: "2", x: 385, y: 704, size: 7 },
        { text: "① 指研究与试验发展经费。", x: 90, y: 80, size: 9 },
      ],
    ]);
    expect(text).toBe("研发投入不低于百分之三，面积不少于一百平方米m2\n指研究与试验发展经费。");
    expect(lines.at(-1)).toMatchObject({ kind: "footnote", annotates: 4, page: 1 });
    expect(dropped).toEqual([{ reason: "footnote-marker", text: "①", page: 1 }]);
  });

  it("says that a scan is one, and which pages have no text", async () => {
    await expect(read([[], []])).rejects.toMatchObject({ code: "scanned_pdf" });
    const { issues } = await read([setParagraphs(ARTICLES), []]);
    expect(issues).toEqual([expect.objectContaining({ code: "page_without_text" })]);
  });

  it("refuses what is no PDF", async () => {
    await expect(worker.extract("pdf", Buffer.from("%PDF-1.4\nnothing"))).rejects.toMatchObject({
      code: "damaged_file",
    });
  });
});
