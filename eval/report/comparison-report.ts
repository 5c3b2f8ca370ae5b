import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Comparison, MetricComparison } from "../comparison/compare-runs.ts";
import { html } from "./escape-html.ts";
import { formatMs, formatRate } from "./format-value.ts";
import { page } from "./page.ts";
import { textTable } from "./text-table.ts";

const HEAD = ["metric", "before", "after", "difference", "cases changed", "p (Holm)", ""];

const signed = (value: number): string => `${value > 0 ? "+" : ""}${value.toFixed(3)}`;
const formatP = (p: number): string => (p < 0.001 ? "< 0.001" : p.toFixed(3));

const cellsOf = (metric: MetricComparison): string[] => [
  `${metric.title}${metric.better === "lower" ? " (lower is better)" : ""}`,
  formatRate(metric.before),
  formatRate(metric.after),
  signed(metric.difference),
  String(metric.changed),
  formatP(metric.p),
  metric.verdict,
];

/** What is said below the table, a line each. */
const summary = ({
  cases,
  leftOut,
  changedCases,
  inOneRun,
  fixed,
  broken,
  passP,
  latencyMs,
  worse,
}: Comparison): string[] => [
  `${cases} cases alike in both runs; left out: ${leftOut} that only one has, ${changedCases.length} that were changed.`,
  ...(changedCases.length > 0 ? [`Changed: ${changedCases.join(", ")}`] : []),
  ...(inOneRun.length > 0 ? [`Counted in one run alone, not compared: ${inOneRun.join("; ")}`] : []),
  `${fixed.length} came right, ${broken.length} went wrong (McNemar's exact test, p ${formatP(passP)}).`,
  ...(fixed.length > 0 ? [`Came right: ${fixed.join(", ")}`] : []),
  ...(broken.length > 0 ? [`Went wrong: ${broken.join(", ")}`] : []),
  `Median latency ${formatMs(latencyMs.before)} before, ${formatMs(latencyMs.after)} after (not tested).`,
  worse ? "Worse beyond chance." : "Nothing worse beyond chance.",
];

/** The comparison for the terminal. */
export const comparisonText = (comparison: Comparison): string =>
  [
    `before  ${comparison.before.startedAt}  ${comparison.before.target}\nafter   ${comparison.after.startedAt}  ${comparison.after.target}`,
    textTable([HEAD, ...comparison.metrics.map((metric) => cellsOf(metric))]),
    summary(comparison).join("\n"),
  ].join("\n\n");

const comparisonPage = (comparison: Comparison): string => {
  const body = html`<h1>Comparison of two runs</h1>
    <p>Before: ${comparison.before.startedAt}, ${comparison.before.target}, ${comparison.before.casesFile}</p>
    <p>After: ${comparison.after.startedAt}, ${comparison.after.target}, ${comparison.after.casesFile}</p>
    <table>
      <thead>
        <tr>
          ${HEAD.map((title) => html`<th>${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${comparison.metrics.map(
          (metric) =>
            html`<tr class="${metric.verdict === "worse" ? "failed" : ""}">
              ${cellsOf(metric).map(
                (cell, at) => html`<td class="${at === 0 || at === 6 ? "" : "number"}">${cell}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
    ${summary(comparison).map((line) => html`<p>${line}</p>`)}
    <p class="muted">
      p: paired randomisation test over cases, 10,000 rounds, corrected after Holm for the number of metrics.
    </p>`;
  return page("Zhengwen evaluation, comparison", body);
};

/** Writes `comparison.json` and `comparison.html` into `folder`, which is made if need be. */
export const writeComparison = async (folder: string, comparison: Comparison): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(join(folder, "comparison.json"), `${JSON.stringify(comparison, null, 2)}\n`),
    writeFile(join(folder, "comparison.html"), comparisonPage(comparison)),
  ]);
};
