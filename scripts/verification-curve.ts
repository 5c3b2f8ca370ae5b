import type { LabelledStatement } from "../eval/verification/labelled-statements.ts";
import { rewordedScore } from "../src/verification/reworded-from-quote.ts";
import { failedChecks } from "../src/verification/verify-statement.ts";

/** What passes where a free rewording needs at least `threshold`. */
export interface CurvePoint {
  readonly threshold: number;
  /** Shares (0–1) of the honest statements that have at most 70% of their words from the quote, and more. */
  readonly loose: number;
  readonly close: number;
  /** Share (0–1) and number of the wrong statements. */
  readonly wrong: number;
  readonly wrongCount: number;
}

const STEPS = 20;
const LOOSE = 0.7;

/** Honest and wrong statements that pass, by the rules for copies or by their score, over all thresholds. */
export const verificationCurve = (
  statements: readonly LabelledStatement[],
  learnt: number,
): readonly CurvePoint[] => {
  const scored = statements.map((each) => ({
    ...each,
    score:
      failedChecks(each.statement, each.quotes, []).length === 0
        ? 1
        : rewordedScore(each.statement, each.quotes, []),
  }));
  const honest = scored.filter(({ isHonest }) => isHonest);
  const loose = honest.filter(({ shared }) => shared <= LOOSE);
  const close = honest.filter(({ shared }) => shared > LOOSE);
  const wrong = scored.filter(({ isHonest }) => !isHonest);
  const thresholds = [...Array.from({ length: STEPS }, (_, step) => (step + 1) / STEPS), learnt, 0.01];
  return [...new Set(thresholds)]
    .toSorted((a, b) => a - b)
    .map((threshold) => {
      const passed = (group: readonly { readonly score: number }[]): number =>
        group.filter(({ score }) => score >= threshold).length;
      return {
        threshold,
        loose: passed(loose) / Math.max(1, loose.length),
        close: passed(close) / Math.max(1, close.length),
        wrong: passed(wrong) / Math.max(1, wrong.length),
        wrongCount: passed(wrong),
      };
    });
};

const WIDTH = 640;
const HEIGHT = 360;
const LEFT = 56;
const BOTTOM = 44;

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

/** The curve as an SVG picture: pass rates over the threshold, with the learnt threshold marked. */
export const curvePicture = (points: readonly CurvePoint[], learnt: number, title: string): string => {
  const highest = Math.max(0.1, ...points.flatMap(({ loose, close, wrong }) => [loose, close, wrong]));
  const x = (threshold: number): number => LEFT + threshold * (WIDTH - LEFT - 16);
  const y = (share: number): number => HEIGHT - BOTTOM - (share / highest) * (HEIGHT - BOTTOM - 48);
  const line = (of: (point: CurvePoint) => number, colour: string): string =>
    `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points
      .map((point) => `${x(point.threshold).toFixed(1)},${y(of(point)).toFixed(1)}`)
      .join(" ")}"/>`;
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const legend: readonly (readonly [string, string])[] = [
    ["honest, to 70% shared words", "#1a7f37"],
    ["honest, over 70%", "#0969da"],
    ["wrong", "#cf222e"],
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/><text x="${LEFT}" y="18">${title}</text>`,
    ...ticks.map(
      (tick) =>
        `<text x="${x(tick)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${tick}</text>` +
        `<line x1="${LEFT}" x2="${WIDTH - 16}" y1="${y(tick * highest)}" y2="${y(tick * highest)}" stroke="#ddd"/>` +
        `<text x="${LEFT - 6}" y="${y(tick * highest) + 4}" text-anchor="end">${percent(tick * highest)}</text>`,
    ),
    `<line x1="${x(learnt)}" x2="${x(learnt)}" y1="${y(highest)}" y2="${y(0)}" stroke="#57606a" stroke-dasharray="4"/>`,
    line(({ close }) => close, "#0969da"),
    line(({ loose }) => loose, "#1a7f37"),
    line(({ wrong }) => wrong, "#cf222e"),
    ...legend.map(
      ([name, colour], at) => `<text x="${LEFT + at * 190}" y="36" fill="${colour}">${name}</text>`,
    ),
    `<text x="${WIDTH / 2}" y="${HEIGHT - 8}" text-anchor="middle">threshold</text>`,
    "</svg>",
    "",
  ].join("\n");
};
