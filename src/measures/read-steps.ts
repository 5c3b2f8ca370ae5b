import { measuredField, namesResearchRatio } from "./numeric-fields.ts";
import { readQuantities } from "./read-quantities.ts";
import type { Condition, NumericField, Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf } from "./requirement.ts";

const STEP =
  /(?<=^|[，；、：])\s*(?:其中[，：]?)?(?<size>[^，。；：、]{0,14}?\d[^，。；：、]{0,16}?)的(?:企业|单位)?，?(?:该|其)?(?:比例|占比|比重)?(?<share>(?:应|须)?(?:不得低于|不低于|不少于|达到|高于|超过|≥)\s?\d+(?:\.\d+)?%(?:（含）)?(?:以上)?)/dgu;

const numeric = (
  text: string,
  offset: number,
  span: readonly [number, number],
  field: (before: string) => NumericField | null,
): Condition | null => {
  const words = text.slice(offset + span[0], offset + span[1]);
  const quantity = readQuantities(words).find(({ range }) => range !== null);
  const measured = quantity === undefined ? null : field(words.slice(0, quantity.start));
  if (quantity?.range == null || measured === null) return null;
  const place = { start: offset + span[0], end: offset + span[1] };
  return {
    ...place,
    test: { kind: "number", field: measured, range: quantity.range },
    negated: false,
    addressee: false,
  };
};

/**
 * 研发费用占主营业务收入的比重：收入5000万元以下的不低于6%，5000万元至2亿元的不低于5%: the share that is asked for depends on the
 * size. `text` is folded; null where `text.slice(start, end)` has no such steps.
 */
export const readSteps = (
  text: string,
  start: number,
  end: number,
): (TextSpan & { readonly requirement: Requirement }) | null => {
  const words = text.slice(start, end);
  const [first] = words.matchAll(STEP);
  if (first === undefined || !namesResearchRatio(words.slice(0, first.index))) return null;
  let sized: NumericField = "revenue";
  let to = start;
  const steps: Requirement[] = [];
  for (const match of words.matchAll(STEP)) {
    const size = match.indices?.groups?.["size"];
    const share = match.indices?.groups?.["share"];
    if (size === undefined || share === undefined) continue;
    const bound = numeric(text, start, size, (before) => {
      const said = measuredField(before, "", "yuan")?.field;
      if (said !== undefined && said !== "other") sized = said;
      return sized;
    });
    const asked = numeric(text, start, share, () => "rdRatio");
    if (bound === null || asked === null) return null;
    to = start + match.index + match[0].length;
    steps.push(
      allOf([
        { kind: "condition", condition: bound },
        { kind: "condition", condition: asked },
      ]),
    );
  }
  if (steps.length < 2) return null;
  const lead = words.slice(0, first.index).search(/研|科研|技术开发|R&D/);
  return { start: start + Math.max(0, lead), end: to, requirement: choiceOf(steps) };
};
