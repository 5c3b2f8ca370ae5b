import type { AnswerReply } from "../src/contract/answer.ts";
import type { Rate } from "./bootstrap.ts";
import type { EvalCase } from "./case-schema.ts";
import type { CitationContext, MissedEvidence } from "./citation-context.ts";
import type { DocumentCoverage } from "./clause-coverage.ts";
import type { Thresholds } from "./thresholds.ts";

/** A metric over a set of cases. `hits` and `total` are what the rate is made of. */
export interface MetricResult extends Rate {
  readonly name: string;
  readonly title: string;
  readonly better: "higher" | "lower";
  readonly definition: string;
  readonly source: string;
  readonly selfCheck: boolean;
  readonly hits: number;
  readonly total: number;
  readonly threshold: Thresholds[string] | null;
  readonly met: boolean;
}

/** What was wrong with a case, in words, and the metric that found it. */
export interface Finding {
  readonly metric: string;
  readonly text: string;
}

export interface CaseResult {
  readonly evalCase: EvalCase;
  readonly reply: AnswerReply | null;
  readonly error: string | null;
  readonly latencyMs: number;
  readonly scores: Readonly<Record<string, { readonly hits: number; readonly total: number }>>;
  /** Empty for a case that passed. */
  readonly findings: readonly Finding[];
  /** What metrics that are a self-check found: shown, and no failure. */
  readonly notes: readonly Finding[];
  /** Where the search found each entry of evidence, from 1; null: not among the first, or not asked. */
  readonly foundRanks: readonly (number | null)[] | null;
  /** The best score of the plain search, or null. */
  readonly topScore: number | null;
  /** The citations with what stands around them in the original. */
  readonly contexts: readonly CitationContext[];
  readonly missed: readonly MissedEvidence[];
}

/** A quantile of the latencies, in milliseconds. */
export interface LatencyResult extends Rate {
  readonly threshold: Thresholds[string] | null;
  readonly met: boolean;
}

/** A metric over the cases with one tag or of one document. */
export interface GroupResult {
  readonly name: string;
  readonly cases: number;
  readonly passed: number;
  readonly metrics: readonly MetricResult[];
}

/** The whole of `report.json`. Times in milliseconds. */
export interface Evaluation {
  readonly target: string;
  readonly startedAt: string;
  readonly casesFile: string;
  /** Fingerprints of the index that answered; more than one where it changed under way. */
  readonly indexes: readonly string[];
  readonly modes: readonly string[];
  readonly met: boolean;
  readonly metrics: readonly MetricResult[];
  readonly tags: readonly GroupResult[];
  /** By the documents that the expected evidence is in. */
  readonly documents: readonly GroupResult[];
  readonly latencyMs: { readonly p50: LatencyResult; readonly p95: LatencyResult };
  /** The model that judged statements, and Cohen's kappa with the rules; null without one. */
  readonly judge: { readonly model: string; readonly kappa: number | null } | null;
  readonly coverage: readonly DocumentCoverage[];
  readonly cases: readonly CaseResult[];
}
