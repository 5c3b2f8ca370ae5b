import { describe, expect, it } from "vitest";
import { walkClauses } from "../policy/clause.ts";
import { normalise } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";

const labels = (...lines: readonly string[]): string[] => {
  const normalised = normalise(lines.join("\n"));
  return [...walkClauses(parseClauses(normalised, "doc", null).clauses)].map(({ clause }) => clause.label);
};

describe("lists of attachments", () => {
  it("stand by themselves, not in the last article", () => {
    expect(
      labels("第一条　甲应当登记。", "附件：", "1.申请表", "2.承诺书", "市商务局", "2024年1月2日"),
    ).toEqual(["第一条", "附件清单", "附件清单 1", "附件清单 2", "落款第1行", "落款第2行"]);
  });

  it("stand by themselves on one line, and without a signature", () => {
    expect(labels("第一条　甲应当登记。", "附件：1.实施办法 2.申请表")).toEqual(["第一条", "附件清单"]);
    expect(labels("第一条　甲应当登记。", "附件：", "1.申请表", "2.承诺书", "另行发布。")).toEqual([
      "第一条",
      "附件清单",
      "附件清单 1",
      "附件清单 2",
      "结尾第1段",
    ]);
  });

  it("are not the attachments themselves", () => {
    expect(labels("一、甲", "附件1", "实施办法", "第一条　甲。", "附件2", "申请表", "一、乙")).toEqual([
      "一、",
      "附件1",
      "附件1 第一条",
      "附件2",
      "附件2 一、",
    ]);
    expect(
      labels("一、甲", "附件：", "1.企业应当登记，并公开信息。", "2.个人应当备案，并接受检查。", "说明。"),
    ).toEqual(["一、", "附件", "附件 1", "附件 2", "附件 2第1段"]);
  });
});

describe("closing paragraphs", () => {
  it.each([
    ["本通知自印发之日起施行，有效期5年。"],
    ["本措施由市商务局负责解释。"],
    ["特此通知。"],
    ["请各区、各部门认真贯彻执行。"],
    ["联系人：张三；联系电话：12345678"],
  ])("stand at the top: %s", (closing) => {
    expect(
      labels("一、甲", "（一）乙应当登记。", "（二）丙应当备案。", closing, "市商务局", "2024年1月2日"),
    ).toEqual(["一、", "一、（一）", "一、（二）", "结尾第1段", "落款第1行", "落款第2行"]);
  });

  it("are paragraphs of the last article where there are articles, save a farewell", () => {
    expect(
      labels("第一条　甲应当登记。", "第二条　乙由丙解释。", "本办法自印发之日起施行。", "特此公告。"),
    ).toEqual(["第一条", "第二条", "第二条第二款", "结尾第1段"]);
  });

  it("are none where a heading announces them, and none in the middle", () => {
    expect(
      labels("一、甲", "乙应当登记。", "二、附则", "本办法由丙解释。", "本办法自印发之日起施行。"),
    ).toEqual(["一、", "一、第1段", "二、", "二、第1段", "二、第2段"]);
    expect(labels("一、甲应当登记。", "本办法自印发之日起施行。", "二、乙应当备案。")).toEqual([
      "一、",
      "一、第1段",
      "二、",
    ]);
    expect(labels("一、甲应当登记。", "二、乙应当备案。", "丙按照本办法执行有关规定的，给予奖励。")).toEqual([
      "一、",
      "二、",
      "二、第1段",
    ]);
  });

  it.each([
    [
      "一、废止的文件",
      "1.《甲市乙办法》（甲政发〔2009〕33号）",
      "2.《甲市丙办法》",
      "二、失效的文件",
      "1.《甲市丁意见》",
    ],
    ["一、废止的文件", "1.甲市乙办法", "2.甲市丙办法"],
  ])("follow a list of documents below its headings: %s", (...lines) => {
    expect(labels(...lines, "本决定自公布之日起施行。", "甲市人民政府", "2024年7月1日")).toContain(
      "结尾第1段",
    );
  });

  it("follow a list of names that is all the numbering there is", () => {
    expect(
      labels("名单如下：", "1.甲公司", "2.乙公司", "3.丙公司", "有效期三年。", "市科技局", "2024年1月2日"),
    ).toEqual(["开头第1段", "1", "2", "3", "结尾第1段", "落款第1行", "落款第2行"]);
    expect(labels("一、流程", "1.登录", "2.提交", "3.审批", "办理时限为十个工作日。")).toEqual([
      "一、",
      "一、1",
      "一、2",
      "一、3",
      "一、3第1段",
    ]);
  });

  it("are signed by the issuer and the date, on two lines or on one", () => {
    expect(labels("一、甲应当登记。", "某市人民政府办公室　　2024年5月6日")).toEqual(["一、", "落款第1行"]);
    expect(labels("一、甲应当登记。", "某市举办的展会定于 2024年5月6日")).toEqual(["一、", "一、第1段"]);
  });
});

