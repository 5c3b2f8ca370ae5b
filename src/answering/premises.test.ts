import { describe, expect, it } from "vitest";
import { brokenPremise, readPremises } from "./premises.ts";

const broken = (question: string, text: string) => brokenPremise(readPremises(question, []), text, text);

describe("what a question takes for granted", () => {
  const limits = "合法性审核时间一般不少于5个工作日，最长不超过15个工作日。";

  it("is contradicted by another number", () => {
    expect(broken("最长不是30个工作日吗，到期了还能再延多久？", limits)).toBe("amount");
    expect(broken("审核最长15个工作日，对吧？", limits)).toBe(null);
    expect(broken("最长不是15个工作日吗？", limits)).toBe(null);
  });

  it("is contradicted by another agent of the same deed", () => {
    const meeting = "国务院常务会议由总理、副总理、国务委员、秘书长组成，由总理召集和主持。";
    expect(broken("国务院常务会议为什么规定由秘书长主持？", meeting)).toBe("stance");
    expect(broken("国务院常务会议是由总理主持吗？", meeting)).toBe(null);
  });

  it("is contradicted by what goes on, where something is said to have been ended", () => {
    expect(broken("规划取消了风险补贴，理由是什么？", "继续实施对创业投资机构的风险补贴政策。")).toBe(
      "stance",
    );
    expect(broken("规划取消了哪些审批？", "取消非行政许可审批事项。")).toBe(null);
    expect(broken("资格被取消了还能再报吗？", "两年内不得重新申报。")).toBe(null);
  });

  it("is nothing where the question only asks", () => {
    expect(broken("审核最长几个工作日？", limits)).toBe(null);
    expect(broken("由谁主持常务会议？", "由总理召集和主持。")).toBe(null);
    expect(broken("是不是要30个工作日", limits)).toBe(null);
  });

  it("is an amount or a stance that a question about reasons states", () => {
    const premises = readPremises("为什么规定必须投资20万元？", ["20万元"]);
    expect(premises.numbers).toEqual(["20万元"]);
    expect(brokenPremise(premises, "必须投资20万元。", "必须投资20万元。")).toBeNull();
    expect(brokenPremise(premises, "可以投资20万元。", "可以投资20万元。")).toBe("stance");
    expect(brokenPremise(premises, "必须投资2万元。", "必须投资2万元。")).toBe("amount");
    expect(readPremises("我们想借300万元", ["300万元"]).numbers).toEqual([]);
  });
});
