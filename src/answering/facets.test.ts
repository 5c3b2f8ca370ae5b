import { describe, expect, it } from "vitest";
import { answersFacets, bearsLabel, facetsAsked } from "./facets.ts";

describe("what is asked of a matter", () => {
  it.each([
    ["工伤医疗费报上去，承诺几天给办完？", "承诺办结时限：20(工作日)", "受理条件：职工发生工伤"],
    ["办这个要带哪些材料", "申请材料：居民身份证、户口簿", "办理地点：东华东路367号"],
    ["办护照要跑到哪里", "办理地点：东华东路367号（综合窗）", "申请材料：居民身份证"],
    ["哪些人可以申请", "服务对象：自然人、企业法人", "承诺办结时限：5(工作日)"],
  ])("is told by the line with its label: %s", (question, labelled, other) => {
    const asked = facetsAsked(question);
    expect(bearsLabel(labelled, asked)).toBe(true);
    expect(answersFacets(labelled, asked)).toBe(true);
    expect(bearsLabel(other, asked)).toBe(false);
  });

  it("is a fee that an amount of something else does not tell", () => {
    const asked = facetsAsked("考一个技能证书要交多少考试费");
    expect(asked).toContain("fee");
    expect(answersFacets("在取得相关证书的当年，按照3600元定额扣除。", asked)).toBe(false);
    expect(answersFacets("报名考试费每人150元。", asked)).toBe(true);
  });

  it("is hours, and not a place, where they are asked for", () => {
    const asked = facetsAsked("晚上想在店门口摆几张桌子，几点到几点让摆？");
    expect(asked).toEqual(["hours"]);
    expect(answersFacets("外摆时间为每日18时至次日1时。", asked)).toBe(true);
    expect(answersFacets("商户向所在街道办事处提交平面图和承诺书。", asked)).toBe(false);
  });

  it("is a firm's name where it is asked which one does it", () => {
    const asked = facetsAsked("订单贷具体是哪几家银行在办？");
    expect(answersFacets("企业可以向合作银行申请信用贷款。", asked)).toBe(false);
    expect(answersFacets("由绍兴银行、稽山农村商业银行办理。", asked)).toBe(true);
    expect(facetsAsked("哪些企业可以申请")).not.toContain("company");
  });

  it("is an office, not science, where a section is asked for", () => {
    const asked = facetsAsked("商务局是哪个科在管？");
    expect(answersFacets("由区科学技术局负责解释。", asked)).toBe(false);
    expect(answersFacets("由外贸科受理。", asked)).toBe(true);
  });

  it.each([
    "周末上班算加班吗",
    "从几点上说说这个政策的意义",
    "主要有几点能做到",
    "哪家企业承担过国家项目能加分",
    "哪个科目计入研发费用",
  ])("is neither hours nor a name in %s", (question) => {
    const asked = facetsAsked(question);
    expect(asked.filter((name) => ["hours", "company", "office"].includes(name))).toEqual([]);
  });

  it("is nothing where no heading is asked for", () => {
    expect(facetsAsked("中关村2027年的目标是什么")).toEqual([]);
    expect(bearsLabel("办理地点：某路1号", [])).toBe(false);
  });
});
