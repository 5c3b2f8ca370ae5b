import { readQuantities } from "./read-quantities.ts";
import type { PartReading } from "./read-part.ts";
import type { Condition, ConditionTest, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

const WHOM = "(?<whom>[^（）\\d，]{2,20}?(?:企业|单位|机构|领域|产业|项目|孵化器|空间|平台|基地|园区))";
const BRACKETED = new RegExp(
  `^[^（）]*\\d[^（）]*(?<bracket>（${WHOM}(?:可)?(?:放宽|延长)?(?:至|到|为)?(?<bound>[^（）]*\\d[^（）]*)）)\\s*$`,
  "du",
);
/** 不低于10%（职工超过500人的，达到5%以上）: the larger or smaller ones, by a number of their own. */
const SIZED =
  /^[^（）]*\d[^（）]*(?<bracket>（(?:其中[，：]?|对)?(?<whom>[^（），]{2,14}?\d[^（），]{0,6}?(?:以[上下]|以内|[人元名件年])(?:（不?含[^）]{0,4}）)?)的(?:企业|单位|机构|公司)?，?(?:可|应当?|须|需)?(?:放宽|延长|降低|下调)?(?:至|到|为)?(?<bound>[^（），]*\d[^（），]*)）)\s*$/du;
/** The number of a bound that may stand alone: 6000万元以上, 不少于12人. What is counted in 家 are these companies. */
const NUMBER = String.raw`\d[\d.]*\s?[万亿]?(?:元|%|年|个月|平方米|件|人(?!民币)|名)`;
/** 收入不低于5000万元，软件企业不低于2000万元: what is counted is said once; 毕业企业不少于5家 counts these companies. */
const FOLLOWED = new RegExp(
  `^[^（），]*\\d[^，]*(?<bracket>，\\s*(?:其中[，：]?|但)?${WHOM}(?:的?标准)?(?:可以?|应当?|须|需)?(?:放宽|延长|降低|下调|调整|降)?(?:至|到|为)?(?<bound>(?:(?:不(?:得)?(?:低于|少于|高于|超过|小于|大于)|达到?|≥|≤)\\s?${NUMBER}|${NUMBER}(?:（含）)?(?:及?以上|以下|以内))[^（），]*))\\s*$`,
  "du",
);
/** 平均每家企业不少于3人: of each one, not of one kind of company. */
const EACH = /每|平均|^(?:入驻|在孵|被投|服务|毕业|合作|受益|带动|孵化|培育)/;
const OF_PEOPLE = /\d\s?[人名]/;
/** 规上企业不低于3%，其他企业不低于5%: whom the sentence names no more. */
const OTHERS = /^(?:其他|其余|一般|普通)/;

type Span = readonly [number, number];

/** 其中数字化改造项目500万元以上: a part of the sum before it, where no kind of company is named and nothing is lowered. */
const isPartOfSum = (words: string, bracket: Span, whom: Span): boolean =>
  /^[，（]\s*其中/.test(words.slice(...bracket)) &&
  /(?:项目|领域|产业|(?<!专业化?[一-龥]{0,4})(?:空间|平台|基地|园区))$/u.test(words.slice(...whom)) &&
  !/^(?:的?标准)?可|放宽|降低|延长|下调/.test(words.slice(whom[1], bracket[1]));

type NumberTest = Extract<ConditionTest, { kind: "number" }>;

/** What divides companies into kinds that each have a number of their own. */
const DIVIDES: ReadonlySet<string> = new Set(["industry", "stage", "qualification"]);

const leaf = (condition: Condition): Requirement => ({ kind: "condition", condition });

/** What tells of which kind a company is. */
const KINDS: ReadonlySet<string> = new Set([
  "industry",
  "stage",
  "qualification",
  "group",
  "number",
  "founded",
  "unread",
]);

/**
 * That a company is not of the kind that the usual number is for.
 * @param usual - the conditions of who is of that kind
 * @param others - the words for the others, which begin `at`
 */
const notOf = (usual: readonly Condition[], others: string, at: number): Requirement => {
  // 其他孵化器 are 孵化器 too.
  const kinds = usual.filter(
    ({ test }) => KINDS.has(test.kind) && !(test.kind === "group" && others.includes(test.name)),
  );
  if (kinds.length > 0)
    return choiceOf(kinds.map((each) => leaf({ ...each, negated: !each.negated, addressee: false })));
  // Who the others are the text does not say, so that nothing can be told of it.
  const test = { kind: "unread", words: "其他" } as const;
  return leaf({ start: at, end: at + 2, test, negated: false, addressee: false });
};

/** 场地不低于5000平方米（专业孵化器不低于3000平方米）: of what no field tells, the same thing is counted in brackets. */
const countedException = (
  text: string,
  span: TextSpan,
  { bracket, whom, bound }: { readonly bracket: Span; readonly whom: Span; readonly bound: Span },
  read: (span: TextSpan, inherited: PartReading["measured"]) => PartReading,
): { readonly requirement: Requirement; readonly measured: PartReading["measured"] } | null => {
  const words = text.slice(span.start, span.start + bracket[0]);
  const counted = readQuantities(words).find(({ range }) => range !== null);
  const addressed = read({ start: span.start + whom[0], end: span.start + whom[1] }, null);
  const usual = read({ start: span.start, end: span.start + bracket[0] }, null);
  if (counted === undefined || usual.conditions.length === 0) return null;
  const place = { start: span.start + bound[0], end: span.start + bound[1] };
  const name = text.slice(span.start + whom[0], span.start + whom[1]);
  const own: Condition = {
    ...place,
    test: { kind: "unread", words: `${words.slice(0, counted.start)}${text.slice(place.start, place.end)}` },
    negated: false,
    addressee: false,
  };
  const group: Condition = {
    start: span.start + whom[0],
    end: span.start + whom[1],
    test: { kind: "group", name },
    negated: false,
    addressee: false,
  };
  const named = addressed.conditions.filter(
    ({ test }) => test.kind === "industry" || test.kind === "stage" || test.kind === "qualification",
  );
  // 研发人员不少于20人，高新技术企业不少于12人: only a kind of company that is known has people of its own.
  if (OF_PEOPLE.test(text.slice(place.start, place.end)) && (named.length === 0 || EACH.test(name)))
    return null;
  const plain = usual.conditions.filter(({ start }) => start < span.start + bracket[0]);
  const who = OTHERS.test(name)
    ? [notOf([], name, group.start)]
    : (named.length > 0 ? named : [group]).map((each) => leaf({ ...each, addressee: false }));
  return {
    requirement: choiceOf([allOf(plain.map((each) => leaf(each))), allOf([...who, leaf(own)])]),
    measured: addressed.measured,
  };
};

/** Whether the numbers of some ask for more than the usual one does. */
const asksMore = ({ range: usual }: NumberTest, others: readonly Condition[]): boolean =>
  others.some(({ test }) => {
    if (test.kind !== "number") return false;
    const { min, max } = test.range;
    return (
      (min !== null && usual.min !== null && min > usual.min) ||
      (max !== null && usual.max !== null && max < usual.max)
    );
  });

/**
 * 成立不超过6年（生物医药企业不超过8年）: the number that holds for most, or that of the companies in brackets. `text` is folded;
 * null where `span` has no such exception, or more than the number beside it.
 * @param read - reads a part of it
 */
export const readException = (
  text: string,
  span: TextSpan,
  read: (span: TextSpan, inherited: PartReading["measured"]) => PartReading,
): { readonly requirement: Requirement; readonly measured: PartReading["measured"] } | null => {
  const words = text.slice(span.start, span.end);
  const sized = SIZED.exec(words);
  const indices = (sized ?? BRACKETED.exec(words) ?? FOLLOWED.exec(words))?.indices?.groups;
  const bracket = indices?.["bracket"];
  const whom = indices?.["whom"];
  const bound = indices?.["bound"];
  if (bracket === undefined || whom === undefined || bound === undefined) return null;
  if (isPartOfSum(words, bracket, whom)) return null;
  const usual = read({ start: span.start, end: span.start + bracket[0] }, null);
  const number = usual.conditions.findLast(({ test }) => test.kind === "number") ?? usual.conditions[0];
  if (number?.test.kind === "unread" && sized === null)
    return countedException(text, span, { bracket, whom, bound }, read);
  if (number?.test.kind !== "number") return null;
  const other = read({ start: span.start + bound[0], end: span.start + bound[1] }, number.test.field);
  if (other.conditions.length === 0) return null;
  const isOthers = OTHERS.test(words.slice(...whom));
  if (EACH.test(words.slice(...whom))) return null;
  // 规上企业…达到2.5%，规下企业达到6%: the usual number is for a kind of its own too.
  const isDivided = usual.conditions.every((each) => each === number || DIVIDES.has(each.test.kind));
  if (usual.conditions.length !== 1 && !isOthers && !isDivided) return null;
  const addressed = read({ start: span.start + whom[0], end: span.start + whom[1] }, null);
  if (addressed.conditions.length === 0 && !isOthers) return null;
  if (sized !== null && addressed.conditions.some(({ test }) => test.kind !== "number")) return null;
  const whomAt = span.start + whom[0];
  const kind = usual.conditions.filter((each) => each !== number);
  const who = isOthers
    ? [notOf(kind, words.slice(...whom), whomAt)]
    : addressed.conditions.map((each) => leaf({ ...each, addressee: false }));
  // Who is named in brackets is no further addressee of the whole.
  const others = other.conditions.map((each) =>
    leaf({ ...each, ...(isOthers ? { start: whomAt } : {}), addressee: false }),
  );
  const first = usual.conditions.map((each) =>
    leaf(usual.conditions.length === 1 ? each : { ...each, addressee: false }),
  );
  // 不低于3%，软件企业不低于5%: the usual number does not do for whom more is asked of.
  const usually =
    !isOthers && usual.conditions.length === 1 && asksMore(number.test, other.conditions)
      ? [...first, notOf(addressed.conditions, "", whomAt)]
      : first;
  return { requirement: choiceOf([allOf(usually), allOf([...who, ...others])]), measured: usual.measured };
};
