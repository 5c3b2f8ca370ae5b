import type { CitationReply } from "../../src/contract/common.ts";
import type { ContextPiece } from "../citation-context.ts";
import type { CaseResult } from "../evaluation.ts";
import type { Markup } from "./escape-html.ts";
import { html } from "./escape-html.ts";
import { describeExpectation, formatMs } from "./format-value.ts";

const piece = ({ text, cited, expected }: ContextPiece): Markup => {
  const shown = expected ? html`<u>${text}</u>` : html`${text}`;
  return cited ? html`<mark>${shown}</mark>` : shown;
};

const citation = (each: CitationReply, { contexts }: CaseResult): Markup => {
  const context = contexts.find(({ index }) => index === each.index);
  const original =
    context === undefined
      ? html`<p class="failed">The target does not have this document; it quotes:</p>
          <blockquote>${each.quote}</blockquote>`
      : html`<blockquote>…${context.pieces.map((part) => piece(part))}…</blockquote>`;
  return html`<li>
    <b>[${each.index}]</b> ${each.documentTitle}, ${each.label}
    <span class="muted">${each.start}–${each.end}, ${each.status}</span>
    ${original}
  </li>`;
};

const reply = (result: CaseResult): Markup => {
  if (result.reply === null) return html`<p class="failed">No reply: ${result.error ?? "unknown"}</p>`;
  const { reply: came } = result;
  const notices = came.notices.map((notice) => html`<li>${notice.kind}: ${notice.text}</li>`);
  if (came.refused) {
    return html`<p><b>Refused (${came.refusal?.reason ?? "no reason"}):</b> ${came.refusal?.message ?? ""}</p>
      <p class="muted">Nearest clauses</p>
      <ul>
        ${(came.refusal?.nearest ?? []).map((each) => citation(each, result))}
      </ul>`;
  }
  return html`<p class="answer">${came.answer}</p>
    <ul>
      ${came.citations.map((each) => citation(each, result))}
    </ul>
    <ul>
      ${notices}
    </ul>`;
};

/** The evidence that was not cited, in its original. */
const missed = ({ missed: all }: CaseResult): Markup =>
  all.length === 0
    ? html``
    : html`<p class="muted">Not cited, in the original</p>
        <ul>
          ${all.map(
            ({ document, label, pieces }) =>
              html`<li>
                ${document}, ${label}
                <blockquote>…${pieces.map((part) => piece(part))}…</blockquote>
              </li>`,
          )}
        </ul>`;

/** Whether the search or the answer lost the evidence. */
const found = ({ foundRanks }: CaseResult): Markup =>
  foundRanks === null || foundRanks.length === 0
    ? html``
    : html`<p class="muted">
        The plain search has the evidence at
        ${foundRanks.map((rank) => (rank === null ? "none of the first" : `rank ${rank}`)).join(", ")}.
      </p>`;

/** One case as a table row that opens: question, verdict, and below what was expected and what came. */
export const caseRow = (result: CaseResult): Markup => {
  const { evalCase, findings, notes } = result;
  const history = (evalCase.history ?? []).map(
    (turn) => html`<p class="muted">${turn.role}: ${turn.content}</p>`,
  );
  const documents = evalCase.evidence.flatMap(({ anyOf }) => anyOf.map(({ document }) => document));
  const metrics = findings.map(({ metric }) => metric);
  return html`<tr
    class="case"
    id="case-${evalCase.id}"
    data-failed="${findings.length > 0 ? "yes" : "no"}"
    data-tags="${JSON.stringify(evalCase.tags)}"
    data-documents="${JSON.stringify([...new Set(documents)])}"
    data-metrics="${JSON.stringify([...new Set(metrics)])}"
  >
    <td>${evalCase.id}</td>
    <td>
      <details>
        <summary>${evalCase.question}</summary>
        ${history}
        <p><b>Expected:</b> ${describeExpectation(evalCase)}</p>
        ${found(result)} ${reply(result)} ${missed(result)}
        ${notes.map(({ text }) => html`<p class="muted">Self-check: ${text}</p>`)}
      </details>
      ${findings.map(
        ({ metric, text }) => html`<p class="failed">✗ ${text} <span class="muted">${metric}</span></p>`,
      )}
    </td>
    <td>${evalCase.tags.join(", ")}</td>
    <td class="number" data-sort="${result.latencyMs.toFixed(1)}">${formatMs(result.latencyMs)}</td>
    <td>${findings.length > 0 ? "failed" : "passed"}</td>
  </tr>`;
};
