import { expect, it } from "vitest";
import type { Profile } from "../contract/profile.ts";
import { readDocument } from "../ingest/read-document.ts";
import { matchProfile } from "../matching/match-profile.ts";
import { readProfile } from "../matching/read-profile.ts";
import { readMeasures } from "../measures/read-measures.ts";

const ASKED = "2026-11-22";

/** A policy with these articles. */
const textOf = (...articles: readonly string[]): string =>
  [
    "镇江市产业扶持办法",
    "镇江市人民政府办公室",
    "2025年3月1日",
    "",
    "第一条 为推动产业发展，制定本办法。",
    ...articles.map((article, at) => `第${"二三四五"[at] ?? ""}条 ${article}`),
    "第八条 本办法自2025年4月1日起施行，有效期3年。",
  ].join("\n");

const verdictOf = async (articles: readonly string[], profile: Profile): Promise<string | undefined> => {
  const bytes = new TextEncoder().encode(textOf(...articles));
  const document = await readDocument({ documentId: "d", name: "d.txt", sha256: "d", bytes }, undefined);
  const facts = readProfile({ region: "江苏省镇江市", organisation: "enterprise", ...profile }, ASKED);
  const { measures } = matchProfile(readMeasures(document), {
    facts,
    asOf: ASKED,
    limit: 10,
    statusOf: () => "in_force",
  });
  return measures.find(({ measure }) => measure.kind === "entitlement")?.verdict;
};

const said = (description: string): Profile => ({ description });

const IN_TOWN = "申请奖补的企业应当同时符合下列条件：\n（一）在镇江市注册；";

it("chooses the step that fits, and takes another for no denial", async () => {
  const conditions = IN_TOWN.replace(/；$/, "。");
  const steps =
    "对符合条件的项目按设备投入分档给予奖补：设备投入300万元（含）至1000万元的，奖补比例为8%；1000万元（含）至3000万元的，奖补比例为10%；3000万元（含）以上的，奖补比例为12%。";
  expect(await verdictOf([conditions, steps], said("新设备一共投了1650万元"))).toBe("applies");
  expect(await verdictOf([conditions, steps], said("新设备一共投了3600万元"))).toBe("applies");
  expect(await verdictOf([conditions, steps], said("新设备一共投了160万元"))).toBe("does_not_apply");
  expect(await verdictOf([conditions, steps], {})).toBe("may_apply");
  const grades = "改造后数字化水平达到二级的，奖励15万元；达到三级的，奖励40万元；达到四级的，奖励60万元。";
  expect(await verdictOf([conditions, grades], said("改造后数字化水平评测为三级"))).toBe("applies");
  expect(await verdictOf([conditions, grades], said("改造后数字化水平评测为一级"))).not.toBe("applies");
});

it.each([
  "上年度营业收入总额在1000万元以上；不足1000万元的，近两年新增股权融资实缴额应当在2000万元以上；职工人数不少于10人。",
  "上年度营业收入总额在1000万元以上，或上年度营业收入总额在1000万元以下，但近2年新增股权融资总额达到2000万元以上；职工人数不少于10人。",
  "上年度营业收入1000万元以上，营业收入不足1000万元的，近两年新增股权融资额应当在2000万元以上，职工人数不少于10人。",
])("asks of each company what is asked of those of its size: %s", async (item) => {
  const articles = [`${IN_TOWN}\n（二）${item}`, "对符合条件的企业，给予10万元一次性奖补。"];
  expect(await verdictOf(articles, { revenue: 46_000_000, employees: 30 })).toBe("applies");
  expect(await verdictOf(articles, { revenue: 46_000_000, employees: 3 })).toBe("does_not_apply");
  expect(await verdictOf(articles, { revenue: 4_000_000, employees: 30 })).toBe("may_apply");
});

it("takes the bounds of another kind of company for no denial, whatever stands above them", async () => {
  const item =
    "经营规模。加工类企业总资产3000万元以上，上年度销售收入3000万元以上；种植养殖类企业总资产2000万元以上，上年度销售收入1500万元以上；流通类企业上年度销售收入5000万元以上。";
  const articles = [`${IN_TOWN}\n（二）${item}`, "对符合条件的企业，给予10万元一次性奖补。"];
  const grower = "总资产2600万，去年卖桃收入1900万，自己种桃子";
  expect(await verdictOf(articles, said(grower))).toBe("may_apply");
  expect(await verdictOf(articles, said("总资产200万，去年收入300万"))).toBe("does_not_apply");
});
