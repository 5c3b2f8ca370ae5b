import type { QuantityUnit } from "./read-quantities.ts";
import type { NumericField } from "./requirement.ts";

/** What the words around a number say that it measures. */
interface MeasuredField {
  /** `other`: something that no profile tells; such a condition stays unread. */
  readonly field: NumericField | "other";
  readonly units: readonly QuantityUnit[];
  readonly pattern: RegExp;
}

const REVENUE =
  "(?:营业总?收入|营业额|销售总?收入|销售额|主营业务收入|主营收入|营收|总收入|年收入总额|收入总额|年收入|产品收入|业务收入)";
const RESEARCH =
  "(?:研究与?(?:试验)?(?:开发|发展)|研发|R&D|科研|技术开发)(?:活动)?(?:总)?(?:费用|经费|投入|支出|资金)(?:支出)?(?:总额|额)?";
const STAFF =
  "(?:职工总人数|职工总数|员工总人数|员工总数|从业人员总数|从业人员|从业人数|职工人数|员工人数|员工规模|人员规模|在职职工|在职员工|在册职工|参保职工|参保人数|社保人数|缴纳社保人数|用工人数|用工规模|用工|职工|员工|团队规模|团队人数)";

const RESEARCH_RATIO = `(?:${RESEARCH}[^，；。]{0,6}?(?:不低于|不少于|达到?|超过|高于|≥)[^，；。]{0,8}?${REVENUE}的|${RESEARCH}(?:总额|合计|金额)?[^，；。]{0,8}?(?:占|与)[^，；。]{0,14}?${REVENUE}|研发(?:投入|费用)?(?:强度|占比)|研发占[^，；。]{0,6}?${REVENUE}|${REVENUE}[^，；。]{0,6}?${RESEARCH}[^，；。]{0,4}?(?:占比|比例|比重))`;

/** Whether a text names the share of research spending in the revenue. */
export const namesResearchRatio = (text: string): boolean => new RegExp(RESEARCH_RATIO).test(text);

/** In the order in which they are tried: a ratio before what it is a ratio of, a part before the whole. */
const FIELDS: readonly MeasuredField[] = [
  // Growth and sums over several years are facts of their own.
  {
    field: "other",
    units: ["percent", "yuan", "person", "piece", "bare"],
    pattern: /增长|增幅|增速|增加|新增|提高|下降|复合|累计|合计|年均|平均/g,
  },
  {
    field: "rdRatio",
    units: ["percent"],
    pattern: new RegExp(RESEARCH_RATIO, "g"),
  },
  {
    field: "rdStaffRatio",
    units: ["percent"],
    pattern:
      /(?<!占[^，；。]{0,4})(?:研发|科技|研究与?(?:试验)?(?:开发|发展))(?:活动)?人员(?:数量?|总数|人数)?(?:[^，；。]{0,8}占[^，；。]{0,10}(?:职工|员工|从业人员|人员)|的?(?:占比|比例|比重))/g,
  },
  // The share of something in something: a fact of its own.
  { field: "other", units: ["percent"], pattern: /占|比例|比重|占比|比率|负债率|毛利率|利润率|增长率/g },
  {
    field: "rdStaff",
    units: ["person"],
    pattern: /(?:研发|研究与?(?:试验)?(?:开发|发展)|科技)(?:活动)?人员/g,
  },
  {
    field: "other",
    units: ["person", "percent", "bare"],
    pattern:
      /(?:研发|科技|科研|技术|专职|专业|管理|服务|本科|硕士|博士|大专|专科|研究生|高级|中级|职称|执业|注册)[一-龥]{0,8}(?:人员|员工|人才|职工|以上|工程师|师)|(?:人才|导师|工程师|律师|医师|教师|会计师|合伙人|股东|毕业生|残疾人|退役军人|创始人)/g,
  },
  { field: "employees", units: ["person", "bare"], pattern: new RegExp(STAFF, "g") },
  {
    field: "rdSpending",
    units: ["yuan", "bare"],
    pattern: new RegExp(RESEARCH, "g"),
  },
  {
    field: "other",
    units: ["yuan", "bare"],
    pattern:
      /净利润|利润|纳税|税收|税额|净资产|固定资产|投资额|总投资|融资|贷款|合同|成交额|交易额|出口额|进出口|产值|增加值|技术性收入|高新技术产品|设备|软件业务收入|估值|市值|地方财力|贡献/g,
  },
  { field: "registeredCapital", units: ["yuan", "bare"], pattern: /注册资本金?|注册资金|实缴资本|实收资本/g },
  { field: "revenue", units: ["yuan", "bare"], pattern: new RegExp(REVENUE, "g") },
  {
    field: "assets",
    units: ["yuan", "bare"],
    pattern: /资产总额|总资产|资产总计|资产规模|(?<![净定动形])资产(?:约|有|共|为|是|达到?)?$/g,
  },
  { field: "patents", units: ["piece", "bare"], pattern: /专利|自主?知识产权|知识产权/g },
  {
    field: "other",
    units: ["month"],
    pattern:
      /有效期|租期|租赁期|合同期|服务期|贷款期|承诺|工作|从业|学习|经验|居住|缴纳|社保|近[一二两三四五12345]年|连续|最近|执业|保存|期限|期满|年龄/g,
  },
  {
    field: "age",
    units: ["month"],
    pattern: /成立|注册|设立(?!人)|登记|创办|创立|存续|经营|运营|(?<!投入)运行|开业|开办|成立时间|创业/g,
  },
];

