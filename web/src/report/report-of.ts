import type { CitationReply } from "../../../src/contract/common.ts";
import { LIMITS } from "../../../src/contract/limits.ts";
import type { Report } from "../../../src/contract/report.ts";
import type { FoundAnswer } from "../conversation/find-answer.ts";

/** What a report is about: an answer, and one of its citations unless it is about all of it. */
export interface ReportSubject {
  readonly found: FoundAnswer;
  readonly citation: CitationReply | null;
}

const textOf = (turn: FoundAnswer["turn"]): string =>
  (turn.answer?.parts ?? []).flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");

/** The report as the server keeps it, within the contract's limits. */
export const reportOf = (
  { found, citation }: ReportSubject,
  said: { readonly reason: Report["reason"] | null; readonly comment: string },
): Report => {
  const { turn, summary, before } = found;
  const cited = (turn.answer?.parts ?? []).flatMap((part) =>
    part.type === "data-citation" ? [part.data] : [],
  );
  const comment = said.comment.trim();
  return {
    id: summary.id,
    question: turn.question,
    asOf: summary.asOf,
    history: before
      .flatMap((each) => [
        { role: "user" as const, content: each.question },
        ...(each.answer === null ? [] : [{ role: "assistant" as const, content: textOf(each) }]),
      ])
      .slice(-LIMITS.historyTurns)
      .map(({ role, content }) => ({ role, content: content.slice(0, LIMITS.historyTurnCharacters) })),
    ...(said.reason === null ? {} : { reason: said.reason }),
    ...(comment === "" ? {} : { comment }),
    citations: (citation === null ? cited : [citation])
      .slice(0, 100)
      .map(({ documentId, quote }) => ({ documentId, quote: quote.slice(0, LIMITS.historyTurnCharacters) })),
    expected: [],
  };
};
