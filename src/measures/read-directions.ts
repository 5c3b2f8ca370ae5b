import { segmentsOf } from "./clause-text.ts";
import type { ReadingContext } from "./eligibility.ts";
import type { Offer } from "./measure.ts";
import { readPart } from "./read-part.ts";
import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

const VERBS =
  "支持|鼓励|引导|推动|扶持|培育|壮大|促进|帮助|优先支持|重点支持|加大对|强化对|加强对|吸引|激励|服务|面向|发挥|赋予|推荐|遴选|挖掘|发现|集聚|加快培育|大力培育|允许|提升|增强";
const BEGINS = new RegExp(
  `(?:(?:^|[，。；：、])\\s*(?:（[一二三四五六七八九十\\d]+）)?|要|应当?|须)(?:进一步|积极|大力|重点|优先|持续|全面|着力|加快|继续|切实|充分|鼓励和|引导和|支持和|主动|深入|广泛|探索|依法|并|稳步|有效|加强|做好){0,3}(?<verb>${VERBS})`,
  "gu",
);

/** What stands before 企业 without saying which: 各类企业, 有条件的企业. */
const GENERAL =
  /^(?:各类|各|有条件的?|符合条件的?|具备条件的?|优质|优秀|重点|广大|更多|一批|本[市区省县]|我[市区省县]|全[市区省县]|[市区省]内|相关|有关|社会|骨干|创新型?|科技型?|支持|鼓励|引导|推动|扶持|培育|服务|帮助|促进|吸引|对|向|为|让|使|由|以|在|更好|加快|大力|优先|主动|的|企业|民营|国有)+/;

/** 支持农机生产企业: not any company. The words before the noun are who is meant. */
const inParticular = (
  { text }: ReadingContext,
  from: number,
  condition: Condition,
  others: readonly Condition[],
): Condition => {
  const noun = text.slice(condition.start, condition.end);
  if (condition.test.kind !== "organisation" || !/企业$|公司$/.test(noun)) return condition;
  const before = /[一-龥A-Za-z“”]*$/.exec(text.slice(from, condition.start))?.[0] ?? "";
  const modifier = (before.split(/[、和与及或]/).at(-1) ?? "").replace(GENERAL, "");
  const start = condition.start - modifier.length;
  const isKnown = others.some(
    (other) => other !== condition && other.start < condition.start && start < other.end,
  );
  if (modifier.length < 2 || isKnown) return condition;
  const name = text.slice(start, condition.end);
  return { ...condition, start, test: { kind: "group", name }, addressee: true };
};

/** The group that a sentence supports, from its verb to the next mark. */
const groupOf = (context: ReadingContext, span: TextSpan): Requirement | null => {
  const { conditions: read } = readPart(context.text, span, {
    jurisdiction: context.jurisdiction,
    zone: context.zone ?? null,
    share: null,
    inherited: null,
    ignoreRest: true,
  });
  const conditions = read.map((each) => inParticular(context, span.start, each, read));
  const addressed = conditions.filter(({ addressee, test }) => addressee && test.kind !== "industry");
  // 小微企业和“三农”主体: a word for any body says less than the names beside it.
  const isGeneral = ({ test }: (typeof conditions)[number]): boolean =>
    test.kind === "organisation" && test.kinds.length > 2;
  const particular = addressed.filter((each) => !isGeneral(each));
  const groups = particular.length > 0 ? particular : addressed;
  if (groups.length === 0) return null;
  const rest = conditions.filter(
    (condition) =>
      !addressed.includes(condition) && condition.test.kind !== "unread" && condition.test.kind !== "conduct",
  );
  // Who is named beside others (高新技术企业、高校和科研院所) is one of several.
  const leaf = (condition: (typeof conditions)[number]) => ({ kind: "condition", condition }) as const;
  const named = groups.filter(({ test }) => test.kind !== "organisation");
  const bodies = groups.filter(({ test }) => test.kind === "organisation");
  const listed =
    named.length === 0 || bodies.length === 0 || /[、和与及]/.test(context.text.slice(span.start, span.end));
  const who = listed ? choiceOf(groups.map((each) => leaf(each))) : allOf(groups.map((each) => leaf(each)));
  return rest.length === 0 ? who : allOf([who, ...rest.map((each) => leaf(each))]);
};

/**
 * The groups of enterprises, institutions and people that a stretch of text means to support: one offer for each
 * sentence that begins a part with such a verb and names a group there.
 */
export const readDirections = (context: ReadingContext, span: TextSpan): Offer[] => {
  const offers: Offer[] = [];
  for (const sentence of segmentsOf(context.text, span)) {
    const words = context.text.slice(sentence.start, sentence.end);
    for (const match of words.matchAll(BEGINS)) {
      const verb = match.groups?.["verb"] ?? "";
      const start = sentence.start + match.index + match[0].length - verb.length;
      const stop = context.text.slice(start, sentence.end).search(/[，。；：]/);
      const end = stop < 0 ? sentence.end : start + stop;
      const requirement = groupOf(context, { start, end });
      if (requirement === null) continue;
      offers.push({ requirement, sentence, support: { start, end: sentence.end }, amount: null, size: 0 });
      break;
    }
  }
  return offers;
};
