import type { DocumentCoverage } from "../../clause-coverage.ts";
import type { Markup } from "../escape-html.ts";
import { html } from "../escape-html.ts";

const WIDTH = 960;
const HEIGHT = 18;

const shadeOf = (questions: number, failed: number): string => {
  if (questions === 0) return "uncovered";
  return failed > 0 ? "value missed" : questions > 2 ? "value" : "value light";
};

const strip = ({ document, title, clauses }: DocumentCoverage): Markup => {
  const whole = Math.max(
    1,
    clauses.reduce((sum, { length }) => sum + length, 0),
  );
  const covered = clauses.filter(({ questions }) => questions > 0).length;
  let at = 0;
  return html`<div>
    <p class="muted">${document}: ${title}, ${covered} of ${clauses.length} clauses</p>
    <svg
      width="${WIDTH}"
      height="${HEIGHT}"
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label="Clauses of ${title} that questions cover: ${covered} of ${clauses.length}"
    >
      ${clauses.map(({ label, length, questions, failed }) => {
        const x = (at / whole) * WIDTH;
        at += length;
        return html`<rect
          x="${x.toFixed(1)}"
          y="0"
          width="${Math.max(0.5, (length / whole) * WIDTH - 0.5).toFixed(1)}"
          height="${HEIGHT}"
          class="${shadeOf(questions, failed)}"
        >
          <title>${label}: ${questions} questions, ${failed} failed</title>
        </rect>`;
      })}
    </svg>
  </div>`;
};

/** Each document as a strip of its clauses, as wide as their own texts are long; grey ones no question asks about. */
export const coveragePlot = (coverage: readonly DocumentCoverage[]): Markup =>
  html`<div class="scroll">${coverage.map((each) => strip(each))}</div>`;
