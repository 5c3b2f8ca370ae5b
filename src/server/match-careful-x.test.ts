import { expect, it } from "vitest";
import type { Profile } from "../contract/profile.ts";
import { readDocument } from "../ingest/read-document.ts";
import { matchProfile } from "../matching/match-profile.ts";
import { readProfile } from "../matching/read-profile.ts";
import { readMeasures } from "../measures/read-measures.ts";

const ASKED = "2026-11-22";

const textOf = (item: string): string =>
  `镇江市产业扶持办法
镇江市人民政府办公室
2025年3月1日

第一条 为推动产业发展，制定本办法。
第二条 申请奖补的企业应当同时符合下列条件：
（一）在镇江市注册；
（二）${item}
第三条 对符合条件的企业，给予10万元一次性奖补。
第四条 本办法自2025年4月1日起施行，有效期3年。
`;

const verdictOf = async (item: string, profile: Profile): Promise<string | undefined> => {
  const bytes = new TextEncoder().encode(textOf(item));
  const document = await readDocument({ documentId: "d", name: "d.txt", sha256: "d", bytes }, undefined);
  const { measures } = matchProfile(readMeasures(document), {
    facts: readProfile({ region: "江苏省镇江市", organisation: "enterprise", ...profile }, ASKED),
    asOf: ASKED,
    limit: 10,
    statusOf: () => "in_force",
  });
  return measures.find(({ measure }) => measure.kind === "entitlement")?.verdict;
};

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
