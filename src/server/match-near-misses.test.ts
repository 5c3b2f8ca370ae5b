import { expect, it } from "vitest";
import type { Profile } from "../contract/profile.ts";
import { conditionsInTown, GIVES, policyOf, verdictOn } from "./verdict-on-policy-fixture.ts";

/** The verdict on a policy that asks for a seat in the city and for this. */
const verdictOf = (item: string, profile: Profile): Promise<string | undefined> =>
  verdictOn(policyOf(conditionsInTown(item), GIVES), profile);

it.each([
  ["贷款本息已结清", "贷了300万，货款都已结清"],
  ["贷款本息已还清", "有一笔300万的贷款，每月付息，房贷已经还清"],
  ["为新招用职工缴纳社会保险费满12个月", "公司社保交了五年，今年8月招了3个人"],
  ["不属于批发零售业、房地产业企业", "主要卖服装，货从广州的工厂拿"],
  ["公共服务场地面积占比不低于15%", "场地3000平，企业和公共服务用掉了八成五"],
])("promises nothing: %s, %s", async (condition, description) => {
  expect(await verdictOf(`${condition}。`, { description })).not.toBe("applies");
});

it.each([
  ["贷款本息已结清", "贷了300万，本息都已结清"],
  ["贷款本息已还清", "有一笔300万的贷款，已经全部还清"],
])("still takes what is said for %s: %s", async (condition, description) => {
  expect(await verdictOf(`${condition}。`, { description })).toBe("applies");
});

it.each<readonly [string, Profile]>([
  ["企业须在国家统计联网直报平台如实填报上年度研发费用。", {}],
  ["通过国际贸易单一窗口平台申报的出口额达到1000万元以上。", {}],
  ["每家企业限报1个项目，项目总投资不低于500万元。", { description: "项目总投资300万元" }],
])("keeps what is asked for beside how one applies: %s %j", async (item, profile) => {
  expect(await verdictOf(item, profile)).not.toBe("applies");
});

it.each<readonly [string, Profile, string]>([
  [
    "新材料领域。上年度营业收入2000万元以上。",
    { industries: ["餐饮"], revenue: 30_000_000 },
    "does_not_apply",
  ],
])("takes a trade for no heading: %s %j", async (item, profile, verdict) => {
  expect(await verdictOf(item, profile)).toBe(verdict);
});

it.each<readonly [string, Profile]>([
  [
    "固定资产总投资5000万元以上，其中数字化改造项目500万元以上。",
    { description: "固定资产总投资6000万元，数字化改造200万元" },
  ],
  [
    "上年度营业收入2亿元以上，其中新能源领域1亿元以上。",
    { revenue: 300_000_000, description: "新能源领域2000万元" },
  ],
  ["上年度营业收入2亿元以上，其中新能源领域1亿元以上。", { industries: ["新能源"], revenue: 150_000_000 }],
  ["上年度营业收入2亿元以上（其中新能源领域1亿元以上）。", { industries: ["新能源"], revenue: 150_000_000 }],
  ["场地面积5000平方米以上，其中众创空间1000平方米以上。", { description: "场地6000平方米" }],
])("takes a part of a sum for no exception: %s %j", async (item, profile) => {
  expect(await verdictOf(item, profile)).not.toBe("applies");
});

it("still takes a kind of applicant for an exception", async () => {
  const item = "场地面积不低于5000平方米，其中专业孵化器不低于3000平方米。";
  expect(await verdictOf(item, { description: "专业孵化器，场地4000平方米" })).toBe("applies");
});

it.each<readonly [string, Profile]>([
  ["职工总数不超过300人，项目建成后职工人数500人以上。", { employees: 100 }],
  ["上年度营业收入4亿元以下；本年度营业收入预计5亿元以上。", { revenue: 300_000_000 }],
])("asks for what is to come besides what is: %s %j", async (item, profile) => {
  expect(await verdictOf(item, profile)).toBe("may_apply");
});

it.each<readonly [string, string, string]>([
  [
    "为高新技术企业或者已入库的科技型中小企业。",
    "高企去年没评上，科技型中小企业也没有入库",
    "does_not_apply",
  ],
  ["为已入库的科技型中小企业。", "科技型中小企业没入库", "does_not_apply"],
  ["为已入库的科技型中小企业。", "科技型中小企业入库了", "applies"],
  ["为专精特新中小企业。", "专精特新中小企业没有列入", "does_not_apply"],
  ["提供不少于30个创业工位。", "众创空间有45个创业工位", "applies"],
  ["提供不少于30个创业工位。", "众创空间有20个创业工位", "does_not_apply"],
  ["设备和软件投资额合计不低于300万元。", "请了一家公司来厂里做诊断，花了8万块", "may_apply"],
  ["设备和软件投资额合计不低于300万元。", "买了设备和软件，花了80万元", "does_not_apply"],
])("reads %s of %s: %s", async (item, description, verdict) => {
  expect(await verdictOf(item, { description })).toBe(verdict);
});

const LOANS = "下列贷款不予贴息：\n（一）单笔贷款期限不足6个月的；\n（二）用于房地产开发、证券投资的。";
const INTEREST = "对符合条件的企业，按实际支付利息的50%给予贴息。";

it.each([
  ["贷款期限4个月，钱都用在生产经营上", "does_not_apply"],
  ["贷款期限1年，钱都用在生产经营上", "applies"],
  ["贷款期限1年，钱都用在证券投资上", "does_not_apply"],
  ["贷款期限1年，主要都用在生产经营上", "may_apply"],
])("reads loans that are ruled out: %s", async (description, verdict) => {
  expect(
    await verdictOn(policyOf(conditionsInTown("为小微企业。"), INTEREST, LOANS), {
      description: `小微企业，${description}`,
    }),
  ).toBe(verdict);
});

it.each([
  ["获得股权投资机构500万元投资，是政府投资基金投资的", "does_not_apply"],
  ["做视觉质检", "may_apply"],
])("reads whom a sentence behind what is given leaves out: %s", async (description, verdict) => {
  expect(
    await verdictOn(policyOf(conditionsInTown(), `${GIVES}政府投资基金投资的除外。`), { description }),
  ).toBe(verdict);
});

it("takes what is done of one's own accord for nothing that is compulsory", async () => {
  const gives = "自愿开展清洁生产审核并通过评估验收的，给予5万元补助；属于强制性清洁生产审核范围的企业除外。";
  const description = "电子厂，今年自愿做了清洁生产审核，评估验收也过了";
  expect(await verdictOn(policyOf(conditionsInTown(), gives), { description })).toBe("may_apply");
});
