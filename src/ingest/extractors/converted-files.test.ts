import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { toChineseNumeral } from "../../policy/chinese-numerals.ts";
import type { ExtractedText } from "../extracted-text.ts";
import { extractText } from "./extract-text.ts";

/*
 * Files that office programs wrote: LibreOffice from documents of our own (DOCX, PDF, HTML, XLSX), python-docx
 * with numbering in styles, and a page in the form in which Word saves one. The expected lines are what a reader
 * sees in them.
 */
const FIXTURES = path.join(import.meta.dirname, "fixtures");
const read = async (name: string): Promise<ExtractedText> =>
  extractText(name, await readFile(path.join(FIXTURES, name)));
const linesOf = ({ text }: ExtractedText): string[] => text.split("\n");
const dropsOf = ({ dropped }: ExtractedText): string[] =>
  dropped.map(({ reason, text }) => `${reason}: ${text}`);

const DUTY =
  "受理机关应当一次告知需要补正的材料，逾期不告知的，自收到申请材料之日起即为受理；申请人补正后，应当在5个工作日内作出决定。";
const row = (number: number | string, material: string, copies: string, days: string): string =>
  `序号：${number}；材料：${material}；标准/份数：${copies}；标准/期限（日）：${days}`;
const NOTE = "受理机关，是指受理申请的机关。";
const NOTICE = [
  "示例市人民政府文件",
  "示政发〔2025〕7号",
  "示例市人民政府关于受理的若干规定",
  "（2025年2月18日示例市人民政府第12次常务会议通过 自2025年3月1日起施行）",
  "一、受理机关",
  `（一）${DUTY}`,
  `（二）申请材料不超过3份。${DUTY}`,
  "二、材料",
  "材料的标准如下：",
  row(1, "申请材料", "3", "5"),
  row(2, "申请材料", "1", "即日"),
  row(3, "补正材料", "自申请人收到告知之日起", "12"),
  ...Array.from({ length: 30 }, (_, index) => row(index + 4, "补正材料", "应当一次告知", "5")),
  "三、自2025年3月1日起施行。",
  "示例市人民政府",
  "2025年2月18日",
  NOTE,
];

describe("a notice with a head, a note, and a table over two pages", () => {
  it("is read from DOCX", async () => {
    const notice = await read("notice.docx");
    expect(linesOf(notice)).toEqual(NOTICE);
    expect(dropsOf(notice)).toEqual(["header: 示例市人民政府公报", "footer: — 3 —"]);
    expect(notice.issues).toEqual([]);
  });

  it("is read alike from PDF, with blanks of the setting, broken lines and divided rows mended", async () => {
    const notice = await read("notice.pdf");
    expect(linesOf(notice)).toEqual(NOTICE);
    expect(dropsOf(notice)).toEqual([
      ...[1, 2, 3].flatMap((page) => ["header: 示例市人民政府公报", `page-number: — ${page} —`]),
      "footnote-marker: ①",
    ]);
    expect(notice.issues).toEqual([]);
    const note = notice.lines.at(-1);
    expect(note).toMatchObject({ kind: "footnote", page: 1 });
    expect(notice.text.slice(0, note?.annotates).endsWith("一、受理机关")).toBe(true);
    const pageOf = (line: string): number | undefined =>
      notice.lines.find(({ start }) => start === notice.text.indexOf(line))?.page;
    expect(pageOf("一、受理机关")).toBe(1);
    expect(pageOf("三、自2025年")).toBe(3);
  });
});

const rest = (agency: string, time: string, fee: string): string =>
  `实施机关：${agency}；法定时限：${time}${fee === "" ? "" : `；收费标准（元）：${fee}`}`;

