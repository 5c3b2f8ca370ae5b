import type { Condition, NumberRange, NumericField, Requirement } from "./requirement.ts";
import { allOf, choiceOf, conditionsOf } from "./requirement.ts";
import { unreadTest } from "./unread-test.ts";

/** 不足1000万元的，…: of those that the sentence before leaves out. */
export const FALLS_SHORT =
  /^\s*(?:其中[，：]?)?(?:对于?|如|若)?(?:[^，。；\d]{0,8}?)(?:不足|未达到?|未满|不满|低于|少于|小于|不到)\s*\d/;

/** What the last number of a requirement measures; null where it has none. */
export const lastMeasured = (requirement: Requirement | undefined): NumericField | null => {
  const last =
    requirement === undefined
      ? undefined
      : conditionsOf(requirement).find(({ test }) => test.kind === "number");
  return last?.test.kind === "number" ? last.test.field : null;
};

const flat = (requirement: Requirement): readonly Requirement[] =>
  requirement.kind === "all" ? requirement.of.flatMap((each) => flat(each)) : [requirement];

interface Bound {
  readonly field: NumericField;
  readonly range: NumberRange;
}

const boundOf = (requirement: Requirement | undefined): Bound | null => {
  if (requirement?.kind !== "condition") return null;
  const { test, negated }: Condition = requirement.condition;
  return test.kind === "number" && !negated && test.orOther !== true
    ? { field: test.field, range: test.range }
    : null;
};

const below = (low: NumberRange, high: NumberRange): boolean =>
  low.max !== null && high.min !== null && low.max <= high.min;

/** Whether no number lies in both, that of a shared end aside. */
const areApart = (a: Bound, b: Bound): boolean => {
  if (a.field !== b.field) return false;
  return below(a.range, b.range) || below(b.range, a.range);
};

/** 项目建成后职工500人以上, 本年度预计5亿元以上: what is to come, beside what is. */
const TO_COME = /项目建成后|建成后|投产后|达产|预计|本年度|承诺/;

const sentenceStart = (text: string, at: number): number => text.slice(0, at).search(/[^；。;\n]*$/);

/** Whether the later of two bounds is of another time than the first, which no field tells. */
const isToCome = (text: string, first: Condition, later: Condition): boolean => {
  const length = text.slice(later.end).search(/[，；。;\n]/);
  const end = length < 0 ? text.length : later.end + length;
  const from = Math.max(first.end, sentenceStart(text, later.start));
  return (
    TO_COME.test(text.slice(from, end)) &&
    !TO_COME.test(text.slice(sentenceStart(text, first.start), first.end))
  );
};

/** 职工不超过300人，项目建成后500人以上: no company of two sizes; of what is to come only words tell. */
const withoutToCome = (text: string, all: readonly Requirement[]): readonly Requirement[] =>
  all.map((later, at) => {
    const bound = boundOf(later);
    if (later.kind !== "condition" || bound === null) return later;
    const { condition } = later;
    const isAnother = all.slice(0, at).some((first) => {
      const own = boundOf(first);
      if (first.kind !== "condition" || own === null || !areApart(own, bound)) return false;
      return isToCome(text, first.condition, condition);
    });
    if (!isAnother) return later;
    const test = unreadTest(text.slice(condition.start, condition.end));
    return { kind: "condition", condition: { ...condition, test } };
  });

const startOf = (requirement: Requirement | undefined): number =>
  requirement === undefined ? 0 : Math.min(...conditionsOf(requirement).map(({ start }) => start));

/** Where the branch ends that begins at `at`: with its sentence; where others stand in it too, behind what comes next. */
const endOf = (text: string, all: readonly Requirement[], at: number, isAlone: boolean): number => {
  const start = startOf(all[at]);
  const length = text.slice(start).search(/[；。;\n]/);
  const to = length < 0 ? text.length : start + length;
  const end = all.findIndex((each, place) => place > at && startOf(each) >= to);
  const last = end < 0 ? all.length : end;
  return isAlone ? last : Math.min(last, at + 2);
};

/** 1000万元以上，或1000万元以下，但…: what follows is asked of the last of them alone. */
const withBut = (text: string, all: readonly Requirement[]): readonly Requirement[] => {
  const at = all.findIndex((each) => {
    if (each.kind !== "choice" || each.count !== 1) return false;
    const [first, second, more] = each.of.map((branch) => boundOf(branch));
    return first != null && second != null && more === undefined && areApart(first, second);
  });
  const either = all[at];
  const next = all[at + 1];
  if (either?.kind !== "choice" || next?.kind !== "condition") return all;
  const [first, second] = either.of;
  if (first === undefined || second === undefined) return all;
  const { start } = next.condition;
  if (!/但是?[^，。；]{0,4}$|，但$/.test(text.slice(start - 4, start)) && !text.startsWith("但", start))
    return all;
  const end = endOf(text, all, at, false);
  return [
    ...all.slice(0, at),
    choiceOf([first, allOf([second, ...all.slice(at + 1, end)])]),
    ...all.slice(end),
  ];
};

/** 小型企业300人以下，中型企业300人以上: what kind each is said of stands before it. */
const isOfKind = (requirement: Requirement): boolean =>
  conditionsOf(requirement).some(({ test }) => test.kind === "stage" || test.kind === "industry");

/**
 * 营业收入1000万元以上；不足1000万元的，…: bounds of which no company meets two are no conditions beside one another: each begins
 * what is asked of companies of its own size.
 * @param text - the folded text that the conditions stand in
 * @param all - what an item asks for, in text order
 */
export const bySize = (text: string, all: readonly Requirement[]): readonly Requirement[] => {
  const each = withBut(
    text,
    withoutToCome(
      text,
      all.flatMap((requirement) => flat(requirement)),
    ),
  );
  const bounds = each.map((requirement) => boundOf(requirement));
  const first = bounds.findIndex((bound, at) =>
    bounds.some((other, later) => later > at && bound !== null && other !== null && areApart(bound, other)),
  );
  const own = bounds[first];
  if (own == null) return each;
  const before = each.slice(0, first);
  if (own.range.min === null && before.some((requirement) => isOfKind(requirement))) return each;
  const starts = bounds.flatMap((bound, at) =>
    at === first || (at > first && bound !== null && areApart(own, bound)) ? [at] : [],
  );
  const last = starts.at(-1) ?? first;
  const isAlone = /[；。;\n]/.test(text.slice(startOf(each[first]), startOf(each[last])));
  const end = endOf(text, each, last, isAlone);
  const branches = starts.map((start, at) => allOf(each.slice(start, starts[at + 1] ?? end)));
  return [...before, choiceOf(branches), ...each.slice(end)];
};
