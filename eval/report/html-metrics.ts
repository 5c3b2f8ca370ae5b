import type { Evaluation, GroupResult, MetricResult } from "../evaluation.ts";
import type { Markup } from "./escape-html.ts";
import { html } from "./escape-html.ts";
import { formatCounted, formatInterval, formatRate, formatThreshold, formatVerdict } from "./format-value.ts";

const WIDTH = 160;

/** A bar from 0 to 1 with the interval as a line and the threshold as a tick. */
const bar = ({ value, low, high, threshold, met, title }: MetricResult): Markup => {
  if (value === null) return html`–`;
  const bound = threshold?.min ?? threshold?.max;
  const tick =
    bound === undefined
      ? []
      : [html`<line x1="${bound * WIDTH}" x2="${bound * WIDTH}" y1="0" y2="14" class="bound" />`];
  const label = `${title}: ${formatRate(value)}`;
  return html`<svg width="${WIDTH}" height="14" viewBox="0 0 ${WIDTH} 14" role="img" aria-label="${label}">
    <rect width="${WIDTH}" height="14" class="track" />
    <rect width="${value * WIDTH}" height="14" class="${met ? "value" : "value missed"}" />
    <line x1="${(low ?? value) * WIDTH}" x2="${(high ?? value) * WIDTH}" y1="7" y2="7" class="interval" />
    ${tick}
  </svg>`;
};

/** The table of metrics over all cases. */
export const metricsTable = ({ metrics }: Evaluation): Markup => html`
  <table>
    <thead>
      <tr>
        <th>Metric</th>
        <th>Value</th>
        <th></th>
        <th>95% interval</th>
        <th>Counted</th>
        <th>Threshold</th>
        <th></th>
      </tr>
    </thead>
    <tbody>
      ${metrics
        .filter(({ total, threshold }) => total > 0 || threshold !== null)
        .map(
          (metric) =>
            html`<tr class="${metric.met ? "" : "failed"}">
              <td>
                ${metric.title}${metric.better === "lower" ? " (lower is better)" : ""}${metric.selfCheck ? ", self-check" : ""}
              </td>
              <td class="number">${formatRate(metric.value)}</td>
              <td>${bar(metric)}</td>
              <td class="number">${formatInterval(metric)}</td>
              <td class="number">${formatCounted(metric)}</td>
              <td class="number">${formatThreshold(metric)}</td>
              <td>${formatVerdict(metric)}</td>
            </tr>`,
        )}
    </tbody>
  </table>
`;

/** What each metric counts and where it comes from. */
export const definitions = ({ metrics }: Evaluation): Markup =>
  html`<details>
    <summary>What the metrics mean</summary>
    <dl>
      ${metrics.map(
        ({ title, name, definition, source }) =>
          html`<dt><b>${title}</b> <span class="muted">${name}</span></dt>
            <dd>${definition} <span class="muted">Source: ${source}</span></dd>`,
      )}
    </dl>
  </details>`;

/** The metrics by kind or document: cases, cases passed, and every metric that counted something. */
export const groupsTable = (what: string, groups: readonly GroupResult[]): Markup => {
  const counted = new Set(
    groups.flatMap(({ metrics }) => metrics.filter(({ total }) => total > 0).map(({ name }) => name)),
  );
  const shown = (group: GroupResult): readonly MetricResult[] =>
    group.metrics.filter(({ name }) => counted.has(name));
  const [first] = groups;
  return html`<table class="small">
    <thead>
      <tr>
        <th>${what}</th>
        <th>Passed</th>
        ${first === undefined ? "" : shown(first).map((metric) => html`<th>${metric.title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${groups.map(
        (group) =>
          html`<tr>
            <td>${group.name}</td>
            <td class="number">${group.passed}/${group.cases}</td>
            ${shown(group).map((metric) => html`<td class="number">${formatRate(metric.value)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
};
