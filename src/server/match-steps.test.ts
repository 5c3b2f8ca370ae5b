import { expect, it } from "vitest";
import type { Profile } from "../contract/profile.ts";
import { conditionsInTown, GIVES, policyOf, verdictOn } from "./verdict-on-policy-fixture.ts";

/** The verdict on a policy with these articles, of which one says what it gives. */
const verdictOf = (articles: readonly string[], profile: Profile): Promise<string | undefined> =>
  verdictOn(policyOf(...articles), profile);

const said = (description: string): Profile => ({ description });

it("chooses the step that fits, and takes another for no denial", async () => {
  const conditions = conditionsInTown().replace(/；$/, "。");
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
  const articles = [`${conditionsInTown()}\n（二）${item}`, GIVES];
  expect(await verdictOf(articles, { revenue: 46_000_000, employees: 30 })).toBe("applies");
  expect(await verdictOf(articles, { revenue: 46_000_000, employees: 3 })).toBe("does_not_apply");
  expect(await verdictOf(articles, { revenue: 4_000_000, employees: 30 })).toBe("may_apply");
});

it("takes the bounds of another kind of company for no denial, whatever stands above them", async () => {
  const item =
    "经营规模。加工类企业总资产3000万元以上，上年度销售收入3000万元以上；种植养殖类企业总资产2000万元以上，上年度销售收入1500万元以上；流通类企业上年度销售收入5000万元以上。";
  const articles = [`${conditionsInTown()}\n（二）${item}`, GIVES];
  const grower = "总资产2600万，去年卖桃收入1900万，自己种桃子";
  expect(await verdictOf(articles, said(grower))).toBe("may_apply");
  expect(await verdictOf(articles, said("总资产200万，去年收入300万"))).toBe("does_not_apply");
});
