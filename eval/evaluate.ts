import { rateWithInterval } from "./bootstrap.ts";
import type { CaseRun } from "./case-run.ts";
import type { CaseResult, Evaluation, MetricResult } from "./evaluation.ts";
import { ALL_METRICS } from "./metrics/all-metrics.ts";
import { percentile } from "./percentile.ts";
import type { TargetDocuments } from "./target-documents.ts";
import type { Thresholds } from "./thresholds.ts";
import { meetsThreshold } from "./thresholds.ts";

const NOTHING = { hits: 0, total: 0 };

const scoreCase = (run: CaseRun, target: TargetDocuments): CaseResult => {
  const scored = ALL_METRICS.flatMap((metric) => {
    const score = metric.score(run, target);
    return score === null ? [] : [{ name: metric.name, score }];
  });
  return {
    evalCase: run.evalCase,
    reply: run.reply,
    error: run.error,
    latencyMs: run.latencyMs,
    scores: Object.fromEntries(scored.map(({ name, score: { hits, total } }) => [name, { hits, total }])),
    findings: scored.flatMap(({ score }) => score.findings),
  };
};

const summarise = (cases: readonly CaseResult[], thresholds: Thresholds): MetricResult[] =>
  ALL_METRICS.map(({ name, title, better }) => {
    const counts = cases.map((each) => each.scores[name] ?? NOTHING);
    const rate = rateWithInterval(counts);
    return {
      name,
      title,
      better,
      ...rate,
      hits: counts.reduce((sum, each) => sum + each.hits, 0),
      total: counts.reduce((sum, each) => sum + each.total, 0),
      threshold: thresholds[name] ?? null,
      met: meetsThreshold(rate.value, thresholds[name]),
    };
  });

/** Scores runs with every metric, over all cases and by tag; thresholds hold for all cases together. */
export const evaluate = (
  runs: readonly CaseRun[],
  documents: TargetDocuments,
  thresholds: Thresholds,
  about: Pick<Evaluation, "target" | "startedAt" | "casesFile">,
): Evaluation => {
  const cases = runs.map((run) => scoreCase(run, documents));
  const metrics = summarise(cases, thresholds);
  const answered = runs.filter((run) => run.reply !== null).map((run) => run.latencyMs);
  const tags = [...new Set(cases.flatMap((each) => each.evalCase.tags))].toSorted();
  return {
    ...about,
    index: runs.find((run) => run.reply !== null)?.reply?.index ?? null,
    modes: [...new Set(runs.flatMap(({ reply }) => (reply === null ? [] : [reply.model ?? reply.mode])))],
    met: metrics.every((metric) => metric.met),
    metrics,
    tags: tags.map((tag) => {
      const tagged = cases.filter((each) => each.evalCase.tags.includes(tag));
      return {
        tag,
        cases: tagged.length,
        passed: tagged.filter((each) => each.findings.length === 0).length,
        metrics: summarise(tagged, {}),
      };
    }),
    latencyMs: { p50: percentile(answered, 0.5), p95: percentile(answered, 0.95) },
    cases,
  };
};
