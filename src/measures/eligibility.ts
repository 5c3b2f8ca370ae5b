import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import { inlineList, ownSpan, segmentsOf } from "./clause-text.ts";
import type { SentenceContext } from "./read-sentence.ts";
import { readSentence } from "./read-sentence.ts";
import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf, conditionsOf } from "./requirement.ts";

/** The folded text of a document and what is known of it. */
export interface ReadingContext extends SentenceContext {
  readonly text: string;
}

const LISTED =
  /(?:符合|具备|满足|达到|具有|属于)(?:以下|下列|如下|下述)[^。：]{0,24}(?:条件|要求|标准|之一|情形)|(?:应|须|需|必须)当?同时(?:具备|满足|符合)：|(?:以下|下列|如下)(?:基本|必备|全部|各项|相关)?(?:条件|要求)/;
const HEADING =
  /(?:申报|申请|认定|支持|扶持|返还|奖补|准入|入驻|资助|补贴|补助|奖励|评定|备案|享受|遴选|评选|参评|申领|基本|必备|受理|办理|入库|评价|授予|兑现|入选|专项)(?:的)?(?:基本|必备|一般|主体)?(?:条件|资格)|(?:认定|评价|申报|申请)(?:标准|要求)(?=[：\s。]|$)|适用范围|(?:支持|扶持|奖励|奖补|资助|申报|补贴|补助|申请|认定|适用|享受|发放|返还|支持和申报)(?:的)?(?:对象|主体|范围)/;
const APPLIES_TO =
  /(?:本|该)(?:办法|措施|政策|细则|意见|规定|通知|指南|方案|条例|实施细则|若干措施)[^。，]{0,12}适用于|^适用于/;
const DEFINED = /(?:所称|所指)[^。]{2,36}(?:是指|系指|，指|指(?=在|的|符合|注册|依))/;
const APPLICANT_MUST =
  /(?:申报|申请|参评|受支持|享受[^，。]{0,8}|扶持|获得[^，。]{0,10})(?:的)?(?:企业|单位|主体|机构|人|者|项目)[^，。：]{0,10}(?:应|须|需|必须)(?:当|同时)?(?:为|是|具备|具有|符合|满足|在|依法)/;
const EXCLUDING =
  /(?:有|存在|发生|属于|出现)(?:以下|下列|如下)[^。]{0,16}(?:不予|不得|不能|不享受|不支持|不纳入|不适用|不再|取消|排除)|(?:不予|不得|不能|不享受|不支持|不纳入|不适用|取消)[^。]{0,16}(?:以下|下列|如下)|(?:以下|下列)情(?:形|况)[^。]{0,8}(?:不予|不得|不能|不支持|不纳入|除外)/;

/** What a clause is to its measure. */
export type EligibilityKind = "conditions" | "exclusions" | "definition" | "relaxation";

/** The words that begin a clause, where it says what it is about. */
const headOf = (text: string, clause: Clause): string => {
  const { start, end } = ownSpan(text, clause);
  return text.slice(start, Math.min(end, start + 160)).split(/[。\n]/)[0] ?? "";
};

/** Rules out whom it describes, in the same sentence: 劳务派遣单位除外。 */
const EXCEPTS =
  /(?:除外(?:，不适用[^。]*)?|(?:，|的，?)(?:均|一律)?(?:不予(?:支持|认定|受理|奖励|补贴|补助|资助|申报|享受|兑现)|不得(?:申报|申请|享受)|不适用(?:本|该|上述)[^。]*|不受理[^。]{0,6}|不纳入[^。]*|不享受[^。]*|不(?:再)?(?:给予)?(?:支持|奖励|补贴)))$/;
const ADDRESSES =
  /(?:支持|扶持|奖励|奖补|资助|申报|补贴|补助|申请|认定|适用|享受|发放|返还)(?:的)?(?:对象|主体|范围)(?:为|是|包括|：)/;

const sentencesOf = (text: string, clause: Clause): string[] => {
  const { start, end } = ownSpan(text, clause);
  return text
    .slice(start, end)
    .split(/[。\n]/)
    .filter((sentence) => sentence.trim() !== "");
};