describe("headings that only their place tells", () => {
  it("stand over lists that count from 1 again", () => {
    expect(labels("申报条件", "1.甲；", "2.乙。", "申报材料", "1.丙；", "2.丁。")).toEqual([
      "申报条件",
      "申报条件 1",
      "申报条件 2",
      "申报材料",
      "申报材料 1",
      "申报材料 2",
    ]);
  });

  it("are none over one list, in sections of their own, or in articles", () => {
    expect(labels("申报条件", "1.甲；", "2.乙。", "其他")).toEqual(["开头第1段", "1", "2", "2第1段"]);
    expect(labels("一、条件", "企业", "1.甲；", "二、材料", "企业", "1.乙；")).toEqual([
      "一、",
      "一、第1段",
      "一、1",
      "二、",
      "二、第1段",
      "二、1",
    ]);
    expect(labels("第一条　甲", "下列条件", "1.乙；", "2.丙。", "下列材料", "1.丁；", "2.戊。")).toEqual([
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
      labels(
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
      labels("（一）甲。", "（二）乙。", "（三）丙。", "包括：", "（一）丁；", "（二）戊。", "（四）己。"),
    ).toEqual(["（一）", "（二）", "（三）", "（三）第1段", "（三）（一）", "（三）（二）", "（四）"]);
    expect(labels("（一）甲。", "（二）乙。", "包括：", "1.丙；", "2.丁。")).toEqual([
      "（一）",
      "（二）",
      "（二）第1段",
      "（二）1",
      "（二）2",
    ]);
  });

  it("are part of the body at the top as well", () => {
    expect(
      labels("说明。", "1.甲；", "2.乙。", "下列情形除外：", "1.丙；", "2.丁。", "市商务局", "2024年1月2日"),
    ).toEqual(["开头第1段", "1", "2", "正文第1段", "正文第1段1", "正文第1段2", "落款第1行", "落款第2行"]);
  });

  it("leave 附则 beside the chapters", () => {
    expect(labels("第一章　总则", "第一条　甲。", "附　则", "第二条　乙。")).toEqual([
      "第一章",
      "第一章 第一条",
      "附则",
      "附则 第二条",
    ]);
  });
});

describe("letters and Roman numerals", () => {
  it("number clauses where they count", () => {
    expect(labels("Ⅰ、甲", "A.乙；", "B.丙。", "Ⅱ、丁", "(a)戊；", "(b)己。")).toEqual([
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
    expect(labels(...lines)).toEqual(["一、", "一、第1段", "一、第2段"]);
  });

  it("take ordinals in running text for text", () => {
    expect(labels("一、甲", "第一，建立制度；第二，明确分工。", "第二，加强领导。")).toEqual([
      "一、",
      "一、第1段",
      "一、第2段",
    ]);
  });
});

describe("quoted provisions whose quotation is never closed", () => {
  it("end before the next number of the decision", () => {
    expect(
      labels("一、第三条修改为：“第三条　原则如下：", "（一）甲；", "（二）乙。", "二、删去第九条。"),
    ).toEqual(["一、", "一、引文第1段", "一、引文第2段", "二、"]);
  });

  it("are none where the mark opens no provision", () => {
    expect(labels("一、称为：“示范区", "（一）甲；", "（二）乙。", "二、丙。")).toEqual([
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
      labels(
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
