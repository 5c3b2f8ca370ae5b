import { describe, expect, it } from "vitest";
import { labelsOf } from "./labels-of.ts";

describe("lists of attachments", () => {
  it("stand by themselves, not in the last article", () => {
    expect(
      labelsOf("第一条　甲应当登记。", "附件：", "1.申请表", "2.承诺书", "市商务局", "2024年1月2日"),
    ).toEqual(["第一条", "附件清单", "附件清单 1", "附件清单 2", "落款第1行", "落款第2行"]);
  });

  it("stand by themselves on one line, and without a signature", () => {
    expect(labelsOf("第一条　甲应当登记。", "附件：1.实施办法 2.申请表")).toEqual(["第一条", "附件清单"]);
    expect(labelsOf("第一条　甲应当登记。", "附件：", "1.申请表", "2.承诺书", "另行发布。")).toEqual([
      "第一条",
      "附件清单",
      "附件清单 1",
      "附件清单 2",
      "结尾第1段",
    ]);
  });

  it("are not the attachments themselves", () => {
    expect(labelsOf("一、甲", "附件1", "实施办法", "第一条　甲。", "附件2", "申请表", "一、乙")).toEqual([
      "一、",
      "附件1",
      "附件1 第一条",
      "附件2",
      "附件2 一、",
    ]);
    expect(
      labelsOf("一、甲", "附件：", "1.企业应当登记，并公开信息。", "2.个人应当备案，并接受检查。", "说明。"),
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
      labelsOf("一、甲", "（一）乙应当登记。", "（二）丙应当备案。", closing, "市商务局", "2024年1月2日"),
    ).toEqual(["一、", "一、（一）", "一、（二）", "结尾第1段", "落款第1行", "落款第2行"]);
  });

  it("are paragraphs of the last article where there are articles, save a farewell", () => {
    expect(
      labelsOf("第一条　甲应当登记。", "第二条　乙由丙解释。", "本办法自印发之日起施行。", "特此公告。"),
    ).toEqual(["第一条", "第二条", "第二条第二款", "结尾第1段"]);
  });

  it("are none where a heading announces them, and none in the middle", () => {
    expect(
      labelsOf("一、甲", "乙应当登记。", "二、附则", "本办法由丙解释。", "本办法自印发之日起施行。"),
    ).toEqual(["一、", "一、第1段", "二、", "二、第1段", "二、第2段"]);
    expect(labelsOf("一、甲应当登记。", "本办法自印发之日起施行。", "二、乙应当备案。")).toEqual([
      "一、",
      "一、第1段",
      "二、",
    ]);
    expect(
      labelsOf("一、甲应当登记。", "二、乙应当备案。", "丙按照本办法执行有关规定的，给予奖励。"),
    ).toEqual(["一、", "二、", "二、第1段"]);
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
    expect(labelsOf(...lines, "本决定自公布之日起施行。", "甲市人民政府", "2024年7月1日")).toContain(
      "结尾第1段",
    );
  });

  it("follow a list of names that is all the numbering there is", () => {
    expect(
      labelsOf("名单如下：", "1.甲公司", "2.乙公司", "3.丙公司", "有效期三年。", "市科技局", "2024年1月2日"),
    ).toEqual(["开头第1段", "1", "2", "3", "结尾第1段", "落款第1行", "落款第2行"]);
    expect(labelsOf("一、流程", "1.登录", "2.提交", "3.审批", "办理时限为十个工作日。")).toEqual([
      "一、",
      "一、1",
      "一、2",
      "一、3",
      "一、3第1段",
    ]);
  });

  it("are signed by the issuer and the date, on two lines or on one", () => {
    expect(labelsOf("一、甲应当登记。", "某市人民政府办公室　　2024年5月6日")).toEqual(["一、", "落款第1行"]);
    expect(labelsOf("一、甲应当登记。", "某市举办的展会定于 2024年5月6日")).toEqual(["一、", "一、第1段"]);
  });
});
