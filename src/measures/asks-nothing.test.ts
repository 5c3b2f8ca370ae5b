import { describe, expect, it } from "vitest";
import { isItemHeading, isProcedure } from "./asks-nothing.ts";

describe("the first words of an item", () => {
  it.each(["带动能力", "负债与信用", "质量安全", "组织形式", "经营规模"])(
    "only name a matter: %s",
    (words) => {
      expect(isItemHeading(words)).toBe(true);
    },
  );
  it.each([
    "具有研发能力",
    "信用良好",
    "依法纳税",
    "财务制度健全",
    "无不良信用",
    "未发生安全事故",
    "从事技术服务",
    "新材料领域",
  ])("ask for something: %s", (words) => {
    expect(isItemHeading(words)).toBe(false);
  });
});

describe("a sentence among conditions", () => {
  it.each([
    "每家企业限报1个项目",
    "企业于2026年11月9日至12月11日登录包头市中小企业数字化转型公共服务平台填报",
    "企业通过“潍企惠”平台在线申报，县市区审核后联合行文上报",
    "各旗县区工业和信息化局会同财政局审核后汇总上报",
  ])("says how one applies: %s", (words) => {
    expect(isProcedure(words)).toBe(true);
  });
  it.each([
    "已在全国科技型中小企业信息服务平台填报",
    "通过市级平台备案的企业",
    "经区县主管部门审核推荐",
    "在市级平台完成注册填报",
    "每家企业研发人员不少于10人",
    "通过各区科技局审核的",
    "企业须在国家统计联网直报平台如实填报上年度研发费用",
    "通过国际贸易单一窗口平台申报的出口额达到1000万元以上",
    "通过广州跨境电商公共服务平台申报出口额1000万元以上",
    "由属地统计部门审核的上年度研发费用不低于100万元",
    "每家企业限报1个项目，项目总投资不低于500万元",
    "每家企业限报1个项目且总投资不低于500万元",
    "企业通过市级平台在线申报，且信用良好",
    "企业通过市级平台在线申报，信用良好",
    "企业通过市级平台在线申报，成立满三年后由区县汇总上报",
  ])("asks for something: %s", (words) => {
    expect(isProcedure(words)).toBe(false);
  });
});
