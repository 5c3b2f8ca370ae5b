import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PastRun } from "../history.ts";
import { ALL_METRICS } from "../metrics/all-metrics.ts";
import type { Markup } from "./escape-html.ts";
import { html } from "./escape-html.ts";
import { formatMs, formatRate } from "./format-value.ts";
import { page } from "./page.ts";
import { textTable } from "./text-table.ts";

const SHOWN_RUNS = 12;
const WIDTH = 480;
const HEIGHT = 70;

/** Runs that can be held against each other: of as many cases of the same file at the same target. */
const seriesOf = (runs: readonly PastRun[]): (readonly [string, PastRun[]])[] => {
  const series = new Map<string, PastRun[]>();
  for (const run of runs) {
    const key = `${run.casesFile}, ${run.cases} cases, ${run.target}`;
    series.set(key, [...(series.get(key) ?? []), run]);
  }
  return [...series];
};

const metricsIn = (runs: readonly PastRun[]): (readonly [string, string])[] =>
  ALL_METRICS.filter(({ name }) => runs.some((run) => run.metrics[name] !== undefined)).map(
    ({ name, title }) => [name, title],
  );

/** The trend for the terminal: a table for each series, a column for each of the last runs. */
export const historyText = (runs: readonly PastRun[]): string =>
  seriesOf(runs)
    .map(([key, all]) => {
      const shown = all.slice(-SHOWN_RUNS);
      return `${key}\n${textTable([
        ["run", ...shown.map(({ startedAt }) => startedAt.slice(0, 16).replace("T", " "))],
        ["passed", ...shown.map(({ passed, cases }) => `${passed}/${cases}`)],
        ...metricsIn(shown).map(([name, title]) => [
          title,
          ...shown.map((run) => formatRate(run.metrics[name]?.value ?? null)),
        ]),
        ["latency p50", ...shown.map(({ latencyMs }) => formatMs(latencyMs.p50))],
        ["thresholds", ...shown.map(({ met }) => (met ? "met" : "MISSED"))],
      ])}`;
    })
    .join("\n\n");

/** A line over the runs, with the 95% interval of each as an upright stroke. */
const trend = (runs: readonly PastRun[], name: string, title: string): Markup => {
  const x = (at: number): number => Math.round(10 + (at / Math.max(1, runs.length - 1)) * (WIDTH - 20));
  const y = (value: number): number => Math.round(5 + (1 - value) * (HEIGHT - 10));
  const points = runs.flatMap((run, at) => {
    const metric = run.metrics[name];
    return metric?.value == null ? [] : [{ run, at, ...metric, value: metric.value }];
  });
  return html`<tr>
    <td>${title}</td>
    <td>
      <svg
        width="${WIDTH}"
        height="${HEIGHT}"
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        role="img"
        aria-label="${title} over ${runs.length} runs"
      >
        <line x1="0" x2="${WIDTH}" y1="${y(0)}" y2="${y(0)}" class="axis" />
        <line x1="0" x2="${WIDTH}" y1="${y(1)}" y2="${y(1)}" class="bound" />
        <polyline points="${points.map(({ at, value }) => `${x(at)},${y(value)}`).join(" ")}" class="line" />
        ${points.map(
          ({ run, at, value, low, high }) =>
            html`<line
                x1="${x(at)}"
                x2="${x(at)}"
                y1="${y(low ?? value)}"
                y2="${y(high ?? value)}"
                class="axis"
              /><circle cx="${x(at)}" cy="${y(value)}" r="4" class="point">
                <title>${run.startedAt}: ${formatRate(value)}</title>
              </circle>`,
        )}
      </svg>
    </td>
    <td class="number">${formatRate(points.at(-1)?.value ?? null)}</td>
  </tr>`;
};

const historyPage = (runs: readonly PastRun[]): string =>
  page(
    "Zhengwen evaluation, trend",
    html`<h1>Trend</h1>
      <p>From 0 below to 1 above; upright strokes are 95% intervals.</p>
      ${seriesOf(runs).map(
        ([key, all]) =>
          html`<h2>${key}</h2>
            <p>${all.length} runs, ${all[0]?.startedAt ?? ""} to ${all.at(-1)?.startedAt ?? ""}</p>
            <table>
              <tbody>
                ${metricsIn(all).map(([name, title]) => trend(all, name, title))}
              </tbody>
            </table>`,
      )}`,
  );

/** Writes `history.html` into the folder that the history is of. */
export const writeHistory = async (folder: string, runs: readonly PastRun[]): Promise<void> =>
  writeFile(join(folder, "history.html"), historyPage(runs));
