import { describe, expect, it } from "vitest";
import type { Profile } from "../contract/profile.ts";
import { conditionsInTown, GIVES, policyOf, verdictOn } from "./verdict-on-policy-fixture.ts";

const IN_TOWN = conditionsInTown();

/** The verdict on a policy with these articles before what it gives. */
const verdictOf = (articles: readonly string[], profile: Profile): Promise<string | undefined> =>
  verdictOn(policyOf(...articles, GIVES), profile);

describe("a bound of its own for one kind of company", () => {
  const FOLLOWED = `${IN_TOWN}\n（二）上年度营业收入不低于4000万元，软件企业不低于1000万元。`;
  it.each<readonly [Profile, string]>([
    [{ industries: ["软件"], revenue: 15_000_000 }, "applies"],
    [{ industries: ["软件"], revenue: 5_000_000 }, "does_not_apply"],
    [{ industries: ["新材料"], revenue: 15_000_000 }, "does_not_apply"],
    [{ industries: ["新材料"], revenue: 50_000_000 }, "applies"],
    [{ revenue: 15_000_000 }, "may_apply"],
  ])("is read beside the usual one: %j", async (profile, verdict) => {
    expect(await verdictOf([FOLLOWED], profile)).toBe(verdict);
  });

  const OTHERS = `${IN_TOWN}\n（二）规模以上工业企业上年度研发费用不低于300万元，其他企业不低于600万元。`;
  it.each([
    [{ description: "还没到规上", rdSpending: 7_000_000 }, "applies"],
    [{ description: "还没到规上", rdSpending: 4_000_000 }, "does_not_apply"],
    [{ description: "规上工业企业", rdSpending: 4_000_000 }, "applies"],
  ] as const)("leaves another to all others: %j", async (profile, verdict) => {
    expect(await verdictOf([OTHERS], profile)).toBe(verdict);
  });

  it.each([
    [
      "规模以上工业企业研发投入占营业收入的比例不低于5%，其他企业不低于3%",
      { description: "我们是规上工业企业" },
      4,
      "does_not_apply",
    ],
    [
      "规模以上工业企业研发投入占营业收入的比例不低于5%，其他企业不低于3%",
      { description: "还没到规上" },
      4,
      "applies",
    ],
    ["规模以上工业企业研发投入占营业收入的比例不低于5%，其他企业不低于3%", {}, 4, "may_apply"],
    [
      "制造业企业年营业收入不低于1亿元，其他企业不低于5000万元",
      { industries: ["制造业"], revenue: 60_000_000 },
      0,
      "does_not_apply",
    ],
    [
      "制造业企业年营业收入不低于1亿元，其他企业不低于5000万元",
      { industries: ["软件"], revenue: 60_000_000 },
      0,
      "applies",
    ],
    ["制造业企业年营业收入不低于1亿元，其他企业不低于5000万元", { revenue: 60_000_000 }, 0, "may_apply"],
    ["龙头商贸企业年营业收入不低于1亿元，其他企业不低于5000万元", { revenue: 60_000_000 }, 0, "may_apply"],
    ["企业年营业收入不低于1亿元，其他企业不低于5000万元", { revenue: 60_000_000 }, 0, "may_apply"],
    [
      "年营业收入1亿元以上的企业研发费用不低于500万元，其他企业不低于300万元",
      { revenue: 200_000_000 },
      2,
      "does_not_apply",
    ],
  ] as const)(
    "leaves the bound of the others to who is not of that kind: %s %j",
    async (words, profile, percent, verdict) => {
      const own =
        percent === 0 ? profile : { revenue: 100_000_000, ...profile, rdSpending: percent * 1_000_000 };
      expect(await verdictOf([`${IN_TOWN}\n（二）${words}。`], own)).toBe(verdict);
    },
  );

  it("leaves that of counted things open for the others", async () => {
    const counted = `${IN_TOWN}\n（二）商贸企业仓库面积不低于5000平方米，其他企业不低于3000平方米。`;
    expect(await verdictOf([counted], { description: "商贸企业，仓库面积4000平方米" })).toBe("may_apply");
    expect(await verdictOf([counted], { description: "仓库面积2000平方米" })).toBe("does_not_apply");
  });

  const KINDS = `${IN_TOWN}\n（二）种植型企业总资产500万元以上，年销售收入800万元以上；流通型企业总资产300万元以上，年销售收入2000万元以上。`;
  it.each([
    [{ assets: 6_000_000, revenue: 9_000_000 }, "may_apply"],
    [{ assets: 6_000_000, revenue: 5_000_000 }, "does_not_apply"],
  ] as const)("stands in a sentence of its own: %j", async (profile, verdict) => {
    expect(await verdictOf([KINDS], profile)).toBe(verdict);
  });

  it("is none where the words count companies", async () => {
    const counted = `${IN_TOWN}\n（二）入驻企业不少于30家，毕业企业不少于6家。`;
    expect(await verdictOf([counted], { description: "入驻企业35家，毕业企业2家" })).toBe("does_not_apply");
  });
});

