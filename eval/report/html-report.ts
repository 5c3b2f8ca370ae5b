import type { Evaluation } from "../evaluation.ts";
import { html, Markup } from "./escape-html.ts";
import { formatMs } from "./format-value.ts";
import { caseRow } from "./html-case.ts";
import { metricsTable, tagsTable } from "./html-metrics.ts";

const STYLE = `
  :root { color-scheme: light dark; --line: #8884; --bad: light-dark(#b3261e, #ff8a80); --good: light-dark(#2e7d52, #6fcf97); }
  body { font: 15px/1.5 system-ui, "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; margin-bottom: 2rem; }
  table.small { font-size: .85em; }
  .scroll { overflow-x: auto; }
  th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
  .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .failed { color: var(--bad); margin: .2rem 0; }
  .muted { opacity: .7; margin: .2rem 0; }
  .answer, blockquote { white-space: pre-wrap; }
  blockquote { margin: .2rem 0 .6rem; padding-left: .8rem; border-left: 3px solid var(--line); }
  summary { cursor: pointer; }
  .filters { display: flex; flex-wrap: wrap; gap: 1rem; margin-bottom: 1rem; align-items: center; }
  .track { fill: var(--line); } .value { fill: var(--good); } .value.missed { fill: var(--bad); }
  .interval { stroke: currentColor; stroke-width: 2; } .bound { stroke: currentColor; stroke-dasharray: 2 2; }
`;

const SCRIPT = `
  const text = document.getElementById("text"), tag = document.getElementById("tag"), failed = document.getElementById("failed");
  const rows = [...document.querySelectorAll("tr.case")], shown = document.getElementById("shown");
  const filter = () => {
    const wanted = text.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      row.hidden = (failed.checked && row.dataset.failed !== "yes")
        || (tag.value !== "" && !row.dataset.tags.split(" ").includes(tag.value))
        || (wanted !== "" && !row.textContent.toLowerCase().includes(wanted));
      if (!row.hidden) count += 1;
    }
    shown.textContent = count + " of " + rows.length;
  };
  for (const control of [text, tag, failed]) control.addEventListener("input", filter);
  filter();
`;

/** The report as one page that asks for nothing from elsewhere; every text of the cases is escaped. */
export const htmlReport = (evaluation: Evaluation): string => {
  const passed = evaluation.cases.filter((each) => each.findings.length === 0).length;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
        />
        <title>Zhengwen evaluation, ${evaluation.startedAt}</title>
        <style>
          ${new Markup(STYLE)}
        </style>
      </head>
      <body>
        <h1>Evaluation</h1>
        <p>
          ${evaluation.startedAt}, ${evaluation.target}, ${evaluation.casesFile},
          ${evaluation.modes.join(", ") || "no replies"}, index ${evaluation.index ?? "unknown"}
        </p>
        <p>
          <b class="${evaluation.met ? "" : "failed"}"
            >${evaluation.met ? "All thresholds met." : "Thresholds missed."}</b
          >
          ${passed} of ${evaluation.cases.length} cases passed; latency p50
          ${formatMs(evaluation.latencyMs.p50)}, p95 ${formatMs(evaluation.latencyMs.p95)}.
        </p>
        ${metricsTable(evaluation)}
        <h2>By tag</h2>
        <div class="scroll">${tagsTable(evaluation)}</div>
        <h2>Cases</h2>
        <div class="filters">
          <label>Search <input id="text" type="search" /></label>
          <label
            >Tag
            <select id="tag">
              <option value="">all</option>
              ${evaluation.tags.map(({ tag }) => html`<option>${tag}</option>`)}
            </select></label
          >
          <label><input id="failed" type="checkbox" /> failing only</label>
          <span id="shown" aria-live="polite"></span>
        </div>
        <table>
          <thead>
            <tr>
              <th>Case</th>
              <th>Question</th>
              <th>Tags</th>
              <th>Latency</th>
              <th></th>
            </tr>
          </thead>
          <tbody>
            ${evaluation.cases.map((each) => caseRow(each))}
          </tbody>
        </table>
        <script>
          ${new Markup(SCRIPT)};
        </script>
      </body>
    </html> `.html;
};
