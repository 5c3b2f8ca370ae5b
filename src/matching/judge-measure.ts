import type { Area, Measure, Offer } from "../measures/measure.ts";
import type { Condition, Requirement } from "../measures/requirement.ts";
import type { Facts } from "./facts.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { conditionsOf } from "../measures/requirement.ts";
import { judgeCondition } from "./judge-condition.ts";

/** A condition that decides, with what it is for the profile. */
export interface JudgedCondition extends Judgement {
  readonly condition: Condition;
}

/** What a measure is for a profile: the conditions are those that the verdict rests on. */
export interface JudgedMeasure {
  readonly measure: Measure;
  readonly verdict: "applies" | "may_apply" | "does_not_apply";
  readonly conditions: readonly JudgedCondition[];
  /** The offer that fits best: the highest of those that are met. */
  readonly offer: Offer;
}

interface Outcome {
  readonly verdict: Verdict;
  readonly conditions: readonly JudgedCondition[];
}

const MET: Outcome = { verdict: "met", conditions: [] };

const joinAll = (outcomes: readonly Outcome[]): Outcome => {
  const conditions = outcomes.flatMap((each) => each.conditions);
  if (outcomes.some(({ verdict }) => verdict === "unmet")) return { verdict: "unmet", conditions };
  return { verdict: outcomes.some(({ verdict }) => verdict === "unknown") ? "unknown" : "met", conditions };
};

/** Of a choice only the branches that decide it are reasons: the met ones if they suffice, else those still open. */
const joinChoice = (outcomes: readonly Outcome[], count: number): Outcome => {
  const by = (wanted: Verdict): Outcome[] => outcomes.filter(({ verdict }) => verdict === wanted);
  const met = by("met");
  const shown = (each: readonly Outcome[]): JudgedCondition[] => each.flatMap(({ conditions }) => conditions);
  if (met.length >= count) return { verdict: "met", conditions: shown(met) };
  const unknown = by("unknown");
  if (met.length + unknown.length >= count)
    return { verdict: "unknown", conditions: shown([...met, ...unknown]) };
  return { verdict: "unmet", conditions: shown(outcomes) };
};

/** The same for conditions of one document that state the same with the same words. */
export const conditionKey = ({ start, end, test, negated }: Condition): string =>
  `${start}-${end}-${test.kind}-${negated}`;

/** What was told of conditions that no rule decides, by their keys. */
type Told = ReadonlyMap<string, Judgement>;

const NOTHING: Told = new Map();

const judgeRequirement = (
  requirement: Requirement | null,
  facts: Facts,
  asOf: string,
  told: Told,
): Outcome => {
  if (requirement === null) return MET;
  switch (requirement.kind) {
    case "condition": {
      const { condition } = requirement;
      const byRule = judgeCondition(condition, facts, asOf);
      const judgement = byRule.verdict === "unknown" ? (told.get(conditionKey(condition)) ?? byRule) : byRule;
      return { verdict: judgement.verdict, conditions: [{ ...judgement, condition }] };
    }
    case "all":
      return joinAll(requirement.of.map((each) => judgeRequirement(each, facts, asOf, told)));
    case "choice":
      return joinChoice(
        requirement.of.map((each) => judgeRequirement(each, facts, asOf, told)),
        requirement.count,
      );
  }
};

const RANK: Readonly<Record<Verdict, number>> = { met: 2, unknown: 1, unmet: 0 };

const areaCondition = ({ name, start, end }: Area): Condition => ({
  start,
  end,
  test: { kind: "place", names: [name] },
  negated: false,
  addressee: false,
});

/** The same words need no second mention: 企业 stands in nearly every sentence. */
const withoutRepeats = (conditions: readonly JudgedCondition[]): JudgedCondition[] => {
  const seen = new Set<string>();
  return conditions.filter(({ condition, verdict }) => {
    const { test, start, end } = condition;
    const key =
      test.kind === "organisation"
        ? `${verdict}${test.kinds.toSorted().join()}`
        : // Of one span a test of a kind, and of a number by what it measures, stands once.
          `${start}-${end}-${test.kind}-${test.kind === "number" ? `${test.field} ${test.range.min} ${test.range.max}` : ""}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** The award that fits best by its numbers, those of its title aside; null where there is none. */
const awardOf = ({ awards }: Measure, facts: Facts, asOf: string): Offer | null => {
  const open = awards.filter(({ requirement }) => {
    const numbers =
      requirement === null ? [] : conditionsOf(requirement).filter(({ test }) => test.kind === "number");
    return numbers.every((each) => judgeCondition(each, facts, asOf).verdict !== "unmet");
  });
  return open.reduce<Offer | null>(
    (kept, next) => (kept === null || next.size > kept.size ? next : kept),
    null,
  );
};

const OF_COMPANIES: ReadonlySet<string> = new Set(["age", "employees", "revenue", "assets"]);

/** Whether a condition that is met says who is addressed: by name, or, to a company, by age and size. */
export const saysWho = ({ condition, verdict }: JudgedCondition, facts: Facts): boolean => {
  const { addressee, test, negated } = condition;
  if (verdict !== "met" || negated) return false;
  return (
    addressee ||
    (test.kind === "number" && OF_COMPANIES.has(test.field) && facts.organisation === "enterprise")
  );
};

/**
 * Judges a measure for a profile on `asOf`. A single unmet condition rules it out; it applies only where nothing is
 * unknown and a condition on who is addressed is met.
 * @param isInForce - false for what has expired, been repealed or is not yet in force
 * @param told - what was told of conditions that no rule decides
 */
export const judgeMeasure = (
  measure: Measure,
  facts: Facts,
  asOf: string,
  isInForce: boolean,
  told: Told = NOTHING,
): JudgedMeasure => {
  const shared = judgeRequirement(measure.requirement, facts, asOf, told);
  const area =
    measure.area === null
      ? MET
      : judgeRequirement({ kind: "condition", condition: areaCondition(measure.area) }, facts, asOf, told);
  const [first, ...others] = measure.offers.map((offer) => ({
    offer,
    outcome: judgeRequirement(offer.requirement, facts, asOf, told),
  }));
  if (first === undefined) throw new RangeError(`The measure at ${measure.clauseId} offers nothing.`);
  const best = others.reduce((kept, next) => {
    const difference = RANK[next.outcome.verdict] - RANK[kept.outcome.verdict];
    return difference > 0 ||
      (difference === 0 && next.outcome.verdict === "met" && next.offer.size > kept.offer.size)
      ? next
      : kept;
  }, first);
  const whole = joinAll([shared, best.outcome, area]);
  const conditions = withoutRepeats(whole.conditions);
  const isPast = measure.deadline?.day != null && measure.deadline.day < asOf;
  const addresses = conditions.some((each) => saysWho(each, facts));
  const verdict =
    !isInForce || isPast || whole.verdict === "unmet"
      ? "does_not_apply"
      : whole.verdict === "met" && addresses
        ? "applies"
        : "may_apply";
  return { measure, verdict, conditions, offer: awardOf(measure, facts, asOf) ?? best.offer };
};
