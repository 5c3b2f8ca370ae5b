import { expect, it } from "vitest";
import { conditionsInTown, GIVES, policyOf, verdictOn } from "./verdict-on-policy-fixture.ts";

/** The verdict on a policy that asks for a seat in the city and for this. */
const verdictOf = (item: string, description: string): Promise<string | undefined> =>
  verdictOn(policyOf(conditionsInTown(`${item}。`), GIVES), { description });

const SAFE = "近三年未发生重大安全生产事故";
const CLEAN = "企业两年内未受到环境保护行政处罚";

it.each([
  [SAFE, "今年没出过安全事故"],
  [SAFE, "近三年没出过环保事故"],
  [SAFE, "隔壁厂去年出过安全事故"],
  [SAFE, "上一家公司出过安全事故"],
  [SAFE, "2015年出过安全事故"],
  [SAFE, "前年出过一起轻伤事故"],
  [CLEAN, "近两年没有税务处罚"],
  [CLEAN, "今年没有环保处罚"],
  [CLEAN, "老板没被处罚过"],
  ["近三年内无重大质量投诉", "今年没有质量投诉"],
  ["上年度纳税总额50万元以上", "今年已纳税60万元"],
  ["上年度纳税总额50万元以上", "2023年纳税80万元"],
  ["项目固定资产投资不低于500万元", "老项目固定资产投资620万元"],
  ["项目固定资产投资不低于500万元", "固定资产原值2000万元"],
  ["依法缴纳社会保险费", "明年开始给员工交社保"],
  ["依法缴纳社会保险费", "给部分员工交了社保"],
  ["已完成股份制改造", "和券商签了股改辅导协议"],
  ["已完成股份制改造", "母公司完成了股改"],
  ["与毕业年度高校毕业生签订一年以上劳动合同", "准备招五名应届毕业生，签两年合同"],
  ["与毕业年度高校毕业生签订一年以上劳动合同", "招了五名往届毕业生，签了两年劳动合同"],
  ["不存在拖欠工程款行为", "客户欠我们工程款"],
])("leaves open what is said of another time, kind or body: %s, %s", async (item, description) => {
  expect(await verdictOf(item, description)).toBe("may_apply");
});

it.each([
  [SAFE, "近三年没出过安全事故", "applies"],
  [SAFE, "从没出过事故", "applies"],
  [SAFE, "近五年没出过安全事故", "applies"],
  [SAFE, "去年出过重大安全事故", "does_not_apply"],
  [CLEAN, "近两年没有环保处罚", "applies"],
  [CLEAN, "没被处罚过", "applies"],
  [CLEAN, "去年受过环保处罚", "does_not_apply"],
  ["上年度纳税总额50万元以上", "去年纳税60万元", "applies"],
  ["已完成股份制改造", "去年完成了股改", "applies"],
  ["近三年内无重大质量投诉", "近三年没有质量投诉", "applies"],
])("still judges: %s, %s", async (item, description, verdict) => {
  expect(await verdictOf(item, description)).toBe(verdict);
});
