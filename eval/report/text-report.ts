import type { CaseResult, Evaluation, LatencyResult, MetricResult } from "../evaluation.ts";
import { shorten } from "../metrics/metric.ts";
import {
  describeExpectation,
  formatCounted,
  formatInterval,
  formatMs,
  formatMsInterval,
  formatRate,
  formatThreshold,
  formatVerdict,
} from "./format-value.ts";
import { textTable } from "./text-table.ts";

const BY_TAG = ["evidenceRecall", "requiredFacts", "refusalsRight", "falseRefusals", "noticesRight"];

const metricRow = (metric: MetricResult): string[] => [
  `${metric.title}${metric.selfCheck ? ", self-check" : ""}`,
  formatRate(metric.value),
  formatInterval(metric),
  formatCounted(metric),
  formatThreshold(metric),
  formatVerdict(metric),
];

const describeLatency = (name: string, latency: LatencyResult): string => {
  const bound = formatThreshold(latency);
  const asked = bound === "" ? "" : `, to be ${bound}: ${formatVerdict(latency)}`;
  return `${name} ${formatMs(latency.value)} (${formatMsInterval(latency)}${asked})`;
};

const describeReply = ({ reply, error }: CaseResult): string => {
  if (reply === null) return `no reply (${error ?? "unknown"})`;
  if (reply.refused)
    return `refused: ${reply.refusal?.reason ?? "?"}, “${shorten(reply.refusal?.message ?? "", 80)}”`;
  return `“${shorten(reply.answer.replace(/\s+/g, " "), 160)}”`;
};

const failingCase = (result: CaseResult): string =>
  [
    `${result.evalCase.id}  ${result.evalCase.question}`,
    ...result.findings.map(({ text }) => `  ✗ ${text}`),
    `  expected  ${shorten(describeExpectation(result.evalCase), 200)}`,
    `  came      ${describeReply(result)}`,
    ...(result.reply?.citations ?? [])
      .slice(0, 4)
      .map(
        (citation) =>
          `    [${citation.index}] ${shorten(citation.documentTitle, 24)} ${citation.label}: “${shorten(citation.quote.replace(/\s+/g, " "), 80)}”`,
      ),
  ].join("\n");

/** The report for the terminal: failing cases, the metrics by tag, and last, where one looks, the totals. */
export const textReport = (evaluation: Evaluation): string => {
  const failing = evaluation.cases.filter((each) => each.findings.length > 0);
  const byTag = textTable([
    ["tag", "cases", "passed", ...BY_TAG],
    ...evaluation.tags.map(({ name: tag, cases, passed, metrics }) => [
      tag,
      String(cases),
      String(passed),
      ...BY_TAG.map((name) => formatRate(metrics.find((metric) => metric.name === name)?.value ?? null)),
    ]),
  ]);
  const totals = textTable([
    ["metric", "value", "95% interval", "counted", "threshold", ""],
    // What nothing was counted for is left out, unless a threshold asks for it.
    ...evaluation.metrics
      .filter(({ total, threshold }) => total > 0 || threshold !== null)
      .map((metric) => metricRow(metric)),
  ]);
  return [
    ...(failing.length === 0 ? [] : [`Failing cases (${failing.length} of ${evaluation.cases.length})`]),
    ...failing.map((result) => failingCase(result)),
    byTag,
    totals,
    ...(evaluation.judge === null
      ? []
      : [`Judge: ${evaluation.judge.model}, Cohen's kappa ${formatRate(evaluation.judge.kappa)}`]),
    `${evaluation.cases.length} cases, ${evaluation.cases.length - failing.length} passed; ` +
      `latency ${describeLatency("p50", evaluation.latencyMs.p50)}, ${describeLatency("p95", evaluation.latencyMs.p95)}; ` +
      `${evaluation.target}, ${evaluation.modes.join(", ") || "no replies"}`,
    evaluation.met ? "All thresholds met." : "Thresholds missed.",
  ].join("\n\n");
};
