import type { AnswerReply } from "../src/contract/answer.ts";
import type { Rate } from "./bootstrap.ts";
import type { EvalCase } from "./case-schema.ts";
import type { Thresholds } from "./thresholds.ts";

/** A metric over a set of cases. `hits` and `total` are what the rate is made of. */
export interface MetricResult extends Rate {
  readonly name: string;
  readonly title: string;
  readonly better: "higher" | "lower";
  readonly hits: number;
  readonly total: number;
  readonly threshold: Thresholds[string] | null;
  readonly met: boolean;
}

export interface CaseResult {
  readonly evalCase: EvalCase;
  readonly reply: AnswerReply | null;
  readonly error: string | null;
  readonly latencyMs: number;
  readonly scores: Readonly<Record<string, { readonly hits: number; readonly total: number }>>;
  /** What was wrong, in words; empty for a case that passed. */
  readonly findings: readonly string[];
}

/** The whole of `report.json`. Times in milliseconds. */
export interface Evaluation {
  readonly target: string;
  readonly startedAt: string;
  readonly casesFile: string;
  readonly index: string | null;
  readonly modes: readonly string[];
  readonly met: boolean;
  readonly metrics: readonly MetricResult[];
  readonly tags: readonly {
    readonly tag: string;
    readonly cases: number;
    readonly passed: number;
    readonly metrics: readonly MetricResult[];
  }[];
  readonly latencyMs: { readonly p50: number | null; readonly p95: number | null };
  readonly cases: readonly CaseResult[];
}
