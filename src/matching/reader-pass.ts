import { setImmediate } from "node:timers/promises";
import type { Condition } from "../measures/requirement.ts";
import type { ConditionPair, ConditionReader, ConditionReading } from "../text-models/pair-reader.ts";
import { isOfAnother } from "./another-matter.ts";
import { isToldElsewhere } from "./denied-matter.ts";
import type { Facts } from "./facts.ts";
import type { JudgedCondition, JudgedMeasure } from "./judge-measure.ts";
import { conditionKey } from "./judge-measure.ts";
import type { Judgement, Verdict } from "./judgement.ts";
import { namesPaperAsked } from "./named-paper.ts";
import type { ReadableCondition } from "./readable-condition.ts";
import { readableCondition } from "./readable-condition.ts";
import { canDeny, canMeet } from "./reader-gates.ts";
import { maySayMeasure } from "./same-measure.ts";
import type { SaidWindow } from "./said-windows.ts";
import { byAffinity } from "./said-windows.ts";

/** How much a reader is asked, and how sure it must be. */
export interface ReaderLimits {
  /** Measures that are asked about: those that fit best. */
  readonly measures: number;
  /** Pairs at a time. */
  readonly pairs: number;
  /** Stretches of the description a condition. */
  readonly windows: number;
  /** Probabilities from which on a condition is taken to be met, and unmet. */
  readonly met: number;
  readonly unmet: number;
  /** Where a number or a day decides, the probability that what is said is about what is asked at all. */
  readonly about: number;
}

export const READER_LIMITS: ReaderLimits = {
  measures: 12,
  pairs: 64,
  windows: 6,
  met: 0.85,
  unmet: 0.9,
  about: 0.85,
};

/** Stretches of a long description that are looked at for a condition. */
const NEAREST = 40;

/** A condition that is asked about, with the stretches that may decide it, the likeliest first. */
interface Question extends ReadableCondition {
  readonly condition: Condition;
  readonly judged: JudgedCondition;
  readonly windows: readonly SaidWindow[];
}

/** What was read of a measure's conditions, by their keys. */
export type ToldConditions = ReadonlyMap<string, Judgement>;

const questionsOf = (
  { conditions }: JudgedMeasure,
  text: string,
  facts: Facts,
  said: readonly SaidWindow[],
  asOf: string,
): readonly Question[] =>
  conditions.flatMap((judged) => {
    const readable = readableCondition(judged.condition, judged, text, facts);
    if (readable === null) return [];
    const { asked, compare } = readable;
    const near = byAffinity(asked, said)
      .slice(0, NEAREST)
      .filter(({ text: words }) => !isOfAnother(asked, words, facts.parts, false, asOf));
    // Of a number only what says one can tell.
    const able =
      compare === undefined
        ? near
        : near.filter(({ parts, text: words }) => maySayMeasure(asked, words) && compare(parts()) !== null);
    return able.length === 0 ? [] : [{ ...readable, condition: judged.condition, judged, windows: able }];
  });

const keyOf = ({ condition, said }: ConditionPair): string => `${condition}\n${said}`;

/** The pairs to ask about: of every condition its likeliest stretch before the next likeliest of any. */
const pairsOf = (questions: readonly Question[], limits: ReaderLimits): readonly ConditionPair[] => {
  const pairs = new Map<string, ConditionPair>();
  for (let place = 0; place < limits.windows; place += 1)
    for (const { asked, windows } of questions) {
      const said = windows[place]?.text;
      if (said === undefined || pairs.size >= limits.pairs) continue;
      pairs.set(keyOf({ condition: asked, said }), { condition: asked, said });
    }
  return [...pairs.values()];
};

interface Decision {
  readonly verdict: Exclude<Verdict, "unknown">;
  readonly said: string;
  readonly sure: number;
}

const decisionOf = (
  { compare, condition, asked }: Question,
  { text: said, parts }: SaidWindow,
  { met, unmet }: ConditionReading,
  limits: ReaderLimits,
): Decision | null => {
  const holds = compare?.(parts()) ?? null;
  if (holds !== null) {
    const sure = met + unmet;
    if (sure < limits.about) return null;
    if (holds === condition.negated) return { verdict: "unmet", said, sure };
    // A number that fits may be that of something that came to nothing: the reader must not say so.
    return met > unmet && namesPaperAsked(asked, said) ? { verdict: "met", said, sure: met } : null;
  }
  if (met >= limits.met && met >= unmet)
    return canMeet(asked, said) ? { verdict: "met", said, sure: met } : null;
  return unmet >= limits.unmet && canDeny(asked, said) ? { verdict: "unmet", said, sure: unmet } : null;
};

/** The most decided of the stretches; null where they say both. */
const decide = (
  question: Question,
  readings: ReadonlyMap<string, ConditionReading>,
  limits: ReaderLimits,
): Decision | null => {
  const decisions = question.windows.flatMap((window) => {
    const reading = readings.get(keyOf({ condition: question.asked, said: window.text }));
    const decision = reading === undefined ? null : decisionOf(question, window, reading, limits);
    const isElsewhere =
      decision?.verdict === "unmet" &&
      question.compare === undefined &&
      isToldElsewhere(
        question.asked,
        window.text,
        question.windows.map(({ text }) => text),
      );
    return decision === null || isElsewhere ? [] : [decision];
  });
  const [best] = decisions.toSorted((a, b) => b.sure - a.sure);
  return best === undefined || decisions.some(({ verdict }) => verdict !== best.verdict) ? null : best;
};

/**
 * Asks a reader about the conditions of measures that no rule decides.
 * @param measures - with the text of their documents
 * @param said - the stretches of the description
 * @returns what was told of each measure's conditions, in the order of `measures`
 */
export const readConditions = async (
  reader: ConditionReader,
  measures: readonly { readonly judged: JudgedMeasure; readonly text: string }[],
  facts: Facts,
  said: readonly SaidWindow[],
  limits: ReaderLimits,
  asOf: string,
): Promise<readonly ToldConditions[]> => {
  const asked: (readonly Question[])[] = [];
  for (const { judged, text } of measures) {
    asked.push(questionsOf(judged, text, facts, said, asOf));
    // Others that wait are answered in between.
    await setImmediate();
  }
  const pairs = pairsOf(asked.flat(), limits);
  const given = pairs.length === 0 ? [] : await reader.readConditions(pairs);
  const readings = new Map(
    pairs.flatMap((pair, at) => {
      const reading = given[at];
      return reading === undefined ? [] : [[keyOf(pair), reading] as const];
    }),
  );
  return asked.map(
    (questions) =>
      new Map(
        questions.flatMap((question) => {
          const decision = decide(question, readings, limits);
          if (decision === null) return [];
          const { verdict, said: words } = decision;
          const { field } = question.judged;
          return [[conditionKey(question.condition), { verdict, field, actual: words }] as const];
        }),
      ),
  );
};
