import { describe, expect, it } from "vitest";
import { addTable } from "./table.ts";
import type { TableRow } from "./table.ts";
import { TextBuilder } from "./text-builder.ts";

const cell = (text: string, columns = 1, rows = 1) => ({ content: [text], columns, rows });
const row = (...texts: string[]): TableRow => ({ cells: texts.map((text) => cell(text)) });
const linesOf = (rows: readonly TableRow[]): string[] => {
  const builder = new TextBuilder();
  addTable(builder, rows);
  return builder.finish().text.split("\n");
};

describe("addTable", () => {
  it("keeps the header with each cell", () => {
    expect(linesOf([row("类别", "标准"), row("重点企业", "50万元"), row("其他企业", "")])).toEqual([
      "类别：重点企业；标准：50万元",
      "类别：其他企业",
    ]);
  });

  it("takes a form for no table with headers", () => {
    expect(linesOf([row("申请单位", "（盖章）"), row("承诺事项", "材料真实。")])).toEqual([
      "申请单位；（盖章）",
      "承诺事项；材料真实。",
    ]);
  });

  it("repeats a merged cell in each row that it covers, and joins the header rows above a column", () => {
    const rows: TableRow[] = [
      { cells: [cell("类别", 1, 2), cell("补助标准", 2)] },
      row("市级", "区级"),
      { cells: [cell("研发", 1, 2), cell("10万元"), cell("5万元")] },
      row("20万元", "10万元"),
    ];
    expect(linesOf(rows)).toEqual([
      "类别：研发；补助标准/市级：10万元；补助标准/区级：5万元",
      "类别：研发；补助标准/市级：20万元；补助标准/区级：10万元",
    ]);
  });

  it("keeps a label and its value together", () => {
    expect(
      linesOf([
        row("索 引 号：", "1142/2024", "主题分类：", "商贸"),
        row("发文机关：", "", "成文日期：", ""),
        row("姓名：", "性别：", "单位：", "甲公司"),
      ]),
    ).toEqual([
      "索 引 号：1142/2024；主题分类：商贸",
      "发文机关：；成文日期：",
      "姓名：；性别：；单位：甲公司",
    ]);
  });

  it("takes a row across the whole table for a caption or the title of a group", () => {
    const rows: TableRow[] = [
      { cells: [cell("附表1 资助标准", 2)] },
      row("类别", "标准"),
      { cells: [cell("一、研发类", 2)] },
      row("A", "1万元"),
    ];
    expect(linesOf(rows)).toEqual(["附表1 资助标准", "一、研发类", "类别：A；标准：1万元"]);
  });

  it("loses no word of a table without headers, of one row, or whose columns are empty", () => {
    expect(linesOf([row("100", "200"), row("300", "400")])).toEqual(["100；200", "300；400"]);
    expect(linesOf([row("甲", "乙")])).toEqual(["甲；乙"]);
    expect(linesOf([row("甲", "备注"), row("1号", "")])).toEqual(["甲；备注", "甲：1号"]);
  });

  it("is not swollen by a cell that claims to cover everything", () => {
    const rows = [{ cells: [cell("甲", 1_000_000_000, 1_000_000_000)] }, row("乙", "丙")];
    expect(linesOf(rows).join("").length).toBeLessThan(20);
  });
});
