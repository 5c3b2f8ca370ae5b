import { expect, it } from "vitest";
import { isOfAnother } from "./another-matter.ts";
import { describedParts } from "./described-parts.ts";

const TODAY = "2026-11-22";
const isOpen = (asked: string, said: string): boolean =>
  isOfAnother(asked, said, describedParts(said, TODAY), false, TODAY);

it.each([
  ["上年度纳税总额50万元以上", "2023年纳税80万元，财务健全"],
  ["上年度纳税总额50万元以上", "享受减税60万元"],
  ["设备未转让", "设备已经转给子公司"],
  ["未享受过同类财政资金支持", "今年没拿过同类补贴"],
  ["与毕业年度高校毕业生签订一年以上劳动合同", "招了五名退伍军人，签了两年劳动合同"],
  ["项目未获得过市级财政资金支持", "别的项目拿过市级财政资金"],
  ["企业两年内未受到环境保护行政处罚", "五年前被环保局罚过款"],
  ["近三年未受到环境保护行政处罚", "2016年被环保局罚过"],
])("puts nothing before a reader that is of another matter: %s, %s", (asked, said) => {
  expect(isOpen(asked, said)).toBe(true);
});

it.each([
  ["上年度纳税总额50万元以上", "2025年纳税80万元"],
  ["向子公司提供担保", "给子公司做了担保"],
  ["近三年无重大质量投诉", "近三年没有质量投诉"],
  ["企业两年内未受到环境保护行政处罚", "2025年被环保局罚过"],
  ["近三年未发生安全事故", "两年前出过事故"],
])("puts before it what may be of the same: %s, %s", (asked, said) => {
  expect(isOpen(asked, said)).toBe(false);
});
