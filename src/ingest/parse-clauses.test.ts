import { describe, expect, it } from "vitest";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { LineFact } from "./extracted-text.ts";
import { normalise } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";

const read = (text: string, facts: readonly LineFact[] = [], title = false) => {
  const normalised = normalise(text, facts);
  return {
    normalised,
    ...parseClauses(normalised, "doc", title ? (normalised.paragraphs[0] ?? null) : null),
  };
};
const all = (clauses: readonly Clause[]): Clause[] => [...walkClauses(clauses)].map(({ clause }) => clause);
const labels = (text: string): string[] => all(read(text).clauses).map(({ label }) => label);
/** Facts for the lines of a text, in order. */
const factsFor = (text: string, kinds: readonly Omit<LineFact, "start">[]): LineFact[] => {
  let start = 0;
  return text.split("\n").flatMap((line, index) => {
    const fact = kinds[index];
    const at = start;
    start += line.length + 1;
    return fact === undefined ? [] : [{ start: at, ...fact }];
  });
};

describe("labels of statutes", () => {
  it("counts the paragraphs of an article as 款, with the items below the 款 that introduces them", () => {
    expect(
      labels(
        "第二章　监督\n第五条　有下列情形之一的：\n（一）甲；\n（二）乙。\n有下列情形的，从重：\n（一）丙；\n（二）丁。\n本条由主管部门解释。\n第五条之一　新增的规定。",
      ),
    ).toEqual([
      "第二章",
      "第二章 第五条",
      "第二章 第五条第一款（一）",
      "第二章 第五条第一款（二）",
      "第二章 第五条第二款",
      "第二章 第五条第二款（一）",
      "第二章 第五条第二款（二）",
      "第二章 第五条第三款",
      "第二章 第五条之一",
    ]);
  });

  it("names no 款 where the article has one alone", () => {
    expect(labels("第三条　包括：\n（一）甲；\n1.子项；\n（二）乙。")).toEqual([
      "第三条",
      "第三条（一）",
      "第三条（一）1",
      "第三条（二）",
    ]);
  });

  it("counts from the first 款 where the article's own line is its title", () => {
    const { clauses } = read(
      "第一条　立法目的\n为了规范管理，制定本办法。\n第二条　适用范围\n本办法适用于本市。",
    );
    expect(all(clauses).map(({ label, heading }) => [label, heading])).toEqual([
      ["第一条", "立法目的"],
      ["第一条第一款", null],
      ["第二条", "适用范围"],
      ["第二条第一款", null],
    ]);
  });
});

describe("decimals", () => {
  it("nests them by their numbers and takes amounts for text", () => {
    const text =
      "1 总则\n1.1 目的\n3.5亿元以上的企业适用本规范。\n1.2 范围\n1.2.1 对象\n（1）企业；\n（2）个人。\n2 程序\n2.1 申请";
    expect(labels(text)).toEqual([
      "1",
      "1.1",
      "1.1第1段",
      "1.2",
      "1.2.1",
      "1.2.1（1）",
      "1.2.1（2）",
      "2",
      "2.1",
    ]);
  });
});

describe("attachments", () => {
  const text =
    "请遵照执行。\n附件：1.申报表\n2.名单\n市政府办公厅\n2024年3月1日\n附件1\n申报表\n一、填表说明\n附件2\n名单\n一、企业";
  it("begins them at their own lines, not where they are listed", () => {
    expect(
      all(read(text).clauses).map(({ kind, label, heading }) => `${kind} ${label} ${heading ?? ""}`.trim()),
    ).toEqual([
      "paragraph 开头第1段",
      "paragraph 附件清单",
      "numbered 附件清单 2 名单",
      "paragraph 落款第1行",
      "paragraph 落款第2行",
      "attachment 附件1 申报表",
      "numbered 附件1 一、 填表说明",
      "attachment 附件2 名单",
      "numbered 附件2 一、 企业",
    ]);
  });
});

