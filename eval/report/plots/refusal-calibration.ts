import type { CaseResult, Evaluation } from "../../evaluation.ts";
import type { Markup } from "../escape-html.ts";
import { html } from "../escape-html.ts";

const SIZE = 300;
const PAD = 44;
const BINS = 6;
const round = (value: number): string => value.toFixed(2);

interface Point {
  readonly name: string;
  readonly cases: number;
  /** Shares of the cases. */
  readonly due: number;
  readonly came: number;
}

const pointOf = (name: string, cases: readonly CaseResult[]): Point => ({
  name,
  cases: cases.length,
  due: cases.filter(({ evalCase }) => evalCase.expect.refused).length / cases.length,
  came: cases.filter(({ reply }) => reply?.refused === true).length / cases.length,
});

/** The four ways in which what was due and what came can meet. */
const confusion = (cases: readonly CaseResult[]): Markup => {
  const count = (due: boolean, came: boolean): number =>
    cases.filter(
      ({ evalCase, reply }) => reply !== null && evalCase.expect.refused === due && reply.refused === came,
    ).length;
  return html`<table class="narrow">
    <thead>
      <tr>
        <th></th>
        <th>answered</th>
        <th>refused</th>
      </tr>
    </thead>
    <tbody>
      <tr>
        <td>to answer</td>
        <td class="number">${count(false, false)}</td>
        <td class="number failed">${count(false, true)}</td>
      </tr>
      <tr>
        <td>to refuse</td>
        <td class="number failed">${count(true, false)}</td>
        <td class="number">${count(true, true)}</td>
      </tr>
    </tbody>
  </table>`;
};

/** A point for each kind: how many should be refused and how many are. On the diagonal it is calibrated. */
const byKind = (points: readonly Point[]): Markup => {
  const x = (value: number): number => PAD + value * SIZE;
  const y = (value: number): number => 10 + (1 - value) * SIZE;
  const most = Math.max(1, ...points.map(({ cases }) => cases));
  return html`<svg
    width="${SIZE + PAD + 20}"
    height="${SIZE + PAD + 10}"
    viewBox="0 0 ${SIZE + PAD + 20} ${SIZE + PAD + 10}"
    role="img"
    aria-label="Share refused against share to refuse, by kind"
  >
    <line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" class="bound" />
    <line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(0)}" class="axis" />
    <line x1="${x(0)}" y1="${y(0)}" x2="${x(0)}" y2="${y(1)}" class="axis" />
    <text x="${x(0.5)}" y="${y(0) + 30}" text-anchor="middle">share to refuse</text>
    <text transform="translate(12 ${y(0.5)}) rotate(-90)" text-anchor="middle">share refused</text>
    ${[0, 1].map(
      (end) =>
        html`<text x="${x(end)}" y="${y(0) + 15}" text-anchor="middle">${end}</text
          ><text x="${x(0) - 14}" y="${y(end) + 4}" text-anchor="end">${end}</text>`,
    )}
    ${points.map(
      ({ name, cases, due, came }) =>
        html`<circle cx="${x(due)}" cy="${y(came)}" r="${4 + 6 * Math.sqrt(cases / most)}" class="point">
          <title>${name}: ${cases} cases, ${round(due)} to refuse, ${round(came)} refused</title>
        </circle>`,
    )}
  </svg>`;
};

/** By the best score of the plain search, in bins of equally many cases: where refusing begins. */
const byScore = (cases: readonly CaseResult[]): Markup => {
  const scored = cases
    .flatMap((each) => (each.topScore === null ? [] : [{ each, score: each.topScore }]))
    .toSorted((a, b) => a.score - b.score);
  if (scored.length < BINS) return html``;
  const size = Math.ceil(scored.length / BINS);
  const bins = Array.from({ length: BINS }, (_, at) => scored.slice(at * size, (at + 1) * size))
    .filter((bin) => bin.length > 0)
    .map((bin) => ({
      range: `${round(bin[0]?.score ?? 0)}–${round(bin.at(-1)?.score ?? 0)}`,
      ...pointOf(
        "",
        bin.map(({ each }) => each),
      ),
    }));
  return html`<table class="narrow">
    <thead>
      <tr>
        <th>Best search score</th>
        <th>Cases</th>
        <th>To refuse</th>
        <th>Refused</th>
      </tr>
    </thead>
    <tbody>
      ${bins.map(
        ({ range, cases: count, due, came }) =>
          html`<tr>
            <td>${range}</td>
            <td class="number">${count}</td>
            <td class="number">${round(due)}</td>
            <td class="number">${round(came)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
};

/** What should be refused against what is: in all, by kind, and by the score of the best clause found. */
export const refusalCalibration = ({ cases, tags }: Evaluation): Markup =>
  html`<div class="side">
    ${byKind(
      tags.map(({ name }) =>
        pointOf(
          name,
          cases.filter(({ evalCase }) => evalCase.tags.includes(name)),
        ),
      ),
    )}
    <div>${confusion(cases)} ${byScore(cases)}</div>
  </div>`;