const OTHER_TIME_BEHIND = /^的?[^，。；]{0,4}(?:执业|工作|从业|经验|经历|劳动合同|合同|期限|租期|贷款|学制)/;
const OTHER_TIME_BEFORE = /(?:毕业|执业|从业|合同期限?|租期|期限)[^，。；]{0,4}$/;

/** How far from the number a word that says what it measures may stand. */
const REACH_BEFORE = 40;
const REACH_AFTER = 12;

const lastIndex = (pattern: RegExp, text: string): number => {
  let end = -1;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
};

/**
 * What a number of the unit `unit` measures: the nearest known word before it, else behind it (5件以上发明专利).
 * Null where no word says so.
 */
export const measuredField = (
  before: string,
  after: string,
  unit: QuantityUnit,
): { readonly field: NumericField | "other"; readonly isBehind: boolean } | null => {
  // 3年以上的执业经历, 毕业5年内: not the age of a company.
  if (unit === "month" && (OTHER_TIME_BEHIND.test(after) || OTHER_TIME_BEFORE.test(before)))
    return { field: "other", isBehind: false };
  // 30人以下的参保企业: of how many people, without a word for them.
  if (unit === "person" && before.trim() === "" && /^的?(?:参保|规模)?(?:企业|单位|公司|机构)/.test(after))
    return { field: "employees", isBehind: false };
  const near = before.slice(-REACH_BEFORE);
  const following = after.slice(0, REACH_AFTER).split(/[，；。、]/)[0] ?? "";
  let best: { readonly field: NumericField | "other"; readonly end: number } | null = null;
  for (const { field, units, pattern } of FIELDS) {
    if (!units.includes(unit)) continue;
    const end = lastIndex(pattern, near);
    if (end < 0) continue;
    // A ratio and a growth hold for the whole part, the other words for the number that they are nearest to.
    if (field === "rdRatio" || field === "rdStaffRatio") return { field, isBehind: false };
    if (field === "other" && (unit === "percent" || pattern.source.startsWith("增长")))
      return { field, isBehind: false };
    if (best === null || end > best.end) best = { field, end };
  }
  if (best !== null) return { field: best.field, isBehind: false };
  for (const { field, units, pattern } of FIELDS) {
    if (units.includes(unit) && lastIndex(pattern, following) >= 0) return { field, isBehind: true };
  }
  return null;
};
