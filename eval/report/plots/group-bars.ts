import type { GroupResult } from "../../evaluation.ts";
import type { Markup } from "../escape-html.ts";
import { html } from "../escape-html.ts";

const LABEL = 210;
const BAR = 460;
const ROW = 22;

/** A bar for each group: the cases that passed, then those that failed, against the largest group. */
export const groupBars = (groups: readonly GroupResult[], what: string): Markup => {
  const most = Math.max(1, ...groups.map(({ cases }) => cases));
  const height = groups.length * ROW;
  return html`<svg
    width="${LABEL + BAR + 80}"
    height="${height}"
    viewBox="0 0 ${LABEL + BAR + 80} ${height}"
    role="img"
    aria-label="Cases passed and failed by ${what}"
  >
    ${groups.map(({ name, cases, passed }, row) => {
      const y = row * ROW + 3;
      const width = (passed / most) * BAR;
      return html`<g>
        <title>${name}: ${passed} of ${cases} passed</title>
        <text x="${LABEL - 8}" y="${y + 13}" text-anchor="end">${name}</text>
        <rect x="${LABEL}" y="${y}" width="${width}" height="16" class="value" />
        <rect
          x="${LABEL + width}"
          y="${y}"
          width="${((cases - passed) / most) * BAR}"
          height="16"
          class="value missed"
        />
        <text x="${LABEL + (cases / most) * BAR + 6}" y="${y + 13}">${passed}/${cases}</text>
      </g>`;
    })}
  </svg>`;
};
