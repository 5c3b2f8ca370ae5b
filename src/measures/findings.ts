import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import { dealtWith } from "./dealt-with.ts";
import { industriesIn } from "./industries.ts";
import { listedTrades } from "./listed-trades.ts";
import { organisationsIn } from "./organisations.ts";
import { placesIn, resolvePlace } from "./places-in-text.ts";
import { qualificationsIn } from "./qualifications.ts";
import type { ConditionTest, TextSpan } from "./requirement.ts";

/** What a part names that a profile can be asked for; offsets into the part. */
export interface Finding extends TextSpan {
  readonly test: ConditionTest;
}

const STAGES: readonly { readonly pattern: RegExp; readonly test: ConditionTest }[] = [
  {
    pattern: /初创(?:期|型)?(?:科技|高科技)?(?:型)?(?:企业)?|种子期(?:企业)?/g,
    test: { kind: "stage", stage: "startup" },
  },
  {
    pattern: /小型微型企业|(?<!中)小微型?企业|小型和?、?微型企业|(?<!中)小微/g,
    test: { kind: "stage", stage: "small" },
  },
  {
    pattern: /民营中小企业|中小微企业|中小型?企业(?!股份转让)|中小微/g,
    test: { kind: "stage", stage: "sme" },
  },
  {
    pattern: /规模以下[一-龥]{0,6}?企业|规模以下|规下(?:[一-龥]{0,4}?企业)?/g,
    test: { kind: "stage", stage: "below_scale" },
  },
  {
    pattern:
      /(?<!拟|未|后备)(?:境内外)?上市(?:公司|企业)|(?:科创板|创业板|主板|北交所|新三板|证券交易所|境内外|境内|境外|成功)(?:首发|首次公开发行)?(?:上市|挂牌)|首发上市|已上市/g,
    test: { kind: "stage", stage: "listed" },
  },
  {
    pattern: /规模以上[一-龥]{0,6}?企业|规模以上|规上(?:[一-龥]{0,4}?企业)?|升规(?:入统|纳统)?/g,
    test: { kind: "stage", stage: "scale" },
  },
];

const LEGAL = /(?:独立)?(?:企业)?法人资格|(?:为|是|系)?独立(?:企业)?法人(?:单位|机构)?|企业法人/g;

const GRADUATED =
  /(?:毕业|离校)(?:年限|时间)?(?:不超过|未超过|未满|不满|在)?(?<years>[\d一二三四五六七八九十]+)年(?:（含）)?(?:以内|之内|内|以下)?(?:（含）)?的?(?:普通|全日制|高等?院?校|大学|大中专|离校|未就业)*(?:毕业生|大学生)?/gu;

const TAX_SEAT =
  /税务登记|税务关系|税收?户管|户管地|纳税地|税[务收]征管|税[务收]关系|税收?解缴|税[收务](?:主要)?缴纳/;

const GROUPS =
  /博士研究生|硕士研究生|民营企业|国有控股企业|国有独资企业|外商独资企业|劳务派遣(?:单位|企业|公司)|中外合资企业|科技企业孵化器|孵化器|众创空间|加速器|大学科技园|(?:天使|创业|风险|股权|(?<!港澳台|台港澳|[外台港澳]商))投资(?:机构|基金|企业)|创投机构|基金管理(?:人|机构|公司)|外资研发中心|新型研发机构|概念验证中心|中试(?:平台|基地)|留学(?:回国)?人员|大学生|退役军人|残疾人|服务机构|金融机构|商业银行|银行|融资担保(?:机构|公司)|担保机构|创新联合体|产业联盟|产业技术联盟|行业协会|律师事务所|会计师事务所|个体工商户|农民专业合作社|家庭农场|外商投资企业|外资企业|国有企业|中央企业|跨国公司|地区总部|总部企业|民办非企业(?:单位)?|幼儿园|医疗机构|养老机构/g;

const DEALS = /获得|取得|借|贷款|融资|购买|租用|租赁|合作|签订|担保|投保/;

/** Without such a frame the name of an industry may stand for something else: 软件 for what a company buys. */
const INDUSTRY_FRAME =
  /从事|领域|行业|产业(?!园|载体|用房|用地|空间|基地|大厦|楼宇|平台|基金|工人|集聚区|新城|小镇)|属于|主营|主业|方向|赛道|业务范围/;
