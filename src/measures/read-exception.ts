import { readQuantities } from "./read-quantities.ts";
import type { PartReading } from "./read-part.ts";
import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

const WHOM = "(?<whom>[^（）\\d，]{2,20}?(?:企业|单位|机构|领域|产业|项目|孵化器|空间|平台|基地|园区))";
const BRACKETED = new RegExp(
  `^[^（）]*\\d[^（）]*(?<bracket>（${WHOM}(?:可)?(?:放宽|延长)?(?:至|到|为)?(?<bound>[^（）]*\\d[^（）]*)）)\\s*$`,
  "du",
);
/** 收入不低于5000万元，软件企业不低于2000万元: what is counted is said once; 毕业企业不少于5家 counts these companies. */
const FOLLOWED = new RegExp(
  `^[^（），]*\\d[^，]*(?<bracket>，\\s*(?:其中，?)?${WHOM}(?:可|应当?|须|需)?(?:放宽|延长)?(?:至|到|为)?(?<bound>(?:不(?:得)?(?:低于|少于|高于|超过|小于|大于)|达到?|≥|≤)\\s?\\d[\\d.]*\\s?[万亿]?(?:元|%|年|个月|平方米|件)[^（），]*))\\s*$`,
  "du",
);
/** 规上企业不低于3%，其他企业不低于5%: whom the sentence names no more. */
const OTHERS = /^(?:其他|其余|一般|普通)/;

const leaf = (condition: Condition): Requirement => ({ kind: "condition", condition });

type Span = readonly [number, number];

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
  const named = addressed.conditions.filter(({ test }) => test.kind === "industry" || test.kind === "stage");
  const who = OTHERS.test(name)
    ? []
    : named.length > 0
      ? named.map((each) => ({ ...each, addressee: false }))
      : [group];
  const plain = usual.conditions.filter(({ start }) => start < span.start + bracket[0]);
  return {
    requirement: choiceOf([
      allOf(plain.map((each) => leaf(each))),
      allOf([...who, own].map((each) => leaf(each))),
    ]),
    measured: addressed.measured,
  };
};

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
  const indices = (BRACKETED.exec(words) ?? FOLLOWED.exec(words))?.indices?.groups;
  const bracket = indices?.["bracket"];
  const whom = indices?.["whom"];
  const bound = indices?.["bound"];
  if (bracket === undefined || whom === undefined || bound === undefined) return null;
  const usual = read({ start: span.start, end: span.start + bracket[0] }, null);
  const number = usual.conditions.find(({ test }) => test.kind === "number") ?? usual.conditions[0];
  if (number?.test.kind === "unread") return countedException(text, span, { bracket, whom, bound }, read);
  if (number?.test.kind !== "number") return null;
  const other = read({ start: span.start + bound[0], end: span.start + bound[1] }, number.test.field);
  if (other.conditions.length === 0) return null;
  const isOthers = OTHERS.test(words.slice(...whom));
  if (usual.conditions.length !== 1 && !isOthers) return null;
  const addressed = read({ start: span.start + whom[0], end: span.start + whom[1] }, null);
  if (addressed.conditions.length === 0 && !isOthers) return null;
  const who = isOthers ? [] : addressed.conditions;
  // Who is named in brackets is no further addressee of the whole.
  const others = other.conditions.map((each) => (isOthers ? { ...each, start: span.start + whom[0] } : each));
  const own = [...who, ...others].map((each) => leaf({ ...each, addressee: false }));
  const first = usual.conditions.map((each) =>
    leaf(usual.conditions.length === 1 ? each : { ...each, addressee: false }),
  );
  return { requirement: choiceOf([allOf(first), allOf(own)]), measured: usual.measured };
};
