import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

/** （职工超过100人的，达到5%以上）: what larger companies have to reach. */
const LARGER =
  "[（，](?:其中|对)?[：，]?(?:企业|用人单位|单位)?(?:现有|在职|参保)*(?:职工|员工|人员)?(?:总?人?数)?(?:超过|大于|多于|在)?(?<size>\\d+)[人名](?<from>(?:（含）)?(?:及)?以上)?(?:（不?含[^）]*）)?的?(?:小微|小型|中小微?)?(?:企业|单位|用人单位)?，?(?:则|应当?|须|需|要)*(?:比例)?(?:达到?|不低于|不少于|为|按)?(?<large>\\d+(?:\\.\\d+)?)%(?:（含）)?(?:及?以上)?）?";
const RATIO = new RegExp(
  `新(?:增?招用?|招聘|增?吸纳|增)[^。；]{0,40}?(?:数量?|人数)?，?达到?[^，。；\\d]{0,12}(?:职工|员工)[^，。；\\d]{0,6}(?<usual>\\d+(?:\\.\\d+)?)%(?:（含）)?(?:及?以上)?(?:${LARGER})?`,
  "du",
);

const leaf = (span: TextSpan, test: Condition["test"]): Requirement => ({
  kind: "condition",
  condition: { ...span, test, negated: false, addressee: false },
});
const atLeast = (min: number, minOpen = false) => ({ min, minOpen, max: null, maxOpen: false });

/**
 * 新招用…的数量达到企业现有职工人数25%（超过100人的企业达到15%）: how many of the staff are newly hired, with the lower share
 * of large companies. `text` is folded; null where `text.slice(start, end)` asks for no such share.
 */
export const readHireRatio = (
  text: string,
  start: number,
  end: number,
): (TextSpan & { readonly requirement: Requirement }) | null => {
  const words = text.slice(start, end);
  const match = words.includes("新") && words.includes("%") ? RATIO.exec(words) : null;
  if (match === null) return null;
  const { usual, size, large, from } = match.groups ?? {};
  const whole = { start: start + match.index, end: start + match.index + match[0].length };
  const [, to = 0] = match.indices?.groups?.["usual"] ?? [];
  const first = { start: whole.start, end: start + to + 1 };
  const own = leaf(first, { kind: "number", field: "hireRatio", range: atLeast(Number(usual)) });
  const sizeAt = match.indices?.groups?.["size"];
  if (size === undefined || large === undefined || sizeAt === undefined)
    return { ...whole, requirement: own };
  const rest = { start: start + sizeAt[0], end: whole.end };
  const limit = Number(size);
  // 100人以上 holds those of 100 too, 超过100人 does not.
  const isIncluded = from !== undefined;
  const small = { min: null, minOpen: false, max: limit, maxOpen: isIncluded };
  return {
    ...whole,
    requirement: choiceOf([
      allOf([leaf(first, { kind: "number", field: "employees", range: small }), own]),
      allOf([
        leaf(rest, { kind: "number", field: "employees", range: atLeast(limit, !isIncluded) }),
        leaf(rest, { kind: "number", field: "hireRatio", range: atLeast(Number(large)) }),
      ]),
    ]),
  };
};