describe("files of single traits", () => {
  it("columns of a PDF follow one another", async () => {
    const articles = Array.from({ length: 21 }, (_, index) => {
      const marker = `第${toChineseNumeral(index + 1)}条`;
      return `${marker} ${(index + 1) % 3 === 0 ? "受理的期限为5日。" : DUTY}`;
    });
    const columns = await read("columns.pdf");
    // A header of a single page looks like a line of it.
    expect(linesOf(columns)).toEqual(["示例市人民政府公报", "示例市受理规定", ...articles]);
    expect(dropsOf(columns)).toEqual(["page-number: — 1 —"]);
  });

  it("numbers of lists stand before their paragraphs, across chapters", async () => {
    const numbered = linesOf(await read("numbered.docx"));
    const markers = numbered.map((line) => /^(?:第[^ ]+ |（[^）]+）|\d．)?/.exec(line)?.[0].trim());
    expect(markers.slice(2).join(" ")).toBe(
      "第一章 第一条 第二条 （一） （二） （三） 第三条 第二章 第四条 （一） （二） 1． 2． （三） 第五条 " +
        "第六条 第七条 第八条 第九条 第十条 第十一条 第十二条 第三章 第十三条 第十四条",
    );
  });

  it("numbers that come from styles run on, restart and change their form as Word writes them", async () => {
    const lines = linesOf(await read("styles.docx"));
    expect(lines).toEqual([
      "示例市行政执法公示办法",
      "第一章 总则",
      "第一条 为规范行政执法公示，制定本办法。",
      "第二条 本办法适用于下列机关：",
      "（一）市级行政机关；",
      "（二）区级行政机关，包括：",
      "1.区人民政府工作部门；",
      "2.街道办事处。",
      "（三）法律授权的组织。",
      "1.2.1 按照章条编号的细目。",
      "1.2.2 第二个细目。",
      "第二章 公示内容",
      "第三条 行政执法机关应当公示下列内容：",
      "㊀执法主体；",
      "㊁执法依据。",
      "第四条 执法程序包括：",
      "１．立案；",
      "２．调查；",
      "３．决定。",
      "第五条 执法文书包括：",
      "１．决定书；",
      "２．送达回证。",
      "第三章 附则",
      "一、本办法由市司法局解释。",
      "甲、甲类事项。",
      "乙、乙类事项。",
      "i) 小类。",
      "二、本办法自印发之日起施行。",
      "（未编号的标题段落）",
    ]);
  });

  it("a page that Word saved in GBK has its list markers, its note, and no deleted words", async () => {
    const page = await read("saved-by-word.htm");
    expect(linesOf(page)).toEqual([
      "关于开展示例工作的通知",
      "一、提高认识2025年工作要求。",
      "二、落实责任，A类企业五日内报送。",
      "报送方式见附件。",
    ]);
    expect(dropsOf(page)).toEqual(["deleted: 三", "footnote-marker: [1]", "footnote-marker: [1]"]);
    expect(page.lines.at(-1)?.annotates).toBe(page.text.indexOf("报送。") + 2);
    expect(page.issues).toEqual([]);
  });

  it("a page that LibreOffice saved has its notes at their places and no page number", async () => {
    const page = await read("saved-by-writer.html");
    expect(dropsOf(page)).toEqual(["footer: — 1 —"]);
    const notes = page.lines.filter(({ kind }) => kind === "footnote");
    expect(notes.map(({ annotates = 0 }) => page.text.slice(annotates - 5, annotates))).toEqual([
      "若干措施》",
      "巨人”企业",
      "所揭榜攻关",
    ]);
  });

  it("a spreadsheet shows its title, merged cells, formats and the header of each cell", async () => {
    const list = await read("list.xlsx");
    expect(linesOf(list)).toEqual([
      "示例市行政许可事项目录（2025年版）",
      `序号：1；事项名称：建筑工程施工许可；${rest("市住房城乡建设局", "7个工作日", "0")}；合计：1234.65`,
      `序号：2；事项名称：城镇燃气经营许可；${rest("市住房城乡建设局", "20个工作日", "1,234.50")}`,
      `序号：3；事项名称：食品生产许可；${rest("市市场监管局", "20个工作日", "15%")}`,
      `序号：4；事项名称：临时许可；${rest("市城管局", "2025年3月1日", "")}`,
      "说明",
      "本目录由市政务服务局负责解释。 自2025年3月1日起施行。",
    ]);
    expect(dropsOf(list)).toEqual(["navigation: 目录清单", "hidden: 不显示"]);
  });

  it("a table without lines stays lines of a PDF, and is reported", async () => {
    const { issues } = await read("loose-table.pdf");
    expect(issues.map(({ code }) => code)).toEqual(["table_not_rebuilt"]);
  });
});
