import { readQuantities } from "./read-quantities.ts";
import type { Condition, Requirement, TextSpan } from "./requirement.ts";
import { conditionsOf } from "./requirement.ts";
import { unreadTest } from "./unread-test.ts";

const GRADE = /(?:[一二三四五六七八甲乙丙]|[A-D1-8])[级类档](?:及?以上)?/g;
/** What may stand beside the number of a step that names nothing itself: 达到…的, …（不含）至…的. */
const AROUND =
  /[（(][^（）()]*[）)]|达到?|介于|在|为|是|不足|不满|超过|高于|低于|含|至|到|及|以上|以下|以内|之间|区间|部分|的|项目|企业|[\s，、：]/g;

/** The words with every number and grade, and what may stand beside one, left out. */
const besidesNumbers = (words: string): string => {
  let rest = words;
  for (const { start, end } of readQuantities(words))
    rest = rest.slice(0, start) + "，".repeat(end - start) + rest.slice(end);
  return rest.replace(GRADE, "，").replace(AROUND, "");
};

const hasStep = (words: string): boolean =>
  readQuantities(words).some(({ range }) => range !== null) || new RegExp(GRADE).test(words);

/** 设备投入 of 设备投入300万元至1000万元的, 数字化水平 of 数字化水平达到二级的. */
const NOUN =
  /^(?:其中)?(?<noun>[一-龥]{2,20}?)(?:应|须)?(?:达到?|在|为|是|超过|高于|不低于|不少于|不足|低于|满)?(?=\d|[一二三四五六七八甲乙丙A-D][级类档])/u;

/** The step of the first of several sums, with what it measures. */
export interface FirstTier {
  readonly requirement: Requirement;
  readonly condition: Condition;
  readonly noun: string;
  readonly sentence: TextSpan;
}

/** What the first of several sums is given for, where its last condition is a step of something; else null. */
export const firstTier = (
  text: string,
  sentence: TextSpan,
  requirement: Requirement | null,
): FirstTier | null => {
  const condition = (requirement === null ? [] : conditionsOf(requirement)).findLast(
    ({ test, negated, start, end }) =>
      !negated && (test.kind === "unread" || test.kind === "number") && hasStep(text.slice(start, end)),
  );
  if (requirement === null || condition === undefined) return null;
  const noun = NOUN.exec(text.slice(condition.start, condition.end))?.groups?.["noun"];
  return noun === undefined ? null : { requirement, condition, noun, sentence };
};

const swapped = (requirement: Requirement, from: Condition, to: Condition): Requirement => {
  if (requirement.kind !== "condition")
    return { ...requirement, of: requirement.of.map((inner) => swapped(inner, from, to)) };
  return requirement.condition === from ? { kind: "condition", condition: to } : requirement;
};

/**
 * What a further sum is given for, whose words name no more than the next step of the same thing: 1000万元至3000万元的, 达到三级的.
 * Null where they name something of their own.
 * @param place - the words that say to whom it is given
 * @param own - how they are read alone
 */
export const nextTier = (
  text: string,
  first: FirstTier,
  place: TextSpan,
  own: Requirement | null,
): Requirement | null => {
  const words = text.slice(place.start, place.end);
  if (!hasStep(words) || besidesNumbers(words) !== "") return null;
  const { test } = first.condition;
  const bare = words.replace(/[\s，]+$/, "");
  const start = place.start + (bare.length - bare.trimStart().length);
  const span = { start, end: place.start + bare.length };
  const number = own === null ? undefined : conditionsOf(own).find((each) => each.test.kind === "number");
  if (test.kind === "number" && number === undefined) return null;
  const read = test.kind === "number" ? number?.test : undefined;
  const next: Condition = {
    ...first.condition,
    ...span,
    test: read ?? unreadTest(`${first.noun}${bare.trimStart()}`),
  };
  return swapped(first.requirement, first.condition, next);
};
