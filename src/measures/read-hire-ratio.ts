import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

const RATIO =
  /新(?:增?招用?|招聘|增?吸纳|增)[^。；]{0,40}?(?:数量?|人数)?，?达到?[^，。；\d]{0,12}(?:职工|员工)[^，。；\d]{0,6}(?<usual>\d+(?:\.\d+)?)%(?:（含）)?(?:以上)?(?:[（，](?:其中)?(?:在职)?(?:职工|员工)?(?:人数)?超过(?<size>\d+)[人名](?:（不含）)?(?:的企业)?，?(?:达到?)?(?<large>\d+(?:\.\d+)?)%(?:以上)?）?)?/du;

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
  const { usual, size, large } = match.groups ?? {};
  const whole = { start: start + match.index, end: start + match.index + match[0].length };
  const [, to = 0] = match.indices?.groups?.["usual"] ?? [];
  const first = { start: whole.start, end: start + to + 1 };
  const own = leaf(first, { kind: "number", field: "hireRatio", range: atLeast(Number(usual)) });
  const sizeAt = match.indices?.groups?.["size"];
  if (size === undefined || large === undefined || sizeAt === undefined)
    return { ...whole, requirement: own };
  const rest = { start: start + sizeAt[0], end: whole.end };
  const limit = Number(size);
  const small = { min: null, minOpen: false, max: limit, maxOpen: false };
  return {
    ...whole,
    requirement: choiceOf([
      allOf([leaf(first, { kind: "number", field: "employees", range: small }), own]),
      allOf([
        leaf(rest, { kind: "number", field: "employees", range: atLeast(limit, true) }),
        leaf(rest, { kind: "number", field: "hireRatio", range: atLeast(Number(large)) }),
      ]),
    ]),
  };
};
