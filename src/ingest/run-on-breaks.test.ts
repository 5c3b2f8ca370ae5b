import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.ts";
import { documentOf } from "./read-document.ts";

const lines = (text: string): string[] => {
  const { text: canonical, paragraphs } = normalise(text);
  return paragraphs.map(({ start, end }) => canonical.slice(start, end));
};

describe("breaks that were lost without a trace", () => {
  it("are restored where articles count on after the ends of sentences", () => {
    expect(
      lines(
        "为了规范管理，制定本办法。第二条 本办法适用于本市。第三条 有下列情形之一的：（一）甲；（二）乙。第四条 依照第三条规定处理。",
      ),
    ).toEqual([
      "为了规范管理，制定本办法。",
      "第二条 本办法适用于本市。",
      "第三条 有下列情形之一的：",
      "（一）甲；",
      "（二）乙。",
      "第四条 依照第三条规定处理。",
    ]);
  });

  it("are restored between a title, chapters and articles", () => {
    expect(
      lines("某市管理办法第一章 总则第一条 为了管理。第二章 附则第二条 本办法自发布之日起施行。"),
    ).toEqual([
      "某市管理办法",
      "第一章 总则",
      "第一条 为了管理。",
      "第二章 附则",
      "第二条 本办法自发布之日起施行。",
    ]);
  });

  it("are restored before 一、 and the items below its heading, which may count on", () => {
    expect(
      lines(
        "现提出以下意见。一、总体要求（一）指导思想。坚持创新。（二）目标。促进一、二、三产业融合。二、主要任务（三）加快建设。三、保障措施。加强领导。",
      ),
    ).toEqual([
      "现提出以下意见。",
      "一、总体要求",
      "（一）指导思想。坚持创新。",
      "（二）目标。促进一、二、三产业融合。",
      "二、主要任务",
      "（三）加快建设。",
      "三、保障措施。加强领导。",
    ]);
  });

  it("are restored where one break alone was lost between two articles", () => {
    expect(lines("第五条 甲应当登记。第六条 乙应当备案。")).toHaveLength(2);
  });

  it("are restored before 第五条之一, not before a reference to it", () => {
    expect(
      lines("第五条 甲。第五条之一 乙依照第五条之二的规定办理。第六条 丙。第五条之一规定的情形除外。"),
    ).toEqual([
      "第五条 甲。",
      "第五条之一 乙依照第五条之二的规定办理。",
      "第六条 丙。第五条之一规定的情形除外。",
    ]);
  });

  it("raise one issue that counts them", () => {
    const text = "第一条 甲应当登记。第二条 乙应当备案。第三条 丙应当审批。";
    const { issues, text: canonical } = documentOf(
      { documentId: "doc", name: "办法.txt", sha256: "" },
      { text, lines: [], dropped: [], issues: [] },
      undefined,
    );
    const issue = issues.find(({ code }) => code === "line_breaks_restored");
    expect(issue?.message).toContain("2处");
    expect(canonical.slice(issue?.start, issue?.end)).toBe("\n第二条 乙应当备案。\n");
  });
});

describe("what is no lost break", () => {
  it.each([
    ["references in running text", "依照第二条处理。第三条规定的情形除外。第四条所称企业，是指注册企业。"],
    ["articles that are listed", "下列规定适用：第二条、第三条和第四条。第五条第二款不适用。"],
    ["one article that does not count on", "依照下列规定处理。第九条 情形除外。"],
    ["quoted provisions", "将第二条修改为：“第二条 甲。第三条 乙。第四条 丙。”"],
    ["a list within one paragraph", "本办法所称企业包括：（一）甲；（二）乙；（三）丙。"],
    ["ordinals", "第一，建立制度；第二，明确分工；第三，通报进展。"],
    ["industries", "促进融合发展。一、二、三产业协同。"],
    ["amounts and decimals", "增长了。1.5倍的目标；2.0版本；3.6亿元。"],
    ["articles in brackets", "按照有关规定（第二条 甲。第三条 乙。）执行。"],
  ])("leaves %s in one line", (_name, text) => {
    expect(lines(text)).toEqual([text]);
  });

  it("leaves every text of an article as it is where the articles do not count on", () => {
    const text = "第八条 违反本办法第五条的，处罚款。第五条 的情形严重的，从重处罚。";
    expect(lines(text)).toEqual([text]);
  });
});
