import type { Evaluation } from "../../evaluation.ts";
import type { Markup } from "../escape-html.ts";
import { html } from "../escape-html.ts";

const WIDTH = 560;
const HEIGHT = 160;
const LEFT = 40;
const STAGES = ["understand", "retrieve", "compose", "verify"] as const;

/** The share of answers that came within a time, over a logarithmic axis, with p50 and p95. */
const distribution = (times: readonly number[], marks: readonly (number | null)[]): Markup => {
  const sorted = times.toSorted((a, b) => a - b);
  const low = Math.log10(Math.max(1, sorted[0] ?? 1));
  const high = Math.max(low + 0.1, Math.log10(Math.max(1, sorted.at(-1) ?? 1)));
  const x = (ms: number): number =>
    Math.round((LEFT + ((Math.log10(Math.max(1, ms)) - low) / (high - low)) * WIDTH) * 10) / 10;
  const y = (share: number): number => Math.round((10 + (1 - share) * HEIGHT) * 10) / 10;
  const points = sorted.map((ms, at) => `${x(ms)},${y((at + 1) / sorted.length)}`).join(" ");
  const ticks = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000].filter(
    (ms) => Math.log10(ms) >= low && Math.log10(ms) <= high,
  );
  return html`<svg
    width="${LEFT + WIDTH + 40}"
    height="${HEIGHT + 50}"
    viewBox="0 0 ${LEFT + WIDTH + 40} ${HEIGHT + 50}"
    role="img"
    aria-label="Share of answers within a time"
  >
    <line x1="${LEFT}" x2="${LEFT + WIDTH}" y1="${y(0)}" y2="${y(0)}" class="axis" />
    <line x1="${LEFT}" x2="${LEFT}" y1="${y(0)}" y2="${y(1)}" class="axis" />
    ${[0, 0.5, 1].map(
      (share) => html`<text x="${LEFT - 6}" y="${y(share) + 4}" text-anchor="end">${share}</text>`,
    )}
    ${ticks.map((ms) => html`<text x="${x(ms)}" y="${y(0) + 16}" text-anchor="middle">${ms}</text>`)}
    <text x="${LEFT + WIDTH}" y="${y(0) + 32}" text-anchor="end">ms</text>
    ${marks.flatMap((ms) =>
      ms === null ? [] : [html`<line x1="${x(ms)}" x2="${x(ms)}" y1="${y(0)}" y2="${y(1)}" class="bound" />`],
    )}
    <polyline points="${points}" class="line" />
  </svg>`;
};

/** How long answers took, and, by what the target says of itself, in which of its stages. */
export const latencyPlot = ({ cases, latencyMs }: Evaluation): Markup => {
  const replies = cases.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  if (replies.length === 0) return html`<p>No replies.</p>`;
  const times = cases.filter(({ reply }) => reply !== null).map((each) => each.latencyMs);
  const mean = (stage: (typeof STAGES)[number] | "total"): string =>
    (replies.reduce((sum, { timingMs }) => sum + timingMs[stage], 0) / replies.length).toFixed(1);
  return html`${distribution(times, [latencyMs.p50.value, latencyMs.p95.value])}
    <p class="muted">
      The target's own account, mean milliseconds: ${STAGES.map((stage) => html`${stage} ${mean(stage)}, `)}
      total ${mean("total")}. What lies above it is waiting: for a free core, and for the requests before.
    </p>`;
};
