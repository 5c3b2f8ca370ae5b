import type { Condition, Requirement } from "./requirement.ts";
import { allOf, conditionsOf } from "./requirement.ts";
import { unreadTest } from "./unread-test.ts";

/** A condition of a list whose items rule out whom they describe. */
const excluded = (text: string, condition: Condition): Condition => {
  const { test } = condition;
  if (test.kind === "conduct") return { ...condition, addressee: false };
  if (test.kind === "unread") return { ...condition, addressee: false, negated: true };
  // What a number would have to be not to be excluded is for a reader to say.
  if (["number", "founded", "place", "organisation"].includes(test.kind))
    return {
      ...condition,
      test: unreadTest(text.slice(condition.start, condition.end)),
      addressee: false,
      negated: true,
    };
  return { ...condition, negated: true, addressee: false };
};

/** What a list asks for, where it says whom it rules out. */
export const excluding = (text: string, requirement: Requirement): Requirement => {
  const stated = conditionsOf(requirement);
  // 房地产企业除外: the noun behind what rules out is no reason of its own.
  const particular = stated.filter(({ test }) => test.kind !== "organisation");
  const conditions = (particular.length > 0 ? particular : stated).map((condition) =>
    excluded(text, condition),
  );
  // What is known of a part of the words says nothing of the whole.
  const unread = conditions.filter(({ test }) => test.kind === "unread");
  const kept = conditions.filter(
    (each) =>
      each.test.kind === "unread" || !unread.some(({ start, end }) => start <= each.start && each.end <= end),
  );
  const widest = kept.filter(
    (each) =>
      !unread.some(
        (other) =>
          other !== each &&
          other.start <= each.start &&
          each.end <= other.end &&
          other.end - other.start > each.end - each.start,
      ),
  );
  // 国有企业、人力资源服务机构: with the names that are left out beside it, not without them.
  const named = conditions.filter(({ test }) => test.kind === "group" || test.kind === "industry");
  const whole = widest.map((each): Condition => {
    const holds = named.some(({ start, end }) => each.start <= start && end <= each.end);
    return each.test.kind === "unread" && holds
      ? { ...each, test: unreadTest(text.slice(each.start, each.end)) }
      : each;
  });
  return allOf(whole.map((condition) => ({ kind: "condition", condition })));
};

/** A requirement as words alone, of which only a description can tell. */
export const asWords = (text: string, requirement: Requirement): Requirement => {
  const conditions = conditionsOf(requirement);
  const start = Math.min(...conditions.map((each) => each.start));
  const end = Math.max(...conditions.map((each) => each.end));
  const test = unreadTest(text.slice(start, end));
  return { kind: "condition", condition: { start, end, test, negated: false, addressee: false } };
};
