import type { CitationReply } from "../../src/contract/common.ts";
import type { CaseResult } from "../evaluation.ts";
import type { Markup } from "./escape-html.ts";
import { html } from "./escape-html.ts";
import { describeExpectation, formatMs } from "./format-value.ts";

const citation = (each: CitationReply): Markup =>
  html`<li>
    <b>[${each.index}]</b> ${each.documentTitle}, ${each.label}
    <span class="muted">${each.start}–${each.end}, ${each.status}</span>
    <blockquote>${each.quote}</blockquote>
  </li>`;

const reply = (result: CaseResult): Markup => {
  if (result.reply === null) return html`<p class="failed">No reply: ${result.error ?? "unknown"}</p>`;
  const { reply: came } = result;
  const notices = came.notices.map((notice) => html`<li>${notice.kind}: ${notice.text}</li>`);
  if (came.refused) {
    return html`<p><b>Refused (${came.refusal?.reason ?? "no reason"}):</b> ${came.refusal?.message ?? ""}</p>
      <p class="muted">Nearest clauses</p>
      <ul>
        ${(came.refusal?.nearest ?? []).map((each) => citation(each))}
      </ul>`;
  }
  return html`<p class="answer">${came.answer}</p>
    <ul>
      ${came.citations.map((each) => citation(each))}
    </ul>
    <ul>
      ${notices}
    </ul>`;
};

/** One case as a table row that opens: question, verdict, and below what was expected and what came. */
export const caseRow = (result: CaseResult): Markup => {
  const { evalCase, findings } = result;
  const history = (evalCase.history ?? []).map(
    (turn) => html`<p class="muted">${turn.role}: ${turn.content}</p>`,
  );
  return html`<tr
    class="case"
    data-failed="${findings.length > 0 ? "yes" : "no"}"
    data-tags="${evalCase.tags.join(" ")}"
  >
    <td>${evalCase.id}</td>
    <td>
      <details>
        <summary>${evalCase.question}</summary>
        ${history}
        <p><b>Expected:</b> ${describeExpectation(evalCase)}</p>
        ${reply(result)}
      </details>
      ${findings.map((finding) => html`<p class="failed">✗ ${finding}</p>`)}
    </td>
    <td>${evalCase.tags.join(", ")}</td>
    <td class="number">${formatMs(result.latencyMs)}</td>
    <td>${findings.length > 0 ? "failed" : "passed"}</td>
  </tr>`;
};
