import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import { isProcedure, withoutHeading } from "./asks-nothing.ts";
import { FALLS_SHORT, bySize, lastMeasured } from "./by-size.ts";
import { inlineList, ownSpan, segmentsOf } from "./clause-text.ts";
import {
  ADDRESSES,
  APPLICANT_MUST,
  APPLIES_TO,
  DEFINED,
  EXCEPTS,
  EXCLUDING,
  LISTED,
  exceptionStart,
} from "./eligibility-kind.ts";
import type { SentenceContext } from "./read-sentence.ts";
import { readKinds } from "./read-kinds.ts";
import { asWords, excluding } from "./other-readings.ts";
import { SUBGROUP, readSentence } from "./read-sentence.ts";
import type { Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

/** The folded text of a document and what is known of it. */
export interface ReadingContext extends SentenceContext {
  readonly text: string;
  /** Whether it is an item of a list of whom the document rules out. */
  readonly rulesOut?: boolean;
}

/** How many of a list must hold: null where all of them. */
const countOf = (lead: string): number | null => {
  const several =
    /(?:至少|任意)?(?:满足|符合|具备|达到)?(?:其中)?(?:的)?(?:任意)?([二两三四五六2-6])[项个条](?:及|或)?(?:以上|及以上|条件)|至少[^，。]{0,8}([二两三四五六2-6])[项个条]/.exec(
      lead,
    );
  const count = several === null ? null : parseChineseNumeral(several[1] ?? several[2] ?? "");
  if (count !== null) return count;
  return /之一|任一|任意一[项条个]|其中一[项条个]|[一1][项条个](?:及|或)?以上|至少[^，。]{0,8}[一1][项条个]/.test(
    lead,
  )
    ? 1
    : null;
};

const MUST_HOLD = /第(?<which>[一二三四五六])[项条款](?:条件)?(?:为|是|属于?)必[备须要]/u;

const joinedBy = (lead: string, items: readonly Requirement[]): Requirement => {
  const count = countOf(lead);
  if (count === null) return allOf(items);
  // 其中第一项为必备条件: one of them must hold whatever the others are.
  const must = parseChineseNumeral(MUST_HOLD.exec(lead)?.groups?.["which"] ?? "");
  const first = must === null ? undefined : items[must - 1];
  if (first !== undefined && items.length > 1) {
    const others = items.filter((item) => item !== first);
    return allOf([first, choiceOf(others, Math.min(Math.max(1, count - 1), others.length))]);
  }
  return choiceOf(items, Math.min(count, items.length));
};

/** What an applicant applies for is no condition: 申请高新技术企业认定的企业应… */
const TARGET =
  /(?:申请|申报|参加|认定为?|参评|享受|入选|列入|评定为?|本(?:办法|措施|细则|政策|规定|通知)所称)[^，。；：]*?(?=(?:的[一-龥]{0,6}?(?:企业|单位|机构|主体|申请人|高校|项目)|企业|单位|主体|申请人)?[^，。；：一-龥]*(?:应|须|需|必须|，|：|是指|指)|的(?:企业|单位|机构|主体))/g;
const ANNOUNCEMENT =
  /(?:适用|享受)本(?:办法|细则|政策|措施|规定|意见)的|(?:，?其中，?)?第[一二三四五六][项条款](?:条件)?(?:为|是|属于?)必[备须要](?:条件|项)?|（含[一二三四五六两]项）|(?:应当?|须|需|必须)?(?:同时)?(?:符合|具备|满足|达到)?(?:(?<![元万亿人名%年月件项个）])以下|下列|如下)(?:[^，。；：、的]*中的[^，。；：、]*|[^，。；：、的]*的?)[：]?|^[^，。：]{0,14}(?:条件|对象|范围|主体|资格|要求|标准)(?=[：。\s]|$)/g;

const blank = (text: string, start: number, end: number, pattern: RegExp): string => {
  const part = text.slice(start, end);
  const blanked = part.replace(pattern, (words) => " ".repeat(words.length));
  // Documents are long: most of them are not copied.
  return blanked === part ? text : text.slice(0, start) + blanked + text.slice(end);
};

/** Who a text addresses that announces a list: what is applied for and the announcement itself are no conditions. */
export const readLead = (context: ReadingContext, span: TextSpan): Requirement | null => {
  let { text } = context;
  text = blank(text, span.start, span.end, TARGET);
  text = blank(text, span.start, span.end, ANNOUNCEMENT);
  return readSentence(text, span.start, span.end, { ...context, ignoreRest: true });
};

/** 复核不合格的，取消称号: what would follow for those that have it; 取消申报资格 rules out now. */
const FOLLOWS =
  /^[^。；]*(?:考核|评价|评估|监测|复核|复审)[^。；]{0,16}不(?:合格|达标|通过)[^，。；]{0,6}的[^，。；]{0,6}，?(?:则|将|应当?|由[^，。；]{2,12}|依法|予以|给予)*(?:取消|撤销|摘牌|收回)(?!其?[^。；]{0,6}(?:申报|申请|申领|参评|享受))[^。；]*(?<!的)[。；]?\s*$/;
/** What only explains. */
const ASIDE =
  /^\s*(?:同一(?:项目|事项|企业|单位)[^，。]{0,6}(?:不得|不能|不可|只能|仅|原则上)|[^，。；]{2,30}不(?:得|予)?计入[^。；]{0,12}(?:额|金额|投入|费用|基数|总数|支出|范围)$|注[：:意]|说明|为[^。]*(?:制定|通知|如下|有关)|以上|上述|具体(?:以|由|按)|解释|逾期|申报材料|联系|提交|由(?=[^，。]{2,24}(?:负责|解释|组织|受理|审核|办理|承担|制定|拨付|牵头))|经(?=[^，。]{2,20}(?:审核|公示|批准|评审|审定)))/;

const isPresent = (requirement: Requirement | null): requirement is Requirement => requirement !== null;

/** 收入小于5000万元的企业，比例不低于5%: a bound for companies of one size. */
const STEP =
  /(?:^|[：，])\s*(?:其中[，：]?)?[^，。；：]{2,30}\d[^，。；：]{0,14}的(?:企业|单位|机构|公司)?，[^。；]{0,24}(?:不低于|不少于|不高于|不超过|达到?|≥|\d[^，]{0,6}以[上下])/;

const branchesOf = (requirement: Requirement): readonly Requirement[] =>
  requirement.kind === "choice" && requirement.count === 1 ? requirement.of : [requirement];

/** The requirement of a stretch of text, lists inside it included. */
export const readText = (context: ReadingContext, span: TextSpan): Requirement | null => {
  const list = inlineList(context.text, span);
  if (list !== null) {
    const lead = context.text.slice(list.lead.start, list.lead.end);
    const inside = EXCLUDING.test(lead) ? { ...context, rulesOut: true } : context;
    const items = list.items.map((item) => readText(inside, item)).filter(isPresent);
    const own = readLead(context, list.lead);
    if (items.length === 0) return own;
    const listed = EXCLUDING.test(lead) ? excluding(context.text, allOf(items)) : joinedBy(lead, items);
    return own === null || EXCLUDING.test(lead) ? listed : allOf([own, listed]);
  }
  const read: Requirement[] = [];
  const within = { ...context, from: span.start };
  const add = (segment: TextSpan, requirement: Requirement): void => {
    const last = read.at(-1);
    const words = context.text.slice(segment.start, segment.end);
    const before =
      context.text
        .slice(span.start, segment.start)
        .split(/[。；;\n]/)
        .at(-2) ?? "";
    const isOwnStep = last !== undefined && (SUBGROUP.test(words) || (STEP.test(words) && STEP.test(before)));
    if (isOwnStep && /\d/.test(before)) read[read.length - 1] = choiceOf([...branchesOf(last), requirement]);
    else read.push(requirement);
  };
  const segments = withoutHeading(context.text, segmentsOf(context.text, span));
  const kinds = readKinds(context.text, segments, ({ start, end }) =>
    readSentence(context.text, start, end, within),
  );
  if (kinds !== null) return kinds;
  for (const segment of segments) {
    const words = context.text.slice(segment.start, segment.end);
    if (ASIDE.test(words) || (context.rulesOut !== true && FOLLOWS.test(words))) continue;
    if (context.rulesOut !== true && isProcedure(words)) continue;
    const announced = /^[^：]{0,30}(?:以下|下列|如下)[^：]{0,24}：/.exec(words);
    if (announced !== null && EXCLUDING.test(announced[0])) {
      const requirement = readSentence(
        context.text,
        segment.start + announced[0].length,
        segment.end,
        context,
      );
      if (requirement !== null) read.push(requirement);
      continue;
    }
    const leftOut = exceptionStart(words);
    if (leftOut !== null) {
      const cut = segment.start + leftOut;
      const sides = [
        { start: segment.start, end: cut - 1 },
        { start: cut, end: segment.end },
      ];
      read.push(...sides.map((side) => readText(context, side)).filter(isPresent));
      continue;
    }
    if (EXCEPTS.test(words)) {
      const label = /^\s*[^，。：；]{2,8}：/;
      const text = blank(
        blank(context.text, segment.start, segment.end, EXCEPTS),
        segment.start,
        segment.end,
        label,
      );
      const requirement = readSentence(text, segment.start, segment.end, context);
      if (requirement !== null) read.push(excluding(context.text, requirement));
      continue;
    }
    const isLead =
      (!/^\s*(?:不存在|无|没有|未)/.test(words) &&
        /(?:条件|要求|之一|对象|范围|标准|情形)(?:的)?[：]?\s*$/.test(words)) ||
      ADDRESSES.test(words) ||
      DEFINED.test(words) ||
      APPLIES_TO.test(words) ||
      APPLICANT_MUST.test(words) ||
      (LISTED.test(words) && /[：]\s*$/.test(words));
    if (!isLead) {
      const inherited = FALLS_SHORT.test(words) ? lastMeasured(read.at(-1)) : null;
      const requirement = readSentence(context.text, segment.start, segment.end, {
        ...within,
        ...(inherited === null ? {} : { inherited }),
      });
      if (requirement !== null) add(segment, requirement);
      continue;
    }
    let { text } = context;
    text = blank(text, segment.start, segment.end, TARGET);
    text = blank(text, segment.start, segment.end, ANNOUNCEMENT);
    text = blank(text, segment.start, segment.end, /^.*适用于|^[^。]{0,36}?(?:是指|系指)|^[^，。]{0,24}指/);
    text = blank(
      text,
      segment.start,
      segment.end,
      /^[^，。：]{0,20}?(?:对象|主体|范围)(?:为|是|包括|(?:应当?|须|需|必须)(?:同时)?(?:具备|符合|满足)?)[：]?/,
    );
    const defines =
      ADDRESSES.test(words) || DEFINED.test(words) || APPLIES_TO.test(words) || APPLICANT_MUST.test(words);
    const requirement = readSentence(text, segment.start, segment.end, { ...context, ignoreRest: !defines });
    if (requirement !== null) read.push(requirement);
  }
  if (read.length === 0) return null;
  return allOf(context.rulesOut === true ? read : bySize(context.text, read));
};

/** What the children of a clause ask for, joined as `lead` says; null where they ask for nothing. */
export const readListed = (
  context: ReadingContext,
  clause: Clause,
  lead: string,
  skip: (clause: Clause) => boolean,
): Requirement | null => {
  const inside = EXCLUDING.test(lead) ? { ...context, rulesOut: true } : context;
  const items = clause.children
    .filter((child) => !skip(child))
    .map((child) => readEligibility(inside, child, skip))
    .filter(isPresent);
  if (items.length === 0) return null;
  // 招用符合下列条件之一的人员: the items say whom one takes on, not who applies.
  if (
    /(?:招用|吸纳|招收|录用|安置|聘用|引进)[^。]{0,40}(?:以下|下列|如下)[^。]{0,12}(?:人员|毕业生|人才|对象|劳动者)/.test(
      lead,
    )
  )
    return joinedBy(
      lead,
      items.map((item) => asWords(context.text, item)),
    );
  return EXCLUDING.test(lead) ? excluding(context.text, allOf(items)) : joinedBy(lead, items);
};

/**
 * The requirement that a clause states with its descendants: its own text announces how its children are joined
 * (之一, 至少两项, 同时; all of them where it says nothing).
 * @param skip - clauses that say something else (materials, amounts)
 */
export const readEligibility = (
  context: ReadingContext,
  clause: Clause,
  skip: (clause: Clause) => boolean,
): Requirement | null => {
  const own = ownSpan(context.text, clause);
  const lead = context.text.slice(own.start, own.end);
  const listed = readListed(context, clause, lead, skip);
  const requirement = readText(context, own);
  if (listed === null)
    return requirement !== null && EXCLUDING.test(lead) ? excluding(context.text, requirement) : requirement;
  return requirement === null || EXCLUDING.test(lead) ? listed : allOf([requirement, listed]);
};
