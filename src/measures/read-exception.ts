import { readQuantities } from "./read-quantities.ts";
import type { PartReading } from "./read-part.ts";
import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

const EXCEPTION =
  /^[^（）]*\d[^（）]*(?<bracket>（(?<whom>[^（）\d]{2,14}?(?:企业|单位|机构|领域|产业|项目|孵化器|空间|平台|基地|园区)))(?:可)?(?:放宽|延长)?(?:至|到|为)?(?<bound>[^（）]*\d[^（）]*)）\s*$/du;

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
  const who: Condition = {
    start: span.start + whom[0],
    end: span.start + whom[1],
    test: { kind: "group", name },
    negated: false,
    addressee: false,
  };
  const plain = usual.conditions.filter(({ start }) => start < span.start + bracket[0]);
  return {
    requirement: choiceOf([allOf(plain.map((each) => leaf(each))), allOf([leaf(who), leaf(own)])]),
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
  const indices = EXCEPTION.exec(text.slice(span.start, span.end))?.indices?.groups;
  const bracket = indices?.["bracket"];
  const whom = indices?.["whom"];
  const bound = indices?.["bound"];
  if (bracket === undefined || whom === undefined || bound === undefined) return null;
  const usual = read({ start: span.start, end: span.start + bracket[0] }, null);
  const [number] = usual.conditions;
  if (number?.test.kind === "unread") return countedException(text, span, { bracket, whom, bound }, read);
  if (usual.conditions.length !== 1 || number?.test.kind !== "number") return null;
  const addressed = read({ start: span.start + whom[0], end: span.start + whom[1] }, null);
  const other = read({ start: span.start + bound[0], end: span.start + bound[1] }, number.test.field);
  if (addressed.conditions.length === 0 || other.conditions.length === 0) return null;
  // Who is named in brackets is no further addressee of the whole.
  const own = [...addressed.conditions, ...other.conditions].map((each) =>
    leaf({ ...each, addressee: false }),
  );
  return { requirement: choiceOf([leaf(number), allOf(own)]), measured: usual.measured };
};
