import type { AlignedClause, AlignedWord, Clause } from "./aligned-clauses.ts";
import type { RoleContext } from "./role-context.ts";
import { between, hasVerb, isActor } from "./role-context.ts";

/** A clause of the quotes that only says when or for whom the next one holds. */
const CONDITIONAL =
  /(?:[^目]的|时|[^以之今]后|[^目当]前|前提下|条件下|情况下|情形下|基础上|之日起|除外)$|^除.+外$/u;

const conditionDropped = (aligned: readonly AlignedClause[], context: RoleContext): boolean => {
  const used = new Set(aligned.flatMap(({ from }) => from));
  const touched = (clause: Clause): number => {
    const covered = new Set(
      aligned.flatMap(({ words }) =>
        words.flatMap(({ place }) =>
          place.start >= clause.start && place.start < clause.end
            ? Array.from({ length: place.end - place.start }, (_, index) => place.start + index)
            : [],
        ),
      ),
    );
    return covered.size / clause.text.length;
  };
  return context.clauses.some((clause, at) => {
    if (!CONDITIONAL.test(clause.text)) return false;
    const next = context.clauses[at + 1];
    if (next === undefined || next.sentence !== clause.sentence || !used.has(at + 1)) return false;
    return touched(clause) < 0.4;
  });
};

/** Words that make a group or thing narrower. */
const NARROWS =
  /中小微|中小型|中小|小微|大中型|大型|小型|国有|民营|外资|台资|外商|境外|境内|国内|国外|外国|国际|困难|失业|退役|贫困|试点|公立|三级|二级|骨干|领军|龙头|高新技术|科技型|专精特新|上市|优秀|优质|高水平|首都|新建|已建成|在职|本科|专科|保障性|综合性|普惠性|营利性|非营利|农村|城镇|省级|市级|国家级|县级|主要|重大|特殊|危险|工业|建筑|生活|跨境|涉外|自有|自用|首套|首次|大学|青年/gu;

/** A word that narrows is left out where what it narrows is said, or said of nothing. */
const widened = (aligned: readonly AlignedClause[], context: RoleContext): boolean => {
  const words = aligned.flatMap(({ words: own }) => own);
  const covered = (at: number): boolean => words.some(({ place }) => at >= place.start && at < place.end);
  return [...context.quoted.matchAll(NARROWS)].some(({ index, 0: narrow }) => {
    const end = index + narrow.length;
    const head = context.quotedWords.find(({ start, end: stop }) => start <= end && stop > end);
    return head !== undefined && isActor(head) && covered(end) !== covered(index);
  });
};

/** What a clause does to a nominal phrase (任务落实情况的督促和指导) is left out, so that the phrase stands for it. */
const headDropped = (aligned: readonly AlignedClause[], context: RoleContext): boolean =>
  aligned.some(({ from, words }) => {
    const [main] = from;
    const source = main === undefined ? undefined : context.clauses[main];
    if (source === undefined || !/对.+的/u.test(source.text)) return false;
    const tail = source.end - (source.text.length - source.text.lastIndexOf("的") - 1);
    if (source.end - tail < 2 || source.end - tail > 10) return false;
    return (
      hasVerb(between(context, tail, source.end)) &&
      !words.some(({ place }) => place.end > tail && place.start < source.end)
    );
  });

const DENIES =
  /不得|不能|不可|不准|不予|不再|没有|尚未|没|未(?!来)|无(?!线|人机|论|缝)|非(?!常|共识|公)|不(?!断|仅|但|同|少|超过|低于|足|到位)|禁止|严禁|取消|停止|暂停/gu;
/** Characters after a denying word within which what it denies begins. */
const DENIED_WITHIN = 6;

/** What the statement denies is not what the quotes deny. */
const denialMoved = (words: readonly AlignedWord[], context: RoleContext): boolean =>
  [...context.said.matchAll(DENIES)].some(({ index, 0: word }) => {
    const end = index + word.length;
    const denied = words.find(
      ({ start, text }) => start >= end && start < end + DENIED_WITHIN && text.length >= 2,
    );
    if (denied === undefined) return false;
    const before = context.quoted.slice(
      Math.max(0, denied.place.start - 2 * DENIED_WITHIN),
      denied.place.end,
    );
    return before.search(DENIES) < 0;
  });

/** A noun that only describes another in the quotes (专利代理业务) is said without it, as if it were meant itself. */
const headless = ({ words }: AlignedClause, context: RoleContext): boolean =>
  words.some((word, at) => {
    if (word.kind !== "same" || !context.isNoun(word)) return false;
    const following = context.quotedWords.find(({ start }) => start === word.place.end);
    const next = words[at + 1];
    const joined = next !== undefined && next.start === word.start + word.text.length;
    return (
      following !== undefined &&
      /^(?:n|vn)/.test(following.part) &&
      following.text.length >= 2 &&
      !joined &&
      !words.some(({ place }) => place.start < following.end && place.end > following.start)
    );
  });

/** Names of what a rewording leaves out or puts elsewhere: a condition, a word that narrows, what is denied. */
export const brokenLimits = (aligned: readonly AlignedClause[], context: RoleContext): string[] => [
  ...(conditionDropped(aligned, context) ? ["condition"] : []),
  ...(widened(aligned, context) ? ["wider"] : []),
  ...(headDropped(aligned, context) ? ["head"] : []),
  ...(aligned.some((clause) => headless(clause, context)) ? ["headless"] : []),
  ...(denialMoved(
    aligned.flatMap(({ words }) => words),
    context,
  )
    ? ["denied"]
    : []),
];
