import { namesResearchRatio } from "./numeric-fields.ts";
import { readHireRatio } from "./read-hire-ratio.ts";
import { readException } from "./read-exception.ts";
import type { PartReading } from "./read-part.ts";
import { readPart } from "./read-part.ts";
import { readPersons } from "./read-persons.ts";
import { readSteps } from "./read-steps.ts";
import type { Condition, NumericField, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf, conditionsOf } from "./requirement.ts";

/** What is known where a sentence is read. */
export interface SentenceContext {
  readonly jurisdiction: string | null;
  readonly ignoreRest?: boolean;
  readonly zone?: string | null;
  /** Where the stretch begins that the sentence belongs to. */
  readonly from?: number;
  /** What the sentence before measured. */
  readonly inherited?: NumericField | null;
}

const OPEN = "《“「『（〈";
const CLOSE = "》”」』）〉";
/** What a part begins with when the mark before it separates conditions, not the items of an enumeration. */
const PREDICATE =
  /^(?:在|于|具有|具备|拥有|依法|成立|注册|登记(?!失业)|信用|诚信|未|无|没有|近|上一?年|年|职工|员工|从业|研发|研究|营业|销售|资产|总资产|净资产|符合|正常|财务|属于|从事|主营|已|且|并|不|实缴|拥有|有|累计|纳税|管理|产权|经营|持续|实际|首次|人员|专利|发明|承担|参与|获得|取得|通过|完成|建有|建立|实现|入选|列入|纳入|主导|牵头|投保|租用|购置|吸纳|引进|签订|按时|如实|能够)/;
const CONNECTIVE =
  /^(?:并且|而且|同时(?!期)|且|但(?:是)?)(?!尚未|仍|至今|未(?:移出|修复|整改|解除|改正|履行|消除))/;
const ALTERNATIVE = /^(?:或者|或(?!以上|以下))/;

/** 2026年1月1日至12月31日期间，新招用…: says when, for what follows. */
const ONLY_PERIOD =
  /^\s*(?:自|从|在|于)?\d{4}年\d{1,2}月\d{1,2}日(?:起)?(?:至|到|—|-|~)(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:期间|之间)$/;

interface Part extends TextSpan {
  /** Joined to the part before it by 或. */
  readonly alternative: boolean;
}

const hasNumber = (text: string): boolean =>
  /[0-9０-９]|[一二三四五六七八九十百千]+(?:年|人|名|件|项|个月|万|亿)|百分之/.test(text);

