import type { Measure } from "../measures/measure.ts";
import type { Status } from "../policy/validity.ts";
import type { ConditionReader } from "../text-models/pair-reader.ts";
import type { Facts } from "./facts.ts";
import { fitOf } from "./fit.ts";
import type { JudgedMeasure } from "./judge-measure.ts";
import { judgeMeasure } from "./judge-measure.ts";
import type { MissingFact } from "./missing-facts.ts";
import { missingFacts } from "./missing-facts.ts";
import type { ReaderLimits, ToldConditions } from "./reader-pass.ts";
import { readConditions } from "./reader-pass.ts";
import { saidWindows } from "./said-windows.ts";

/** What is matched, on which day, and how much of it is wanted. */
export interface MatchRequest {
  readonly facts: Facts;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly limit: number;
  /** The status on `asOf` of the clause that a measure stands in. */
  readonly statusOf: (measure: Measure) => Status;
}

/** The measures that fit best, and what would decide most of the others. */
export interface Match {
  /** Best first. */
  readonly measures: readonly JudgedMeasure[];
  readonly missing: readonly MissingFact[];
}

const ORDER = { applies: 2, may_apply: 1, does_not_apply: 0 } as const;
const QUESTIONS = 3;
/** How often a reader is asked. */
const PASSES = 2;

const rankOf = (judged: JudgedMeasure, facts: Facts): number =>
  ORDER[judged.verdict] * 1_000 + (judged.measure.kind === "entitlement" ? 0.3 : 0) + fitOf(judged, facts);

/** What applies first, then by fit with the needs; entitlements before directions. */
const ranked = (judged: readonly JudgedMeasure[], facts: Facts): readonly JudgedMeasure[] =>
  judged
    .map((each) => ({ each, rank: rankOf(each, facts) }))
    // Sorting keeps the order of documents and clauses where ranks are equal.
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ each }) => each);

// Without any date nothing says that it is not in force.
const isInForce = (status: Status): boolean => status === "in_force" || status === "unknown";

const judgeAll = (measures: readonly Measure[], request: MatchRequest): readonly JudgedMeasure[] => {
  const { facts, asOf, statusOf } = request;
  return measures.map((measure) => judgeMeasure(measure, facts, asOf, isInForce(statusOf(measure))));
};

const matchOf = (judged: readonly JudgedMeasure[], { facts, limit }: MatchRequest): Match => ({
  measures: ranked(judged, facts).slice(0, limit),
  missing: missingFacts(judged, QUESTIONS),
});

/** Judges all measures for a profile, by rule alone. */
export const matchProfile = (measures: readonly Measure[], request: MatchRequest): Match =>
  matchOf(judgeAll(measures, request), request);

/**
 * The same, with a reader asked about what no rule decides of those measures that fit best, may apply, and have words
 * of the company to be judged by.
 * @param textOf - the text of a document; null where it is gone
 */
export const matchWithReader = async (
  measures: readonly Measure[],
  request: MatchRequest,
  reader: ConditionReader,
  textOf: (documentId: string) => Promise<string | null>,
  limits: ReaderLimits,
): Promise<Match> => {
  const { facts, asOf, statusOf } = request;
  let judged = judgeAll(measures, request);
  if (facts.parts.length === 0) return matchOf(judged, request);
  const told = new Map<Measure, ToldConditions>();
  const said = saidWindows(facts.description, asOf);
  // What is told may open another tier, of which nothing was asked before.
  for (let pass = 0; pass < PASSES; pass += 1) {
    const open: { judged: JudgedMeasure; text: string }[] = [];
    for (const each of ranked(judged, facts).slice(0, limits.measures)) {
      const text = each.verdict === "may_apply" ? await textOf(each.measure.documentId) : null;
      if (text !== null) open.push({ judged: each, text });
    }
    const read = await readConditions(reader, open, facts, said, limits, asOf);
    if (read.every(({ size }) => size === 0)) break;
    for (const [at, { judged: each }] of open.entries())
      told.set(each.measure, new Map([...(told.get(each.measure) ?? []), ...(read[at] ?? [])]));
    judged = judged.map((each) => {
      const { measure } = each;
      const own = told.get(measure);
      return own === undefined ? each : judgeMeasure(measure, facts, asOf, isInForce(statusOf(measure)), own);
    });
  }
  return matchOf(judged, request);
};
