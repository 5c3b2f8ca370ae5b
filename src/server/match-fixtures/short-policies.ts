import type { Profile } from "../../contract/profile.ts";

/** A profile and what the measure at a snippet of the text is for it. */
interface ShortCase {
  readonly profile: Profile;
  /** Words of the clause that holds the measure. */
  readonly at: string;
  readonly verdict: "applies" | "may_apply" | "does_not_apply";
  readonly amount?: string;
}

/** A short text in one of the usual forms. Made for tests: no such policy exists. */
export interface ShortPolicy {
  readonly name: string;
  readonly text: string;
  readonly cases: readonly ShortCase[];
}

const company: Profile = { organisation: "enterprise", region: "北京市海淀区" };
const validity = "本办法自2025年1月1日起施行，有效期至2028年12月31日。";
const head = (title: string, ...body: readonly string[]): string =>
  [`海淀区${title}`, "北京市海淀区人民政府", "2024年12月20日", "", ...body, ""].join("\n");

/** Twenty texts made for tests. */
export const SHORT_POLICIES: readonly ShortPolicy[] = [
  {
    name: "one sentence with a number",
    text: head(
      "研发奖励办法",
      "第一条 对上年度研发费用超过1000万元的企业，给予50万元奖励。",
      `第二条 ${validity}`,
    ),
    cases: [
      {
        profile: { ...company, rdSpending: 12_000_000 },
        at: "给予50万元奖励",
        verdict: "applies",
        amount: "50万元",
      },
      { profile: { ...company, rdSpending: 10_000_000 }, at: "给予50万元奖励", verdict: "does_not_apply" },
      { profile: company, at: "给予50万元奖励", verdict: "may_apply" },
    ],
  },
  {
    name: "both conditions of a list",
    text: head(
      "成长企业认定办法",
      "第一条 申请认定成长企业，应当同时符合下列条件：",
      "（一）在海淀区注册的企业；",
      "（二）成立满三年（含）以上；",
      "（三）职工总数20—300人。",
      `第二条 ${validity}`,
    ),
    cases: [
      {
        profile: { ...company, foundedOn: "2020-03-01", employees: 20 },
        at: "申请认定成长企业",
        verdict: "applies",
      },
      {
        profile: { ...company, foundedOn: "2020-03-01", employees: 301 },
        at: "申请认定成长企业",
        verdict: "does_not_apply",
      },
      {
        profile: { ...company, foundedOn: "2024-03-01", employees: 30 },
        at: "申请认定成长企业",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "one of a list",
    text: head(
      "创新企业奖补办法",
      "第一条 企业符合下列条件之一的，给予20万元补助：",
      "（一）拥有发明专利不少于5件；",
      "（二）研发费用占营业收入的比例达到10%以上。",
      `第二条 ${validity}`,
    ),
    cases: [
      { profile: { ...company, patents: 6 }, at: "符合下列条件之一", verdict: "applies" },
      {
        profile: { ...company, patents: 1, revenue: 10_000_000, rdSpending: 1_000_000 },
        at: "符合下列条件之一",
        verdict: "applies",
      },
      {
        profile: { ...company, patents: 1, revenue: 10_000_000, rdSpending: 900_000 },
        at: "符合下列条件之一",
        verdict: "does_not_apply",
      },
      { profile: { ...company, patents: 1 }, at: "符合下列条件之一", verdict: "may_apply" },
    ],
  },
  {
    name: "two of a list",
    text: head(
      "优质企业培育办法",
      "第一条 申请认定优质企业的企业，应当具备下列条件中的两项以上：",
      "（一）上年度营业收入不低于2000万元；",
      "（二）从业人员不少于50人；",
      "（三）拥有发明专利3件以上。",
      `第二条 ${validity}`,
    ),
    cases: [
      {
        profile: { ...company, revenue: 30_000_000, employees: 60, patents: 0 },
        at: "申请认定优质企业",
        verdict: "applies",
      },
      {
        profile: { ...company, revenue: 30_000_000, employees: 10, patents: 0 },
        at: "申请认定优质企业",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "steps with 分别",
    text: head(
      "营收奖励办法",
      "第一条 对上年度营业收入达到5000万元、1亿元、5亿元的企业，分别给予10万元、20万元、50万元奖励。",
      `第二条 ${validity}`,
    ),
    cases: [
      { profile: { ...company, revenue: 200_000_000 }, at: "分别给予", verdict: "applies", amount: "20万元" },
      { profile: { ...company, revenue: 900_000_000 }, at: "分别给予", verdict: "applies", amount: "50万元" },
      { profile: { ...company, revenue: 40_000_000 }, at: "分别给予", verdict: "does_not_apply" },
    ],
  },
  {
    name: "steps as a list",
    text: head(
      "研发补助办法",
      "第一条 对企业按上年度研发费用分档给予补助：",
      "（一）500万元以上不足1000万元的，补助20万元；",
      "（二）1000万元以上的，补助50万元。",
      `第二条 ${validity}`,
    ),
    cases: [
      { profile: { ...company, rdSpending: 9_999_999 }, at: "补助20万元", verdict: "applies" },
      { profile: { ...company, rdSpending: 10_000_000 }, at: "补助20万元", verdict: "does_not_apply" },
      { profile: { ...company, rdSpending: 10_000_000 }, at: "补助50万元", verdict: "applies" },
    ],
  },
  {
    name: "an exception",
    text: head(
      "房租补贴办法",
      "第一条 对注册在海淀区的企业，给予每年最高30万元房租补贴。",
      "第二条 房地产企业除外。",
      `第三条 ${validity}`,
    ),
    cases: [
      { profile: { ...company, industries: ["人工智能"] }, at: "最高30万元", verdict: "applies" },
      { profile: { ...company, industries: ["房地产开发"] }, at: "最高30万元", verdict: "does_not_apply" },
      { profile: company, at: "最高30万元", verdict: "may_apply" },
    ],
  },
  {
    name: "a title",
    text: head(
      "专精特新奖励办法",
      "第一条 对国家级专精特新“小巨人”企业，给予100万元奖励。",
      "第二条 对专精特新中小企业，给予30万元奖励。",
      `第三条 ${validity}`,
    ),
    cases: [
      { profile: { ...company, qualifications: ["专精特新小巨人"] }, at: "100万元", verdict: "applies" },
      { profile: { ...company, qualifications: ["专精特新小巨人"] }, at: "30万元", verdict: "applies" },
      {
        profile: { ...company, qualifications: ["专精特新中小企业"] },
        at: "100万元",
        verdict: "does_not_apply",
      },
      { profile: company, at: "30万元", verdict: "may_apply" },
    ],
  },
  {
    name: "a district in its city",
    text: [
      "北京市企业上云补贴办法",
      "北京市经济和信息化局",
      "2024年12月20日",
      "",
      "第一条 对在本市注册的企业，给予10万元补贴。",
      `第二条 ${validity}`,
      "",
    ].join("\n"),
    cases: [
      { profile: company, at: "10万元", verdict: "applies" },
      { profile: { ...company, region: "上海市浦东新区" }, at: "10万元", verdict: "does_not_apply" },
      { profile: { organisation: "enterprise" }, at: "10万元", verdict: "may_apply" },
    ],
  },
  {
    name: "a zone is not proved by its district",
    text: [
      "关于支持示范区企业的若干措施",
      "北京市人民政府",
      "2024年12月20日",
      "",
      "第一条 对在中关村国家自主创新示范区注册的企业，给予10万元补贴。",
      "第二条 本措施自2025年1月1日起施行。",
      "",
    ].join("\n"),
    cases: [
      { profile: company, at: "10万元", verdict: "may_apply" },
      { profile: { ...company, region: "广州市天河区" }, at: "10万元", verdict: "does_not_apply" },
    ],
  },
  {
    name: "expired",
    text: head(
      "贴息办法",
      "第一条 对企业贷款按实际利率的50%给予贴息。",
      "第二条 本办法自2021年1月1日起施行，有效期至2023年12月31日。",
    ),
    cases: [{ profile: company, at: "给予贴息", verdict: "does_not_apply" }],
  },
  {
    name: "not yet in force",
    text: head("贴息办法", "第一条 对企业给予10万元贴息。", "第二条 本办法自2027年1月1日起施行。"),
    cases: [{ profile: company, at: "10万元贴息", verdict: "does_not_apply" }],
  },
  {
    name: "a day of founding",
    text: head(
      "初创房租补贴指南",
      "一、申报条件",
      "申报企业应同时具备：",
      "（一）2022年1月1日以后注册成立；",
      "（二）上年度营业收入不超过4000万元。",
      "二、补贴标准",
      "每年补贴最高不超过30万元。",
      `三、其他`,
      validity,
    ),
    cases: [
      {
        profile: { ...company, foundedOn: "2022-01-01", revenue: 1_000_000 },
        at: "补贴最高不超过30万元",
        verdict: "applies",
      },
      {
        profile: { ...company, foundedOn: "2021-12-31", revenue: 1_000_000 },
        at: "补贴最高不超过30万元",
        verdict: "does_not_apply",
      },
    ],
  },
  {
    name: "conduct is said by nobody else",
    text: head("信用奖励办法", "第一条 对未列入失信名单的企业，给予5万元奖励。", `第二条 ${validity}`),
    cases: [
      { profile: company, at: "5万元", verdict: "may_apply" },
      { profile: { ...company, description: "我们没有失信记录" }, at: "5万元", verdict: "applies" },
    ],
  },
  {
    name: "universities",
    text: head("成果转化办法", "第一条 对高等学校、科研院所，给予50万元资助。", `第二条 ${validity}`),
    cases: [
      { profile: { organisation: "university", region: "北京市海淀区" }, at: "50万元", verdict: "applies" },
      { profile: company, at: "50万元", verdict: "does_not_apply" },
    ],
  },
  {
    name: "an industry",
    text: head("人工智能措施", "第一条 对人工智能企业，给予80万元算力补贴。", `第二条 ${validity}`),
    cases: [
      { profile: { ...company, industries: ["人工智能"] }, at: "80万元", verdict: "applies" },
      { profile: { ...company, industries: ["住宿餐饮"] }, at: "80万元", verdict: "does_not_apply" },
    ],
  },
  {
    name: "a call whose last day has gone by",
    text: head(
      "奖励资金申报通知",
      "一、申报条件",
      "在海淀区注册的企业。",
      "二、奖励标准",
      "给予10万元奖励。",
      "三、申报时间",
      "申报截止时间为2026年6月30日。",
    ),
    cases: [{ profile: company, at: "给予10万元奖励", verdict: "does_not_apply" }],
  },
  {
    name: "what cannot be read is unknown",
    text: head("示范企业办法", "第一条 对获得国家科学技术奖的企业，给予100万元奖励。", `第二条 ${validity}`),
    cases: [{ profile: company, at: "100万元", verdict: "may_apply" }],
  },
  {
    name: "either of two numbers",
    text: head(
      "骨干企业办法",
      "第一条 对上年度营业收入1亿元以上或者从业人员500人以上的企业，给予40万元奖励。",
      `第二条 ${validity}`,
    ),
    cases: [
      { profile: { ...company, revenue: 1_000, employees: 500 }, at: "40万元", verdict: "applies" },
      { profile: { ...company, revenue: 1_000, employees: 499 }, at: "40万元", verdict: "does_not_apply" },
    ],
  },
  {
    name: "excluded circumstances",
    text: head(
      "稳岗办法",
      "第一条 对在海淀区注册的企业，给予稳岗补贴10万元。",
      "第二条 有下列情形之一的，不予支持：",
      "（一）近三年发生重大安全事故的；",
      "（二）被列入失信名单的。",
      `第三条 ${validity}`,
    ),
    cases: [
      { profile: company, at: "10万元", verdict: "may_apply" },
      {
        profile: { ...company, description: "从未发生安全事故，没有失信记录" },
        at: "10万元",
        verdict: "applies",
      },
    ],
  },
];
