import { onlyExplains } from "./asks-nothing.ts";
import { conductIn } from "./conduct.ts";
import { findingsIn, overlaps } from "./findings.ts";
import { readFounding } from "./read-founding.ts";
import { readNumbers } from "./read-numbers.ts";
import { ruledOut } from "./ruled-out.ts";
import { unreadTest } from "./unread-test.ts";
import type { Condition, ConditionTest, NumericField, TextSpan } from "./requirement.ts";

/** What a part of a sentence asks for, joined by and; its offsets are those of the document. */
export interface PartReading {
  readonly conditions: readonly Condition[];
  /** Those of its conditions of which one suffices: 企业、事业单位或者民办非企业单位. */
  readonly alternatives?: readonly Condition[];
  /** What its last number measures, for a part that follows and leaves it out. */
  readonly measured: NumericField | null;
}

/** What is known where a part is read. */
export interface PartContext {
  readonly jurisdiction: string | null;
  /** The zone that the document is for, if it is for one. */
  readonly zone: string | null;
  /** What a share is said of that names nothing itself: …占营业收入的比例：…的企业，比例不低于5%. */
  readonly share: NumericField | null;
  readonly inherited: NumericField | null;
  /** Keep no condition for words of which nothing can be told: a lead that only announces a list. */
  readonly ignoreRest: boolean;
}

/** 经评审入选的项目, 入选人才: what comes of applying. */
const SELECTED =
  /^(?:对|凡)?(?:最终)?(?:入选|获选|中选)(?:者|的?(?:创业)?(?:人才|人员|团队|项目|企业|单位|个人))$|^经(?:专家|综合|市级?|区级?)?(?:评审|审核|审定|评定|公示|遴选|批准)[^，。]{0,6}(?:入选|通过|确定|同意)?的[^，。]{0,16}(?:项目|企业|单位|人才|机构|团队)?$/;