describe("who is left out", () => {
  it("stands behind whom the sentence addresses", async () => {
    const article = "本办法适用于在赣州市注册、具有独立法人资格的企业，娱乐业企业除外。";
    expect(await verdictOf([article], { description: "有限公司，做阀门" })).toBe("applies");
    expect(await verdictOf([article], { description: "有限公司，开了一家娱乐业企业" })).toBe(
      "does_not_apply",
    );
  });

  const TRADES = [IN_TOWN, "从事房地产、餐饮的企业，不予奖补。"];
  it.each([
    ["有限公司，做船用阀门", "applies"],
    ["我开了一家会计师事务所", "may_apply"],
    ["有限公司，开通了网店", "may_apply"],
    ["有限公司，做餐饮", "does_not_apply"],
    ["有限公司，准备做船用阀门", "may_apply"],
    ["有限公司，做房地产策划", "does_not_apply"],
  ])("is not who says what else it lives on: %s", async (description, verdict) => {
    expect(await verdictOf(TRADES, { description })).toBe(verdict);
  });

  it.each([
    ["房地产", "主要开发商品住宅和写字楼"],
    ["娱乐业", "开KTV的"],
    ["娱乐业", "做机械的，也开KTV"],
    ["金融", "做小额贷款"],
    ["金融", "做互联网小额贷款"],
    ["金融", "做机器人产业投资"],
    ["烟草", "卖香烟的"],
    ["住宿餐饮", "开面馆的"],
    ["住宿餐饮", "开机器人餐厅"],
    ["劳务派遣", "做人力外包，派人到工厂干活"],
    ["投资", "做私募的"],
    ["教育", "开幼儿托管班"],
  ])("may be who names the trade in other words: %s, %s", async (trade, description) => {
    const article = `本办法适用于在赣州市注册的企业，${trade}企业除外。`;
    expect(await verdictOf([article], { description: `有限公司，${description}` })).not.toBe("applies");
  });

  it("is said under whom it is for", async () => {
    const articles = ["补贴对象\n在赣州市注册的企业。担保公司、典当公司不属于补贴范围。"];
    expect(await verdictOf(articles, { description: "有限公司，开了一家担保公司" })).toBe("does_not_apply");
    expect(await verdictOf(articles, { description: "有限公司，做船用阀门" })).not.toBe("does_not_apply");
  });

  it("is a narrower trade than that of the company", async () => {
    const article = "原油、煤炭批发零售企业，不享受本办法。";
    expect(await verdictOf([IN_TOWN, article], { description: "做建材批发零售的" })).toBe("may_apply");
  });
});

it("takes a period before a comma for the days of what follows it", async () => {
  const article = `${IN_TOWN}\n（二）2026年1月1日至2026年12月31日期间，取得对外贸易经营者备案。`;
  const verdictWhen = (when: string) =>
    verdictOf([article], { description: `${when}取得了对外贸易经营者备案` });
  expect(await verdictWhen("今年4月")).toBe("applies");
  expect(await verdictWhen("去年4月")).toBe("does_not_apply");
});

describe("what is no condition", () => {
  it("says how a sum is counted", async () => {
    const article = "旧设备和租来的设备不计入设备投资额。";
    expect(await verdictOf([`${IN_TOWN}\n（二）${article}`], {})).toBe("applies");
  });

  it("leaves out some of those that another sentence gives something to", async () => {
    const article = "入园企业租用厂房的，按租金的30%给予补助，最高8万元；已享受免租的入园企业除外。";
    expect(await verdictOf([IN_TOWN, article], {})).toBe("applies");
  });

  it("is what follows for those that have the title", async () => {
    expect(await verdictOf([IN_TOWN, "连续两次复核不合格的，撤销称号。"], {})).toBe("applies");
    const refused = "上年度考核不合格的企业，不予支持。";
    expect(await verdictOf([IN_TOWN, refused], {})).toBe("may_apply");
  });

  it.each<readonly [readonly string[], Profile]>([
    [[`${IN_TOWN}\n（二）依法纳税，逾期未缴纳税款的企业除外。`], {}],
    [[IN_TOWN, "存在失信行为，逾期未归还财政扶持资金的企业，不予支持。"], { description: "没有失信行为" }],
    [[`${IN_TOWN}\n（二）主营业务，包括水产加工、冷链物流等。`], { description: "有限公司，做软件的" }],
    [
      [
        IN_TOWN,
        "有下列情形之一的企业，不予支持：\n（一）年度考核不合格被取消资格的；\n（二）在建设工程中拖欠农民工工资的。",
      ],
      { description: "没有拖欠农民工工资" },
    ],
    [
      [
        IN_TOWN,
        "有下列情形之一的企业，不予支持：\n（一）年度考核不合格的，取消资格；\n（二）在建设工程中拖欠农民工工资的。",
      ],
      { description: "没有拖欠农民工工资" },
    ],
    [[IN_TOWN, "上年度考核不合格的，取消申报资格。"], {}],
  ])("is not what rules out, or says what one must do: %j", async (articles, profile) => {
    expect(await verdictOf(articles, profile)).not.toBe("applies");
  });

  it("rewards the best of those that it takes the title from", async () => {
    const article = "每年开展绩效评价，评价为优秀的，奖励5万元；连续两年不合格的，取消资格。";
    expect(await verdictOf([IN_TOWN, article], {})).toBe("applies");
  });
});

it("takes a body that serves for a company as well", async () => {
  const article = "本办法所称众创空间，是指在赣州市注册的创业服务机构。";
  expect(await verdictOf([article], {})).not.toBe("does_not_apply");
});

it("takes what an item calls itself, and how one applies, for no condition", async () => {
  const article = `${IN_TOWN}\n（二）信用状况。未被列入严重失信主体名单；\n（三）每家企业限报1个项目；\n（四）企业登录赣州市惠企平台填报，各区工业和信息化局审核后汇总上报。`;
  expect(await verdictOf([article], { description: "我们不在失信名单里" })).toBe("applies");
  expect(await verdictOf([article], { description: "我们被列入了严重失信主体名单" })).toBe("does_not_apply");
});
