import type { Condition } from "../measures/requirement.ts";
import { askedOf } from "./asked-claims.ts";
import type { DescribedPart } from "./described-parts.ts";
import type { Facts } from "./facts.ts";
import type { Judgement } from "./judgement.ts";
import { denies, plainWords } from "./plain-words.ts";
import { RULES_OUT } from "./rules-out.ts";
import { dayHolds, numberHolds } from "./said-number.ts";

/** A condition as a reader is asked about it. */
export interface ReadableCondition {
  readonly asked: string;
  /**
   * Whether what is said has the number or the day that is asked for; null where it has none for certain. Undefined where
   * nothing is to be compared: a reader tells what words mean, numbers and days are compared by rule.
   */
  readonly compare?: (said: readonly DescribedPart[]) => boolean | null;
}

const HAN = /[一-龥]/g;
const SHORTEST = 3;
/** Words that tell of what is good. */
const IS_GOOD = /良好|守信|诚信(?!缺失)|守法|规范|健全/;

/** The words that ask: what is asked elsewhere is left out where they begin with it, and the day that is compared. */
const wordsOf = ({ test, start, end }: Condition, text: string): string => {
  const own = test.kind === "unread" ? test.words.replace(/^[|\s]+/, "") : "";
  const isWhole = !own.includes("|") && (own.match(HAN)?.length ?? 0) > SHORTEST;
  return (isWhole ? own : text.slice(start, end))
    .replace(/\s+/g, "")
    .replace(/^(?:并且?|且|同时|或者?|以及|的)+|的?[，、；]*$/g, "");
};

/** Of what stands in a list of what is ruled out the words themselves say the contrary of what is asked. */
const asAsked = (words: string, { test, negated }: Condition): string => {
  const isRuledOut =
    negated || (test.kind === "conduct" && !denies(plainWords(words)) && !IS_GOOD.test(words));
  return isRuledOut && !RULES_OUT.test(words) ? `${words}的，不予支持` : words;
};

/**
 * A condition that is unknown by rule as a reader may be asked about it; null where it is a matter of a field that the
 * profile has, of a place, or of several numbers.
 * @param text - of the document that the condition stands in
 */
export const readableCondition = (
  condition: Condition,
  { verdict, field }: Judgement,
  text: string,
  facts: Facts,
): ReadableCondition | null => {
  const { test } = condition;
  if (verdict !== "unknown" || (field !== null && facts.sources[field]?.from === "field")) return null;
  const asked = asAsked(wordsOf(condition, text), condition);
  if ((asked.match(HAN)?.length ?? 0) < SHORTEST) return null;
  switch (test.kind) {
    case "group":
    case "legal":
    case "qualification":
    case "industry":
      return { asked };
    case "stage":
      return test.stage === "listed" || test.stage === "scale" || test.stage === "below_scale"
        ? { asked }
        : null;
    case "conduct":
      // What is said of it was read by rule, and does not tell.
      return test.max === undefined && facts.conduct[test.topic] === null ? { asked } : null;
    case "unread": {
      const { taken, count, isUncountable } = askedOf(test, condition.negated);
      const isNumeric = /\d/.test(plainWords(asked).replace(/近\d年|\d年内/g, ""));
      if (isUncountable || (taken !== null && isNumeric)) return null;
      const { within } = test;
      if (within !== undefined) {
        if (count !== null) return null;
        return { asked, compare: (said) => dayHolds(within, said) };
      }
      if (count === null) return { asked };
      return { asked, compare: (said) => numberHolds(count, said) };
    }
    default:
      return null;
  }
};