/** Cuts a sentence at its commas and at the words that join conditions; not inside brackets, quotes and titles. */
const partsOf = (text: string, start: number, end: number): Part[] => {
  const parts: Part[] = [];
  let depth = 0;
  let from = start;
  let alternative = false;
  const close = (to: number): void => {
    if (text.slice(from, to).trim() !== "") parts.push({ start: from, end: to, alternative });
  };
  for (let at = start; at < end; at += 1) {
    const character = text[at] ?? "";
    if (OPEN.includes(character)) depth += 1;
    if (CLOSE.includes(character)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const rest = text.slice(at, Math.min(end, at + 14));
    const behind = rest.slice(1);
    // 对拟上市的企业分阶段给予奖励：申请获受理的，…
    const announces = character === "：" && /给予|奖励|补贴|补助|支持/.test(text.slice(from, at));
    const isComma =
      announces || (/[，；。,\n]/.test(character) && !(character === "," && /^\d/.test(behind)));
    const isListed = character === "、" && PREDICATE.test(behind);
    if (isComma && ONLY_PERIOD.test(text.slice(from, at))) continue;
    if (isComma || isListed) {
      close(at);
      from = at + 1;
      alternative = ALTERNATIVE.test(text.slice(from, from + 4).trimStart());
      if (alternative) {
        from = at + 1 + (/^\s*(?:或者|或)/.exec(text.slice(at + 1))?.[0].length ?? 0);
        at = from - 1;
      }
      continue;
    }
    if (at === from) continue;
    const joint = CONNECTIVE.exec(rest);
    if (joint !== null) {
      close(at);
      from = at + joint[0].length;
      at = from - 1;
      alternative = false;
      continue;
    }
    const next = text.slice(at, end).split(/[，；。]/)[0] ?? "";
    // 签订1年以上劳动合同并缴纳3个月以上社会保险费
    const isBoth = /^并[一-龥]/.test(rest) && hasNumber(text.slice(from, at)) && hasNumber(next);
    if (isBoth) {
      close(at);
      from = at + 1;
      at = from - 1;
      alternative = false;
      continue;
    }
    const or = ALTERNATIVE.exec(rest);
    if (or === null) continue;
    if (hasNumber(text.slice(from, at)) && hasNumber(next)) {
      close(at);
      from = at + or[0].length;
      at = from - 1;
      alternative = true;
    }
  }
  close(end);
  return parts;
};

/** 研发费用占营业收入的比例：… says it once for the shares that follow. */
const shareIn = (before: string): NumericField | null => (namesResearchRatio(before) ? "rdRatio" : null);

const leaf = (condition: Condition): Requirement => ({ kind: "condition", condition });

const asRequirement = (
  conditions: readonly Condition[],
  alternatives: readonly Condition[] = [],
): Requirement => {
  const rest = conditions.filter((each) => !alternatives.includes(each)).map((each) => leaf(each));
  return alternatives.length === 0
    ? allOf(rest)
    : allOf([choiceOf(alternatives.map((each) => leaf(each))), ...rest]);
};

const COUNTED_TOGETHER = /^\s*可(?:以)?(?:合并|累计|叠加)计/;

/** 裁员率不高于5.5%，30人以下的企业裁员率不高于20%: the smaller ones have a limit of their own. */
export const SUBGROUP =
  /^\s*(?:其中[，：]?)?[一-龥]{0,8}?\d+人（?[^，。]{0,8}?的?(?:参保)?(?:企业|单位|机构)[^，。]*\d/;

/**
 * The requirement that `text.slice(start, end)` states: its parts joined by and, those that 或 joins by or. `text` is
 * folded (`foldText`). Null where nothing is asked for.
 */
export const readSentence = (
  text: string,
  start: number,
  end: number,
  context: SentenceContext,
): Requirement | null => {
  const hires = readHireRatio(text, start, end) ?? readSteps(text, start, end);
  if (hires !== null) {
    const blanked =
      text.slice(0, hires.start) + "，".padEnd(hires.end - hires.start, " ") + text.slice(hires.end);
    const others = readSentence(blanked, start, end, context);
    return others === null ? hires.requirement : allOf([others, hires.requirement]);
  }
  const joined: Requirement[] = [];
  let inherited: NumericField | null = context.inherited ?? null;
  /** The part before, whose last requirement an exception of it takes the place of. */
  let lastPart: TextSpan | null = null;
  for (const { alternative, ...span } of partsOf(text, start, end)) {
    const share = shareIn(text.slice(context.from ?? start, span.start));
    const { jurisdiction, zone = null, ignoreRest = false } = context;
    const read = (place: TextSpan, before: NumericField | null): PartReading =>
      readPart(text, place, { jurisdiction, zone, share, inherited: before, ignoreRest });
    // 采购多台产品的，可合并计算: how it is counted asks for nothing.
    if (COUNTED_TOGETHER.test(text.slice(span.start, span.end))) {
      joined.pop();
      continue;
    }
    const following: Requirement | null =
      lastPart === null
        ? null
        : (readException(text, { start: lastPart.start, end: span.end }, read)?.requirement ?? null);
    if (following !== null && joined.length > 0) {
      joined[joined.length - 1] = following;
      continue;
    }
    lastPart = span;
    const exception = readException(text, span, read);
    if (exception !== null) {
      inherited = exception.measured;
      joined.push(exception.requirement);
      continue;
    }
    const persons = readPersons(text, span, read);
    if (persons !== null) {
      joined.push(persons);
      continue;
    }
    const { conditions, alternatives, measured } = read(span, inherited);
    inherited = measured;
    if (conditions.length === 0) continue;
    const own = asRequirement(conditions, alternatives);
    // …的中小微企业，以及…的团队: another kind of addressee, with conditions of its own.
    const addsAddressee =
      /^\s*以及/.test(text.slice(span.start, span.end)) &&
      /(?:企业|机构|单位|高校|院所|组织|团队|个人|人员|人才)[，、\s]*$/.test(text.slice(start, span.start));
    if (addsAddressee && joined.length > 0) {
      joined.splice(0, joined.length, choiceOf([allOf(joined), own]));
      continue;
    }
    const last = joined.at(-1);
    const isSubgroup =
      last !== undefined &&
      SUBGROUP.test(text.slice(span.start, span.end)) &&
      /\d/.test(
        text
          .slice(start, span.start)
          .split(/[，；。]/)
          .at(-2) ?? "",
      );
    if (isSubgroup) {
      const before = last.kind === "choice" && last.count === 1 ? last.of : [last];
      joined[joined.length - 1] = choiceOf([...before, own]);
      continue;
    }
    if (alternative && last !== undefined) {
      const before = last.kind === "choice" && last.count === 1 ? last.of : [last];
      joined[joined.length - 1] = choiceOf([...before, own]);
    } else joined.push(own);
  }
  if (joined.length === 0) return null;
  // 制造业企业…1亿元以上，软件企业…3000万元以上: each holds for its own kind of company.
  const isDivided =
    joined.length > 1 &&
    joined.every((each) => {
      const tests = new Set(conditionsOf(each).map(({ test }) => test.kind));
      return tests.has("number") && (tests.has("industry") || tests.has("stage"));
    });
  return isDivided ? choiceOf(joined) : allOf(joined);
};
