import { expect, it } from "vitest";
import { isToldElsewhere, mayDeny } from "./denied-matter.ts";

it.each([
  ["具有独立法人资格", "没有逾期"],
  ["外商投资企业", "不是外债"],
  ["上年度研发费用较前一年度实现增长", "还没上规"],
  ["项目在投资项目在线审批监管平台完成备案", "这个项目也没拿国债资金"],
  ["以本企业合法拥有的专利权出质", "国知局登记已办，没有逾期"],
  ["从银行业金融机构取得贷款", "专利没有权属纠纷，这笔贷款没享受过其他财政贴息"],
  ["以工业设计服务为主营业务", "还没有评过省级和国家级的工业设计中心"],
  ["建有独立的研发场地", "研发场地没拿过补贴"],
])("does not take a denial of another matter for one of %s: %s", (condition, said) => {
  expect(mayDeny(condition, said)).toBe(false);
});

it.each([
  ["具有独立法人资格", "我们不是独立法人"],
  ["外商投资企业", "没有外商的股份"],
  ["项目完成备案", "备案还没做"],
  ["新型储能项目已并网投运", "没并网"],
  ["办理质押登记", "质押登记，还没办"],
  ["上年度净利润为正", "去年亏了80多万"],
  ["已获得省级工业设计中心认定", "还没有评过省级的工业设计中心"],
  ["同一笔贷款已获得市级贴息的，不予支持", "这笔贷款没享受过其他贴息"],
  ["获得银行贷款", "没有获得银行贷款"],
])("takes what speaks of the same for what may deny %s: %s", (condition, said) => {
  expect(mayDeny(condition, said)).toBe(true);
});

it.each([
  ["已签订租赁合同并备案", "都是自用没转租", ["合同五年"], true],
  ["已签订租赁合同并备案", "都是自用没转租", ["做机器人关节"], false],
  ["已签订租赁合同并备案", "备案没做", ["合同五年"], false],
  ["研发费用辅助账已建立", "辅助账没建", ["研发费用花了480万"], false],
] as const)("leaves %s, of which %s says little, to nearer words", (condition, said, others, is) => {
  expect(isToldElsewhere(condition, said, others)).toBe(is);
});