/** 申报条件： and the like at the beginning, as a heading or with what it announces; not in the course of a sentence. */
const isHeaded = (head: string): boolean => {
  const match = HEADING.exec(head.slice(0, 24));
  // 扩大补贴范围 is a task, not a heading.
  const isTask =
    /^(?:扩大|放宽|明确|完善|提高|优化|规范|健全|调整|统一|细化|严格|简化|降低|合理|强化|加强)/.test(head);
  if (match === null || match.index > 12 || isTask) return false;
  const behind = head.slice(match.index + match[0].length);
  return behind.length <= 6 || /^[：:为是包（(、和与及]/.test(behind);
};

/** Whether a clause states who may apply, or who may not; null for neither. */
export const eligibilityKind = (text: string, clause: Clause): EligibilityKind | null => {
  const head = headOf(text, clause);
  const first = head.slice(0, 40);
  const sentences = sentencesOf(text, clause);
  if (/(?:放宽|降低|调整)(?:至|到|为)/.test(head)) return "relaxation";
  if (EXCLUDING.test(head) || (sentences.length > 0 && sentences.every((sentence) => EXCEPTS.test(sentence))))
    return "exclusions";
  if (isHeaded(head) && !/材料|程序|流程|时间/.test(head.slice(0, 10))) return "conditions";
  if (/(?:材料|资料|程序|流程)/.test(first) && !/条件/.test(head)) return null;
  if (LISTED.test(head) || APPLIES_TO.test(head) || APPLICANT_MUST.test(head)) return "conditions";
  if (sentences.some((sentence) => ADDRESSES.test(sentence) || APPLIES_TO.test(sentence)))
    return "conditions";
  return DEFINED.test(head) ? "definition" : null;
};

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

const joinedBy = (lead: string, items: readonly Requirement[]): Requirement => {
  const count = countOf(lead);
  return count === null ? allOf(items) : choiceOf(items, Math.min(count, items.length));
};

/** A condition of a list whose items rule out whom they describe. */
const excluded = (text: string, condition: Condition): Condition => {
  const { test } = condition;
  if (test.kind === "conduct") return { ...condition, addressee: false };
  if (test.kind === "unread") return { ...condition, addressee: false, negated: true };
  // What a number would have to be not to be excluded is for a reader to say.
  if (["number", "founded", "place", "organisation"].includes(test.kind))
    return {
      ...condition,
      test: { kind: "unread", words: text.slice(condition.start, condition.end) },
      addressee: false,
      negated: true,
    };
  return { ...condition, negated: true, addressee: false };
};

const excluding = (text: string, requirement: Requirement): Requirement => {
  const stated = conditionsOf(requirement);
  // 房地产企业除外: the noun behind what rules out is no reason of its own.
  const particular = stated.filter(({ test }) => test.kind !== "organisation");
  const conditions = (particular.length > 0 ? particular : stated).map((condition) =>
    excluded(text, condition),
  );
  // What is known of a part of the words says nothing of the whole.
  const unread = conditions.filter(({ test }) => test.kind === "unread");
  const kept = conditions.filter(
    (each) =>
      each.test.kind === "unread" || !unread.some(({ start, end }) => start <= each.start && each.end <= end),
  );
  const widest = kept.filter(
    (each) =>
      !unread.some(
        (other) =>
          other !== each &&
          other.start <= each.start &&
          each.end <= other.end &&
          other.end - other.start > each.end - each.start,
      ),
  );
  return allOf(widest.map((condition) => ({ kind: "condition", condition })));
};

/** What an applicant applies for is no condition: 申请高新技术企业认定的企业应… */
const TARGET =
  /(?:申请|申报|参加|认定为?|参评|享受|入选|列入|评定为?|本(?:办法|措施|细则|政策|规定|通知)所称)[^，。；：]*?(?=(?:的(?:企业|单位|机构|主体|申请人|高校|项目)|企业|单位|主体|申请人)?[^，。；：一-龥]*(?:应|须|需|必须|，|：|是指|指)|的(?:企业|单位|机构|主体))/g;
const ANNOUNCEMENT =
  /(?:应当?|须|需|必须)?(?:同时)?(?:符合|具备|满足|达到)?(?:以下|下列|如下)[^，。；：]*[：]?|^[^，。：]{0,14}(?:条件|对象|范围|主体|资格|要求|标准)(?=[：。\s])/g;

const blank = (text: string, start: number, end: number, pattern: RegExp): string =>
  text.slice(0, start) +
  text.slice(start, end).replace(pattern, (words) => " ".repeat(words.length)) +
  text.slice(end);

/** Who a text addresses that announces a list: what is applied for and the announcement itself are no conditions. */
export const readLead = (context: ReadingContext, span: TextSpan): Requirement | null => {
  let { text } = context;
  text = blank(text, span.start, span.end, TARGET);
  text = blank(text, span.start, span.end, ANNOUNCEMENT);
  return readSentence(text, span.start, span.end, { ...context, ignoreRest: true });
};

/** What only explains or says what happens then. */
const ASIDE =
  /^\s*(?:注[：:意]|说明|为[^。]*(?:制定|通知|如下|有关)|以上|上述|具体(?:以|由|按)|解释|逾期|申报材料|联系|提交|由|经)/;

const isPresent = (requirement: Requirement | null): requirement is Requirement => requirement !== null;

/** The requirement of a stretch of text, lists inside it included. */
export const readText = (context: ReadingContext, span: TextSpan): Requirement | null => {
  const list = inlineList(context.text, span);
  if (list !== null) {
    const lead = context.text.slice(list.lead.start, list.lead.end);
    const items = list.items.map((item) => readText(context, item)).filter(isPresent);
    const own = readLead(context, list.lead);
    if (items.length === 0) return own;
    const listed = EXCLUDING.test(lead) ? excluding(context.text, allOf(items)) : joinedBy(lead, items);
    return own === null || EXCLUDING.test(lead) ? listed : allOf([own, listed]);
  }
  const read: Requirement[] = [];
  for (const segment of segmentsOf(context.text, span)) {
    const words = context.text.slice(segment.start, segment.end);
    if (ASIDE.test(words)) continue;
    if (EXCEPTS.test(words)) {
      const text = blank(context.text, segment.start, segment.end, EXCEPTS);
      const requirement = readSentence(text, segment.start, segment.end, context);
      if (requirement !== null) read.push(excluding(context.text, requirement));
      continue;
    }
    const isLead =
      /(?:条件|要求|之一|对象|范围|标准|情形)(?:的)?[：]?\s*$/.test(words) ||
      DEFINED.test(words) ||
      APPLIES_TO.test(words) ||
      APPLICANT_MUST.test(words) ||
      (LISTED.test(words) && /[：]\s*$/.test(words));
    if (!isLead) {
      const requirement = readSentence(context.text, segment.start, segment.end, context);
      if (requirement !== null) read.push(requirement);
      continue;
    }
    let { text } = context;
    text = blank(text, segment.start, segment.end, TARGET);
    text = blank(text, segment.start, segment.end, ANNOUNCEMENT);
    text = blank(text, segment.start, segment.end, /^.*适用于|^[^，。]{0,24}(?:是指|系指|指)/);
    const defines = DEFINED.test(words) || APPLIES_TO.test(words) || APPLICANT_MUST.test(words);
    const requirement = readSentence(text, segment.start, segment.end, { ...context, ignoreRest: !defines });
    if (requirement !== null) read.push(requirement);
  }
  return read.length === 0 ? null : allOf(read);
};

/** What the children of a clause ask for, joined as `lead` says; null where they ask for nothing. */
export const readListed = (
  context: ReadingContext,
  clause: Clause,
  lead: string,
  skip: (clause: Clause) => boolean,
): Requirement | null => {
  const items = clause.children
    .filter((child) => !skip(child))
    .map((child) => readEligibility(context, child, skip))
    .filter(isPresent);
  if (items.length === 0) return null;
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
