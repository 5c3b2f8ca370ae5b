import type { Offer } from "./measure.ts";
import type { Quantity } from "./read-quantities.ts";
import { readQuantities } from "./read-quantities.ts";
import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { conditionsOf } from "./requirement.ts";

const swapped = (requirement: Requirement, from: Condition, to: Condition): Requirement => {
  if (requirement.kind !== "condition")
    return { ...requirement, of: requirement.of.map((inner) => swapped(inner, from, to)) };
  return requirement.condition === from ? { kind: "condition", condition: to } : requirement;
};

interface Steps {
  readonly sentence: TextSpan;
  readonly given: TextSpan;
  readonly requirement: Requirement;
  readonly amounts: readonly Quantity[];
}

const offerAt = (steps: Steps, requirement: Requirement, amount: Quantity): Offer => ({
  requirement,
  sentence: steps.sentence,
  support: steps.given,
  amount: { start: steps.given.start + amount.start, end: steps.given.start + amount.end },
  size: amount.value,
});

const byThreshold = (text: string, steps: Steps, numeric: Condition): Offer[] | null => {
  if (numeric.test.kind !== "number") return null;
  const { test } = numeric;
  const first = readQuantities(text.slice(numeric.start, numeric.end)).find((each) => each.range !== null);
  const thresholds = readQuantities(text.slice(numeric.start, steps.given.start))
    .filter(({ unit, start }) => unit === first?.unit && start >= first.start)
    .slice(0, steps.amounts.length);
  if (thresholds.length !== steps.amounts.length) return null;
  return thresholds.flatMap(({ value, end }, place) => {
    const amount = steps.amounts[place];
    if (amount === undefined) return [];
    const own: Condition = {
      ...numeric,
      end: Math.max(numeric.end, numeric.start + end),
      test: { ...test, range: { ...test.range, min: value } },
    };
    return [offerAt(steps, swapped(steps.requirement, numeric, own), amount)];
  });
};

const byTitle = (steps: Steps, titles: Condition): Offer[] | null => {
  if (titles.test.kind !== "qualification" || titles.test.names.length !== steps.amounts.length) return null;
  return titles.test.names.flatMap((name, place) => {
    const amount = steps.amounts[place];
    if (amount === undefined) return [];
    const own: Condition = { ...titles, test: { kind: "qualification", names: [name] } };
    return [offerAt(steps, swapped(steps.requirement, titles, own), amount)];
  });
};

/**
 * One offer for each step where the text gives several sums one after the other: 达到1亿元、5亿元的，分别奖励50万元、100万元;
 * 小巨人企业、专精特新中小企业，分别给予50万元、10万元. Null where it does not.
 * @param given - the words that say what is given
 */
export const offerSteps = (
  text: string,
  sentence: TextSpan,
  given: TextSpan,
  requirement: Requirement,
): Offer[] | null => {
  if (!text.slice(Math.max(0, given.start - 3), given.end).includes("分别")) return null;
  const amounts = readQuantities(text.slice(given.start, given.end)).filter(
    ({ unit }) => unit === "yuan" || unit === "percent",
  );
  if (amounts.length < 2) return null;
  const steps: Steps = { sentence, given, requirement, amounts };
  const conditions = conditionsOf(requirement);
  const numeric = conditions.find(({ test }) => test.kind === "number" && test.range.min !== null);
  const titles = conditions.find(({ test }) => test.kind === "qualification");
  return (
    (numeric === undefined ? null : byThreshold(text, steps, numeric)) ??
    (titles === undefined ? null : byTitle(steps, titles))
  );
};
