import type { Evaluation, MetricResult } from "../evaluation.ts";
import type { Markup } from "./escape-html.ts";
import { html } from "./escape-html.ts";
import { formatInterval, formatRate, formatThreshold, formatVerdict } from "./format-value.ts";

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
      ${metrics.map(
        (metric) =>
          html`<tr class="${metric.met ? "" : "failed"}">
            <td>${metric.title}${metric.better === "lower" ? " (lower is better)" : ""}</td>
            <td class="number">${formatRate(metric.value)}</td>
            <td>${bar(metric)}</td>
            <td class="number">${formatInterval(metric)}</td>
            <td class="number">${metric.hits}/${metric.total}</td>
            <td class="number">${formatThreshold(metric)}</td>
            <td>${formatVerdict(metric)}</td>
          </tr>`,
      )}
    </tbody>
  </table>
`;

/** The table of tags: cases, cases passed, and every metric. */
export const tagsTable = ({ tags, metrics }: Evaluation): Markup => html`
  <table class="small">
    <thead>
      <tr>
        <th>Tag</th>
        <th>Passed</th>
        ${metrics.map((metric) => html`<th>${metric.title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${tags.map(
        (tag) =>
          html`<tr>
            <td>${tag.tag}</td>
            <td class="number">${tag.passed}/${tag.cases}</td>
            ${tag.metrics.map((metric) => html`<td class="number">${formatRate(metric.value)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>
`;