/** 新能源发电企业: not every company of the field. */
const NARROWER = /^(?:发电|租赁|回收|贸易|零售|批发|运输|代理|经销|销售|设计|施工)(?=企业|公司)/;
const COMPANY_BEHIND = /^[一-龥、]{0,4}(?:企业|公司|机构|单位)/;

/** 贵阳市、贵安新区: one of them holds the seat. */
const namesOf = (name: string, jurisdiction: string | null, zone: string | null): string[] =>
  name
    .split(/、|(?<=[省市区县州旗园])(?:和|或者?|及|以及)/)
    .filter((each) => each !== "")
    .map((each) => resolvePlace(each, jurisdiction, zone));

/** Whether a part is a list of industries and nothing else. */
const isOnly = (part: string, industries: readonly TextSpan[]): boolean =>
  /^[、和及或\s]*$/.test(
    industries.reduce(
      (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end),
      part,
    ),
  );

/** 从事氢能装备制造、制储运加: what is named beside the industries that are known belongs to the same list. */
const enumerated = (
  part: string,
  { start: from }: TextSpan,
  { end: to }: TextSpan,
): TextSpan & { readonly others: readonly string[] } => {
  const before =
    /(?:从事|主营业务(?:为|是|属于)|主营(?:业务)?|主要经营|业务为|属于)(?:以下)?(?<list>[一-龥A-Za-z0-9、]{0,30})$/u.exec(
      part.slice(0, from),
    );
  if (before === null) return { start: from, end: to, others: [] };
  const list = before.groups?.["list"] ?? "";
  const behind =
    /^[一-龥]{0,8}(?:(?:、|和|及|或者?|与)[一-龥A-Za-z0-9]{2,12})*?(?=的|等|[一二三四五六七八九十两\d]+[大个]|领域|行业|产业|$)/.exec(
      part.slice(to),
    )?.[0] ?? "";
  const whole = `${list}${part.slice(from, to)}${behind}`;
  const others = whole
    .split(/、|和|及|或者?|与/)
    .filter((each) => each.length > 1 && industriesIn(each).length === 0);
  return { start: from - list.length, end: to + behind.length, others };
};

/** 高新技术企业不少于5家, 培育专精特新企业3家: companies that are counted, not what one is oneself. */
const COUNTED =
  /^(?:企业|数量|总?数|累计|合计|应当?|须|需|的|每年)*(?:不(?:得)?(?:少于|低于)|达到?|超过|至少|≥)?(?:\d+|[一二三四五六七八九十两]+)[家户]/;
const HELPED = /(?:培育|孵化|在孵|辅导)(?:和|及|出|的|了|企业|中|为|成|、)*$/;

/** Whether two spans share a character. */
export const overlaps = (a: TextSpan, b: TextSpan): boolean => a.start < b.end && b.start < a.end;

