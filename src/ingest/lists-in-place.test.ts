import { describe, expect, it } from "vitest";
import { labelsOf } from "./labels-of.ts";

describe("headings that only their place tells", () => {
  it("stand over lists that count from 1 again", () => {
    expect(labelsOf("申报条件", "1.甲；", "2.乙。", "申报材料", "1.丙；", "2.丁。")).toEqual([
      "申报条件",
      "申报条件 1",
      "申报条件 2",
      "申报材料",
      "申报材料 1",
      "申报材料 2",
    ]);
  });

  it("are none over one list, in sections of their own, or in articles", () => {
    expect(labelsOf("申报条件", "1.甲；", "2.乙。", "其他")).toEqual(["开头第1段", "1", "2", "2第1段"]);
    expect(labelsOf("一、条件", "企业", "1.甲；", "二、材料", "企业", "1.乙；")).toEqual([
      "一、",
      "一、第1段",
      "一、1",
      "二、",
      "二、第1段",
      "二、1",
    ]);
    expect(labelsOf("第一条　甲", "下列条件", "1.乙；", "2.丙。", "下列材料", "1.丁；", "2.戊。")).toEqual([
      "第一条",
      "第一条第一款",
      "第一条第一款1",
      "第一条第一款2",
      "第一条第二款",
      "第一条第二款1",
      "第一条第二款2",
    ]);
  });
});

describe("paragraphs that introduce another list", () => {
  it("stand beside the list before them, with their own list below", () => {
    expect(
      labelsOf(
        "一、减免",
        "下列情形免收：",
        "（一）甲；",
        "（二）乙。",
        "下列情形减收：",
        "（一）丙；",
        "（二）丁。",
        "二、收费",
      ),
    ).toEqual([
      "一、",
      "一、第1段",
      "一、（一）",
      "一、（二）",
      "一、第2段",
      "一、第2段（一）",
      "一、第2段（二）",
      "二、",
    ]);
  });

  it("belong to their item where the outer list goes on after the inner one", () => {
    expect(
      labelsOf("（一）甲。", "（二）乙。", "（三）丙。", "包括：", "（一）丁；", "（二）戊。", "（四）己。"),
    ).toEqual(["（一）", "（二）", "（三）", "（三）第1段", "（三）（一）", "（三）（二）", "（四）"]);
    expect(labelsOf("（一）甲。", "（二）乙。", "包括：", "1.丙；", "2.丁。")).toEqual([
      "（一）",
      "（二）",
      "（二）第1段",
      "（二）1",
      "（二）2",
    ]);
  });

  it("are part of the body at the top as well", () => {
    expect(
      labelsOf(
        "说明。",
        "1.甲；",
        "2.乙。",
        "下列情形除外：",
        "1.丙；",
        "2.丁。",
        "市商务局",
        "2024年1月2日",
      ),
    ).toEqual(["开头第1段", "1", "2", "正文第1段", "正文第1段1", "正文第1段2", "落款第1行", "落款第2行"]);
  });

  it("leave 附则 beside the chapters", () => {
    expect(labelsOf("第一章　总则", "第一条　甲。", "附　则", "第二条　乙。")).toEqual([
      "第一章",
      "第一章 第一条",
      "附则",
      "附则 第二条",
    ]);
  });
});

describe("letters and Roman numerals", () => {
  it("number clauses where they count", () => {
    expect(labelsOf("Ⅰ、甲", "A.乙；", "B.丙。", "Ⅱ、丁", "(a)戊；", "(b)己。")).toEqual([
      "Ⅰ、",
      "Ⅰ、A.",
      "Ⅰ、B.",
      "Ⅱ、",
      "Ⅱ、(a)",
      "Ⅱ、(b)",
    ]);
  });

  it.each([
    [["一、甲", "A股上市公司给予奖励。", "B股除外。"]],
    [["一、甲", "A、B两类企业给予奖励。", "C、D两类除外。"]],
    [["一、甲", "C.乙类企业除外。", "丙。"]],
    [["一、甲", "I.乙类企业除外。", "丙。"]],
    [["一、甲", "A.I.技术企业给予奖励。", "B.I.除外。"]],
  ])("are text where they do not: %j", (lines) => {
    expect(labelsOf(...lines)).toEqual(["一、", "一、第1段", "一、第2段"]);
  });

  it("take ordinals in running text for text", () => {
    expect(labelsOf("一、甲", "第一，建立制度；第二，明确分工。", "第二，加强领导。")).toEqual([
      "一、",
      "一、第1段",
      "一、第2段",
    ]);
  });
});

describe("quoted provisions whose quotation is never closed", () => {
  it("end before the next number of the decision", () => {
    expect(
      labelsOf("一、第三条修改为：“第三条　原则如下：", "（一）甲；", "（二）乙。", "二、删去第九条。"),
    ).toEqual(["一、", "一、引文第1段", "一、引文第2段", "二、"]);
  });

  it("are none where the mark opens no provision", () => {
    expect(labelsOf("一、称为：“示范区", "（一）甲；", "（二）乙。", "二、丙。")).toEqual([
      "一、",
      "一、（一）",
      "一、（二）",
      "二、",
    ]);
  });
});

describe("tables of contents", () => {
  it("are known by their headings, whatever mark stands after the number", () => {
    expect(
      labelsOf(
        "目录",
        "第一部分：总则",
        "第二部分：附则",
        "第一部分 总则",
        "第一条 甲。",
        "第二部分 附则",
        "第二条 乙。",
      ),
    ).toEqual(["目录", "第一部分", "第一部分 第一条", "第二部分", "第二部分 第二条"]);
  });
});
