import type { Measure } from "../measures/measure.ts";
import type { Status } from "../policy/validity.ts";
import type { Facts } from "./facts.ts";
import { fitOf } from "./fit.ts";
import type { JudgedMeasure } from "./judge-measure.ts";
import { judgeMeasure } from "./judge-measure.ts";
import type { MissingFact } from "./missing-facts.ts";
import { missingFacts } from "./missing-facts.ts";

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

/** Judges all measures for a profile: what applies first, then by fit with the needs; entitlements before directions. */
export const matchProfile = (measures: readonly Measure[], request: MatchRequest): Match => {
  const { facts, asOf, limit, statusOf } = request;
  const judged = measures.map((measure) => {
    const status = statusOf(measure);
    // Without any date nothing says that it is not in force.
    return judgeMeasure(measure, facts, asOf, status === "in_force" || status === "unknown");
  });
  const ranked = judged
    .map((each) => ({
      each,
      rank:
        ORDER[each.verdict] * 1_000 + (each.measure.kind === "entitlement" ? 0.3 : 0) + fitOf(each, facts),
    }))
    // Sorting keeps the order of documents and clauses where ranks are equal.
    .toSorted((a, b) => b.rank - a.rank);
  return {
    measures: ranked.slice(0, limit).map(({ each }) => each),
    missing: missingFacts(judged, QUESTIONS),
  };
};