/** The tests that a part names, without those of words inside others. */
export const findingsIn = (part: string, jurisdiction: string | null, zone: string | null): Finding[] => {
  const found: Finding[] = [];
  // 从银行业金融机构取得贷款: the lender is in another trade than who asks.
  const bodies = dealtWith(part);
  const isDealtWith = (span: TextSpan): boolean => bodies.some((each) => overlaps(each, span));
  const add = (finding: Finding): void => {
    // 经主管部门认定的高新技术企业: a title is that of who asks, wherever it stands.
    if (finding.test.kind !== "qualification" && isDealtWith(finding)) return;
    if (!found.some((other) => overlaps(other, finding))) found.push(finding);
  };
  const isOther = (start: number, end: number): boolean =>
    COUNTED.test(part.slice(end)) || HELPED.test(part.slice(0, start));
  const qualifications = qualificationsIn(part).filter(({ start, end }) => !isOther(start, end));
  const [firstTitle] = qualifications;
  const lastTitle = qualifications.at(-1);
  if (firstTitle !== undefined && lastTitle !== undefined) {
    const names = [...new Set(qualifications.map(({ name }) => name))];
    add({ start: firstTitle.start, end: lastTitle.end, test: { kind: "qualification", names } });
  }
  // 招用离校2年内的毕业生: whom a company takes on, not who asks.
  const takesOn = /^[^，。]{0,8}(?:招用|吸纳|引进|聘用|录用|招聘)/.test(part);
  for (const match of takesOn ? [] : part.matchAll(GRADUATED)) {
    const years = parseChineseNumeral(match.groups?.["years"] ?? "") ?? Number(match.groups?.["years"]);
    if (!Number.isFinite(years)) continue;
    const range = { min: null, minOpen: false, max: years * 12, maxOpen: false };
    add({ start: match.index, end: match.index + match[0].length, test: { kind: "graduated", range } });
  }
  for (const { start, end, name } of placesIn(part)) {
    const taxes = TAX_SEAT.test(part.slice(start, end)) ? { taxes: true } : {};
    add({ start, end, test: { kind: "place", names: namesOf(name, jurisdiction, zone), ...taxes } });
  }
  for (const { pattern, test } of STAGES) {
    for (const { 0: words, index: start } of part.matchAll(pattern)) {
      const end = start + words.length;
      if (!isOther(start, end)) add({ start, end, test });
    }
  }
  for (const match of part.matchAll(LEGAL))
    add({ start: match.index, end: match.index + match[0].length, test: { kind: "legal" } });
  for (const match of part.matchAll(GROUPS)) {
    // 从银行获得贷款: with whom one deals, not what one is.
    if (/(?:从|向|由|经|与)[^，。]{0,8}$/.test(part.slice(0, match.index)) && DEALS.test(part)) continue;
    const end = match.index + match[0].length;
    if (COUNTED.test(part.slice(end))) continue;
    add({ start: match.index, end, test: { kind: "group", name: match[0] } });
  }
  const listed = listedTrades(part);
  if (listed !== null) {
    const { start, end, others, open } = listed;
    add({ start, end, test: { kind: "industry", names: [], open, others } });
  }
  // 《战略性新兴产业分类》 is the name of a list.
  const untitled = part.replace(/《[^》]*》/g, (title) => "-".repeat(title.length));
  const industries = industriesIn(untitled).filter(
    ({ start, end }) =>
      !/^(?:著作权|产品登记|业务收入|正版|合同|协议|政策|要求|标准|规定|事故|手续|部门|法|审批|验收|设施|处罚|违法|、?安全|、质量)/.test(
        part.slice(end),
      ) &&
      // 绿色低碳领域国家标准: of what the standard is.
      !/^[^，。]{0,6}(?:国家|行业|团体|地方|国际)标准/.test(part.slice(end)) &&
      // 主营农产品销售额占总销售额的70%: a share, which is counted.
      !/^销售(?:收入|额)占/.test(part.slice(end)) &&
      // 绿色供应链管理企业 is the name of a list.
      !(part.startsWith("供应链", start) && part.slice(0, start).endsWith("绿色")) &&
      !isDealtWith({ start, end }) &&
      !found.some((other) => overlaps(other, { start, end })),
  );
  const [firstIndustry] = industries;
  const lastIndustry = industries.at(-1);
  if (
    firstIndustry !== undefined &&
    lastIndustry !== undefined &&
    (INDUSTRY_FRAME.test(part) ||
      COMPANY_BEHIND.test(part.slice(lastIndustry.end)) ||
      isOnly(part, industries))
  ) {
    const names = [...new Set(industries.map(({ name }) => name))];
    const open = /^[一-龥]{0,6}等(?!级)/.test(part.slice(lastIndustry.end));
    const run = enumerated(part, firstIndustry, lastIndustry);
    const others = run.others.length === 0 ? {} : { others: run.others };
    const own = NARROWER.exec(part.slice(lastIndustry.end))?.[0];
    const narrower =
      own === undefined || industries.length > 1
        ? {}
        : { narrower: `${part.slice(lastIndustry.start, lastIndustry.end)}${own}` };
    add({ start: run.start, end: run.end, test: { kind: "industry", names, open, ...others, ...narrower } });
  }
  for (const { start, end, kinds } of organisationsIn(part))
    add({ start, end, test: { kind: "organisation", kinds } });
  return found;
};
