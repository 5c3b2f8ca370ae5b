import type { PartReading } from "./read-part.ts";
import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

const EXCEPTION =
  /^[^（）]*\d[^（）]*(?<bracket>（(?<whom>[^（）\d]{2,14}?(?:企业|单位|机构|领域|产业|项目)))(?:可)?(?:放宽|延长)?(?:至|到|为)?(?<bound>[^（）]*\d[^（）]*)）\s*$/du;

const leaf = (condition: Condition): Requirement => ({ kind: "condition", condition });

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
