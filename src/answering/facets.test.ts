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

  it("is nothing where no heading is asked for", () => {
    expect(facetsAsked("中关村2027年的目标是什么")).toEqual([]);
    expect(bearsLabel("办理地点：某路1号", [])).toBe(false);
  });
});
