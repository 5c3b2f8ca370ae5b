import type { Evaluation } from "../evaluation.ts";
import type { Markup } from "./escape-html.ts";
import { html } from "./escape-html.ts";
import { formatMs, formatMsInterval } from "./format-value.ts";
import { caseRow } from "./html-case.ts";
import { definitions, groupsTable, metricsTable } from "./html-metrics.ts";
import { page } from "./page.ts";
import { coveragePlot } from "./plots/coverage-plot.ts";
import { groupBars } from "./plots/group-bars.ts";
import { latencyPlot } from "./plots/latency-plot.ts";
import { refusalCalibration } from "./plots/refusal-calibration.ts";

const SCRIPT = `
  const byId = (id) => document.getElementById(id);
  const text = byId("text"), failed = byId("failed"), slowest = byId("slowest"), body = byId("cases");
  const lists = [["tag", "tags"], ["document", "documents"], ["metric", "metrics"]];
  const rows = [...document.querySelectorAll("tr.case")], shown = byId("shown");
  const has = (row, [id, data]) => byId(id).value === "" || JSON.parse(row.dataset[data]).includes(byId(id).value);
  const filter = () => {
    const wanted = text.value.trim().toLowerCase();
    let count = 0;
    for (const row of rows) {
      row.hidden = (failed.checked && row.dataset.failed !== "yes")
        || !lists.every((list) => has(row, list))
        || (wanted !== "" && !row.textContent.toLowerCase().includes(wanted));
      if (!row.hidden) count += 1;
    }
    shown.textContent = count + " of " + rows.length;
  };
  const time = (row) => Number(row.querySelector("[data-sort]").dataset.sort);
  const sort = () => body.append(...(slowest.checked ? [...rows].sort((a, b) => time(b) - time(a)) : rows));
  for (const control of [text, failed, ...lists.map(([id]) => byId(id))]) control.addEventListener("input", filter);
  slowest.addEventListener("input", sort);
  filter();
`;

const head = (evaluation: Evaluation, passed: number): Markup => {
  const { latencyMs, judge, indexes } = evaluation;
  return html`<h1>Evaluation</h1>
    <p>
      ${evaluation.startedAt}, ${evaluation.target}, ${evaluation.casesFile},
      ${evaluation.modes.join(", ") || "no replies"}, index ${indexes.join(", ") || "unknown"}
    </p>
    <p>
      <b class="${evaluation.met ? "" : "failed"}"
        >${evaluation.met ? "All thresholds met." : "Thresholds missed."}</b
      >
      ${passed} of ${evaluation.cases.length} cases passed; latency p50 ${formatMs(latencyMs.p50.value)}
      (${formatMsInterval(latencyMs.p50)}), p95 ${formatMs(latencyMs.p95.value)}
      (${formatMsInterval(latencyMs.p95)}).
      ${
        judge === null
          ? ""
          : `Statements judged by ${judge.model}; Cohen's kappa with the rules: ${judge.kappa?.toFixed(2) ?? "–"}.`
      }
      ${indexes.length > 1 ? "The index changed while the questions were asked." : ""}
    </p>`;
};

const choice = (id: string, label: string, values: readonly string[]): Markup =>
  html`<label
    >${label}
    <select id="${id}">
      <option value="">all</option>
      ${values.map((value) => html`<option>${value}</option>`)}
    </select></label
  >`;

const caseTable = (evaluation: Evaluation): Markup => {
  const { tags, documents, cases } = evaluation;
  const failing = new Set(cases.flatMap(({ findings }) => findings.map(({ metric }) => metric)));
  return html`<div class="filters">
      <label>Search <input id="text" type="search" /></label>
      ${choice(
        "tag",
        "Kind",
        tags.map(({ name }) => name),
      )}
      ${choice(
        "document",
        "Document",
        documents.map(({ name }) => name),
      )}
      ${choice("metric", "Failed by", [...failing].toSorted())}
      <label><input id="failed" type="checkbox" /> failing only</label>
      <label><input id="slowest" type="checkbox" /> slowest first</label>
      <span id="shown" aria-live="polite"></span>
    </div>
    <p class="muted">In the originals: <mark>cited</mark>, <u>expected evidence</u>.</p>
    <table>
      <thead>
        <tr>
          <th>Case</th>
          <th>Question</th>
          <th>Kinds</th>
          <th>Latency</th>
          <th></th>
        </tr>
      </thead>
      <tbody id="cases">
        ${cases.map((each) => caseRow(each))}
      </tbody>
    </table>`;
};

/** The report as one page that asks for nothing from elsewhere; every text of the cases is escaped. */
export const htmlReport = (evaluation: Evaluation): string => {
  const passed = evaluation.cases.filter((each) => each.findings.length === 0).length;
  const body = html`${head(evaluation, passed)} ${metricsTable(evaluation)} ${definitions(evaluation)}
    <h2>By kind</h2>
    <div class="scroll">${groupBars(evaluation.tags, "kind")}</div>
    <div class="scroll">${groupsTable("Kind", evaluation.tags)}</div>
    <h2>By document</h2>
    <div class="scroll">${groupBars(evaluation.documents, "document")}</div>
    <div class="scroll">${groupsTable("Document", evaluation.documents)}</div>
    <h2>Refusals</h2>
    ${refusalCalibration(evaluation)}
    <h2>Latency</h2>
    ${latencyPlot(evaluation)}
    <h2>Clauses that the questions cover</h2>
    ${coveragePlot(evaluation.coverage)}
    <h2>Cases</h2>
    ${caseTable(evaluation)}`;
  return page(`Zhengwen evaluation, ${evaluation.startedAt}`, body, SCRIPT);
};