const DAY = String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日`;
const isoDay = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;

/** 2019年1月1日至12月31日 as a part of its own: when the measure is offered. */
const WINDOW = new RegExp(
  `^(?:自|从)?${DAY}(?:起)?(?:至|到|—|-|－|~)(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:止|内)?$`,
  "u",
);

/** Words that carry no condition of their own. */
const FILLER =
  /符合(?:本[^，。]{0,6})?第[一二三四五六七八九十、至]+条(?:第[^，。]{1,4}款)?(?:所列|规定)*|适用本(?:办法|细则|政策|措施|规定)|划型标准|划分标准|划型|国家规定的?|依法|合法|依据|按照|根据|申报|申请|申领|参评|企业|单位|主体|机构|项目|应当|应该|应|必须|须|需|要|具有|具备|拥有|有|为|是|属于|属|的|在|于|对|凡|符合|满足|条件|要求|以上述?|首次|新增?|通过|认定|获得|获评|获|评为|被|入选|列入|取得|国家级|省级|市级|区级|等|及|以及|和|或者?|与|其|其中|且|并|同时|均|都|可以|可|能够|上一?年度|上年|年度|年|当年|截至|截止|申报时|上述|本|我|市|区|省|县|辖|注册|登记|设立|经营|纳税|从事|领域|行业|细分|产业|方向|赛道|[一二两三四五六七八九十]+(?:大|个|类|项)|业务|主营|主要|相关|有关|各类|类|生产|研发|服务|制造|不含|不包括|除外|包括|含|该|一项|之一|至少|下列|以下|如下|情形|享受|政策|人|资格|独立|法人|认可|登记注册|期内|有效|证书|资质|称号|名单|正常|状态|支持|鼓励|重点|优先|一般|原则上|公司|范围|内|外|地|所|址|住所|办公|实际|工商|税务|税收|户管|征管|关系|统计|时间|成立|满|期限|持续|已|当|的话|者|个|家|额|总|数|量|达到|用于|面向|境|中国|[0-9a-z%.,]/gi;

/** 产值或营业收入: the number may be that of either. */
const OR_OTHER =
  /(?:产值|利润|税收|纳税额?|出口额|交易额|融资额?)(?:总额)?(?:或者?|\/)[^，。]{0,6}(?:收入|资产|费用|投入)|(?:收入|资产|费用|投入)(?:总额)?(?:或者?|\/)(?:工业)?(?:总)?(?:产值|利润|税收|纳税|出口额|交易额)/;

/** 拥有发明专利等自主知识产权: at least one. */
const OWNS_PATENTS =
  /^(?:企业|单位)?(?:应当?|须|需)?(?:已|至少)?(?:拥有|具有|获得|取得|有)(?:与[^，。]{2,16}相关的)?(?:有效|授权|核心|自主|相关|关键|的|1项|、|和|或)*(?:发明专利|专利权?|自主知识产权|知识产权)(?:等[^，。]{0,10})?$/;

/** 包括设备更新、智能化改造等: what the words before it mean, where these are a condition. */
const INCLUDES = /^(?:其中)?包括[^，。]*等?$/;

/** Having its seat somewhere does not prove that a company moved there. */
const MOVED = /迁入|搬迁|迁移|迁至|引进|新落户|新入驻/;

const HAN = /[一-龥]/g;
const ADDRESSEE_KINDS: ReadonlySet<ConditionTest["kind"]> = new Set([
  "organisation",
  "qualification",
  "stage",
  "industry",
  "group",
  "graduated",
]);

const condition = (span: TextSpan, test: ConditionTest, negated = false): Condition => ({
  start: span.start,
  end: span.end,
  test,
  negated,
  addressee: ADDRESSEE_KINDS.has(test.kind) && !negated,
});

/** `span` without the marks and blanks at its ends. */
const trimmed = (text: string, { start, end }: TextSpan): TextSpan => {
  const slice = text.slice(start, end);
  const lead =
    /^[\s，、；。：,（]*(?:且|并且|同时|或者|或|以及)?[\s，、]*(?:的(?!士))?/.exec(slice)?.[0].length ?? 0;
  const tail = /[\s，、；。：,]*$/.exec(slice.slice(lead))?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
};

const BODIES: ReadonlySet<ConditionTest["kind"]> = new Set([
  "organisation",
  "group",
  "stage",
  "qualification",
]);
const LISTING =
  /^[）”」]?(?:、[^，。；]{2,24})?(?:、|或者?|和|及|以及|与|等|各类){1,3}(?:其他|[一-龥]{1,4}[类型]|以[^，。、]{2,10}的)?[（“「]?$/;

/** Kinds of applicants that the text lists one after the other. */
const alternativesIn = (text: string, conditions: readonly Condition[]): readonly Condition[] => {
  const bodies = conditions.filter(({ test, negated }) => BODIES.has(test.kind) && !negated);
  const listed = bodies.filter((each, at) => {
    const before = bodies[at - 1];
    const after = bodies[at + 1];
    return (
      (before !== undefined && LISTING.test(text.slice(before.end, each.start))) ||
      (after !== undefined && LISTING.test(text.slice(each.end, after.start)))
    );
  });
  return listed.length > 1 ? listed : [];
};

/** Whether a part says what the part before it means, and that one is a condition. */
const explainsCondition = (text: string, { start, end }: TextSpan, context: PartContext): boolean => {
  if (!INCLUDES.test(text.slice(start, end))) return false;
  const before = /[^，。；：:\n]+(?=，\s*$)/.exec(text.slice(Math.max(0, start - 120), start));
  if (before === null) return false;
  const at = Math.max(0, start - 120) + before.index;
  const named = { start: at, end: at + before[0].length };
  return readPart(text, named, { ...context, ignoreRest: false }).conditions.some(
    ({ test }) => test.kind === "unread" || test.kind === "industry",
  );
};

/**
 * Reads `text.slice(span)`, a part of a sentence without commas, folded. What it says beside the tests that are
 * known is a condition too, of which nothing is known.
 */
export const readPart = (text: string, span: TextSpan, context: PartContext): PartReading => {
  const whole = trimmed(text, span);
  const part = text.slice(whole.start, whole.end);
  if (part === "") return { conditions: [], measured: context.inherited };
  const placed = (inner: TextSpan): TextSpan =>
    trimmed(text, { start: whole.start + inner.start, end: whole.start + inner.end });

  const unread = (span_: TextSpan, words = text.slice(span_.start, span_.end)): Condition =>
    condition(span_, unreadTest(words));
  if (SELECTED.test(part) || onlyExplains(part) || explainsCondition(text, whole, context))
    return { conditions: [], measured: context.inherited };
  const conduct = conductIn(part);
  if (conduct !== null) {
    // 信用良好的科技型企业: who is addressed stands behind.
    const split =
      /^(.*(?:良好|记录|事故|行为|处罚|问题|名单|裁员|少裁员|情形|健全))的(?=[^，。的]{2,24}$)/.exec(part);
    // 30人以下的企业裁员率不高于20%: of whom it is said is a condition of its own.
    const sized = /^[^，。]{0,8}?\d+人（?[^，。]{0,8}?的?(?:参保)?(?:企业|单位|机构)(?=[^，。]*率)/.exec(
      part,
    );
    if (sized !== null) {
      const end = whole.start + sized[0].length;
      const of = readPart(text, { start: whole.start, end }, context);
      const rest = readPart(text, { start: end, end: whole.end }, context);
      return { conditions: [...of.conditions, ...rest.conditions], measured: null };
    }
    const test = conduct;
    if (split === null) return { conditions: [condition(whole, test)], measured: null };
    const end = whole.start + (split[1]?.length ?? 0);
    const behind = readPart(text, { start: end + 1, end: whole.end }, context);
    return {
      ...behind,
      conditions: [condition({ start: whole.start, end }, test), ...behind.conditions],
    };
  }

  const window = WINDOW.exec(part);
  if (window !== null) {
    const [, y1 = "", m1 = "", d1 = "", y2 = y1, m2 = "", d2 = ""] = window;
    const test = { kind: "window", from: isoDay(y1, m1, d1), to: isoDay(y2, m2, d2) } as const;
    return { conditions: [condition(whole, test)], measured: context.inherited };
  }
  const conditions: Condition[] = [];
  const covered: TextSpan[] = [];
  let measured = context.inherited;
  for (const { start, end, from, to } of readFounding(part)) {
    covered.push({ start, end });
    conditions.push(condition(placed({ start, end }), { kind: "founded", from, to }));
  }
  const findings = findingsIn(part, context.jurisdiction, context.zone);
  // 在本市就业并缴纳社会保险6个月以上: the place is a condition of its own.
  const wordsBesides = (inner: TextSpan): string =>
    findings.reduce(
      (words, { test, start, end }) => {
        const isOwn = test.kind === "place" && (start === 0 || /^[并且、]/.test(part.slice(end)));
        if (!isOwn || whole.start + start < inner.start) return words;
        const at = whole.start + start - inner.start;
        return words.slice(0, at) + "|".repeat(end - start) + words.slice(at + end - start);
      },
      text.slice(inner.start, inner.end),
    );
  for (const { test, start, end } of findings) if (test.kind === "graduated") covered.push({ start, end });
  const isDatedPart = conditions.length > 0;
  const owned = isDatedPart ? null : OWNS_PATENTS.exec(part);
  if (owned !== null && !/\d/.test(part)) {
    covered.push({ start: 0, end: part.length });
    const range = { min: 1, minOpen: false, max: null, maxOpen: false };
    conditions.push(condition(whole, { kind: "number", field: "patents", range }));
  }
  const readings = isDatedPart
    ? []
    : readNumbers(part, context.inherited, context.share).filter(
        (reading) => !covered.some((span_) => overlaps(span_, reading)),
      );
  for (const { start, end, field, range } of readings) {
    // The words that say what is measured belong to the condition; what is known before them is a condition of its own.
    const before = findings.findLast((finding) => finding.end < end && finding.start >= start);
    const from = before?.end ?? start;
    covered.push({ start: from, end });
    if (field !== null && range !== null) {
      measured = field;
      const orOther = OR_OTHER.test(part.slice(from, end)) ? { orOther: true } : {};
      conditions.push(condition(placed({ start: from, end }), { kind: "number", field, range, ...orOther }));
    } else if (!/^(?:第?[一二三四五六七八九十\d]+[条款批])/.test(part.slice(start, end))) {
      const place = readings.length === 1 ? whole : placed({ start: from, end });
      conditions.push(unread(place, wordsBesides(place)));
    }
  }
  const excluded = ruledOut(part);
  for (const finding of findings) {
    const { kind } = finding.test;
    if (kind !== "place" && kind !== "graduated" && covered.some((span_) => overlaps(span_, finding)))
      continue;
    const negated = excluded.some((span_) => overlaps(span_, finding));
    if (negated && kind === "organisation") continue;
    const excludes = negated && kind !== "place";
    covered.push(finding);
    const place = readings.length === 0 && findings.length === 1 ? whole : placed(finding);
    conditions.push(condition(place, finding.test, excludes));
  }
  let rest = part;
  for (const { start, end } of covered)
    rest = rest.slice(0, start) + "|".repeat(end - start) + rest.slice(end);
  const meaning =
    rest
      .replace(/（[^）]*）/g, "")
      .replace(FILLER, "")
      .match(HAN)?.length ?? 0;
  // 2025年新认定的: having a title does not say since when.
  const isDated = /\d{4}年/.test(rest) && !findings.some(({ test }) => test.kind === "place");
  const isUnread =
    (meaning >= 3 || isDated || /重新|复评|连续/.test(rest) || MOVED.test(part)) && !context.ignoreRest;
  if (isUnread && !conditions.some(({ test }) => test.kind === "unread"))
    conditions.push(unread(whole, isDated ? part : rest));
  const sorted = conditions.toSorted((a, b) => a.start - b.start);
  return { conditions: sorted, alternatives: alternativesIn(text, sorted), measured };
};
