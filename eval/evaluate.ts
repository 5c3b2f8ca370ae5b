import { percentileWithInterval, rateWithInterval } from "./bootstrap.ts";
import type { CaseRun } from "./case-run.ts";
import { citationContexts, missedEvidence } from "./citation-context.ts";
import { clauseCoverage } from "./clause-coverage.ts";
import type {
  CaseResult,
  Evaluation,
  Finding,
  GroupResult,
  LatencyResult,
  MetricResult,
} from "./evaluation.ts";
import { foundRank } from "./found-rank.ts";
import { judgeKappa } from "./judge-kappa.ts";
import { ALL_METRICS } from "./metrics/all-metrics.ts";
import type { TargetDocuments } from "./target-documents.ts";
import { allCitations } from "./target-documents.ts";
import type { Thresholds } from "./thresholds.ts";
import { meetsThreshold } from "./thresholds.ts";

const NOTHING = { hits: 0, total: 0 };

/** What an evaluation is told about itself. `judge`: the model that judged, or null. */
export interface EvaluationAbout extends Pick<Evaluation, "target" | "startedAt" | "casesFile"> {
  readonly judge?: string | null;
}

const scoreCase = (run: CaseRun, target: TargetDocuments): CaseResult => {
  const { evalCase, reply, error, latencyMs, found } = run;
  const scored = ALL_METRICS.flatMap((metric) => {
    const score = metric.score(run, target);
    return score === null ? [] : [{ name: metric.name, isSelfCheck: metric.selfCheck === true, score }];
  });
  const findingsOf = (isSelfCheck: boolean): Finding[] =>
    scored
      .filter((each) => each.isSelfCheck === isSelfCheck)
      .flatMap(({ name, score }) => score.findings.map((text) => ({ metric: name, text })));
  return {
    evalCase,
    reply,
    error,
    latencyMs,
    scores: Object.fromEntries(scored.map(({ name, score: { hits, total } }) => [name, { hits, total }])),
    findings: findingsOf(false),
    notes: findingsOf(true),
    foundRanks: found === null ? null : evalCase.evidence.map((entry) => foundRank(found, entry, target)),
    topScore: found?.[0]?.score ?? null,
    contexts: reply === null ? [] : citationContexts(evalCase, allCitations(reply), target),
    missed: evalCase.expect.refused ? [] : missedEvidence(evalCase, reply?.citations ?? [], target),
  };
};

const summarise = (cases: readonly CaseResult[], thresholds: Thresholds): MetricResult[] =>
  ALL_METRICS.map(({ name, title, better, definition, source, selfCheck = false }) => {
    const counts = cases.map((each) => each.scores[name] ?? NOTHING);
    const rate = rateWithInterval(counts);
    return {
      name,
      title,
      better,
      definition,
      source,
      selfCheck,
      ...rate,
      hits: counts.reduce((sum, each) => sum + each.hits, 0),
      total: counts.reduce((sum, each) => sum + each.total, 0),
      threshold: thresholds[name] ?? null,
      met: meetsThreshold(rate.value, thresholds[name]),
    };
  });

/** The cases by what `namesOf` says of them; a case may be in several groups. */
const grouped = (
  cases: readonly CaseResult[],
  namesOf: (each: CaseResult) => readonly string[],
): GroupResult[] =>
  [...new Set(cases.flatMap((each) => namesOf(each)))]
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((name) => {
      const group = cases.filter((each) => namesOf(each).includes(name));
      return {
        name,
        cases: group.length,
        passed: group.filter((each) => each.findings.length === 0).length,
        metrics: summarise(group, {}),
      };
    });

const latencyOf = (
  latencies: readonly number[],
  share: number,
  threshold: Thresholds[string] | undefined,
): LatencyResult => {
  const rate = percentileWithInterval(latencies, share);
  return { ...rate, threshold: threshold ?? null, met: meetsThreshold(rate.value, threshold) };
};

const documentsOf = ({ evalCase }: CaseResult): string[] => [
  ...new Set(evalCase.evidence.flatMap(({ anyOf }) => anyOf.map(({ document }) => document))),
];

/** Scores runs with every metric, over all cases and by group; thresholds hold for all cases together. */
export const evaluate = (
  runs: readonly CaseRun[],
  documents: TargetDocuments,
  thresholds: Thresholds,
  { judge = null, ...about }: EvaluationAbout,
): Evaluation => {
  const cases = runs.map((run) => scoreCase(run, documents));
  const metrics = summarise(cases, thresholds);
  const replies = runs.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  const latencies = runs.filter((run) => run.reply !== null).map((run) => run.latencyMs);
  const p50 = latencyOf(latencies, 0.5, thresholds["latencyP50Ms"]);
  const p95 = latencyOf(latencies, 0.95, thresholds["latencyP95Ms"]);
  return {
    ...about,
    indexes: [...new Set(replies.map(({ index }) => index))],
    modes: [...new Set(replies.map((reply) => reply.model ?? reply.mode))],
    met: metrics.every((metric) => metric.met) && p50.met && p95.met,
    metrics,
    tags: grouped(cases, (each) => each.evalCase.tags),
    documents: grouped(cases, documentsOf),
    latencyMs: { p50, p95 },
    judge: judge === null ? null : { model: judge, kappa: judgeKappa(runs) },
    coverage: clauseCoverage(cases, documents),
    cases,
  };
};