describe("what a format says about lines", () => {
  it("makes rows of tables, footnotes and headings without numbers clauses of their own", () => {
    const text =
      "支持政策\n资金支持\n给予补助\n项目：研发；金额：100万元\n项目：转化；金额：50万元\n注释的文字";
    const { clauses, normalised } = read(
      text,
      factsFor(text, [
        { kind: "heading", level: 1, page: 1 },
        { kind: "heading", level: 2 },
        { kind: "paragraph", hardBreak: true },
        { kind: "table-row", page: 2 },
        { kind: "table-row" },
        { kind: "footnote", annotates: 12 },
      ]),
    );
    expect(
      all(clauses).map(({ kind, label, page, annotates }) => ({ kind, label, page, annotates })),
    ).toEqual([
      { kind: "heading", label: "支持政策", page: 1, annotates: undefined },
      { kind: "heading", label: "支持政策 资金支持", page: undefined, annotates: undefined },
      { kind: "paragraph", label: "支持政策 资金支持第1段", page: undefined, annotates: undefined },
      { kind: "table-row", label: "支持政策 资金支持表格第1行", page: 2, annotates: undefined },
      { kind: "table-row", label: "支持政策 资金支持表格第2行", page: undefined, annotates: undefined },
      { kind: "footnote", label: "脚注1", page: undefined, annotates: 12 },
    ]);
    expect(normalised.text).toBe(text);
  });
});

describe("numbers out of order", () => {
  it.each([
    ["一、甲\n二、乙\n四、丁", "number_skipped"],
    ["第一条　甲。\n第二条　乙。\n第二条　丙。", "number_repeated"],
    ["第一条　甲。\n第一条之二　乙。", "number_skipped"],
  ])("reports %j and keeps it", (text, code) => {
    const { issues, clauses } = read(text);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(all(clauses)).toHaveLength(text.split("\n").length);
  });

  it("takes a list that counts again inside an item for nested where the outer one goes on", () => {
    const { issues, clauses } = read("（一）甲\n（二）乙\n（三）丙\n（一）子\n（二）丑\n（四）丁");
    expect(issues).toEqual([]);
    expect(clauses.map(({ children }) => children.length)).toEqual([0, 0, 2, 0]);
  });
});

describe("hostile texts", () => {
  const many = 200_000;
  it.each([
    ["blanks", `一、${" ".repeat(many)}甲`],
    ["full-width blanks between words", "甲　　".repeat(many / 4)],
    ["opening brackets", "（".repeat(many)],
    ["numerals", "一".repeat(many)],
    ["digits and dots", "1.".repeat(many / 2)],
    ["open quotations", "修改为：“甲\n".repeat(many / 20)],
    ["markers on one line", "第一条 甲。 ".repeat(many / 10)],
    ["short lines that go on", "甲，\n".repeat(many / 4)],
    ["lists that begin again", "（一）甲\n（二）乙\n".repeat(many / 20)],
    ["attachments", "附件1：甲\n".repeat(many / 20)],
    ["entries of a table of contents", `目录\n${"第一章 总则 …… 1\n".repeat(many / 20)}`],
    ["titles in book-title marks", "《".repeat(many / 2)],
    ["articles without blanks", "第一条甲。第二条乙。".repeat(many / 20)],
    ["brackets that close others", `。第一条${"（".repeat(many)}${"》".repeat(many)}`],
    ["letters", "A.甲\nI.乙\n".repeat(many / 20)],
    ["questions", "问：甲\n答：乙\n".repeat(many / 20)],
    ["closings", "一、甲\n特此通知。\n2024年1月1日\n".repeat(many / 40)],
    ["dots as leaders", `第一章${".".repeat(many)}`],
  ])("reads %s, every character once", (_name, text) => {
    const { normalised, clauses } = read(text);
    let at = 0;
    for (const { start, end } of all(clauses).toSorted((a, b) => a.start - b.start)) {
      expect(normalised.text.slice(at, start).replaceAll("\n", "")).toBe("");
      at = end;
    }
    expect(at).toBe(normalised.text.length);
  });
});
