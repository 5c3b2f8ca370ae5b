import type { CitationReply } from "../../../src/contract/common.ts";
import { LIMITS } from "../../../src/contract/limits.ts";
import type { Report } from "../../../src/contract/report.ts";
import type { FoundAnswer } from "../conversation/find-answer.ts";

/** A measure of the matching whose words are reported. */
export interface ReportedMeasure {
  readonly title: string;
  /** The day on which it was judged. */
  readonly asOf: string;
}

/** An answer that is reported, and one of its citations unless it is about all of it. */
export interface ReportedAnswer {
  readonly found: FoundAnswer;
  readonly citation: CitationReply | null;
}

/** What a report is about: an answer or one of its citations, or the words of a measure that was matched. */
export type ReportSubject =
  | ReportedAnswer
  | { readonly measure: ReportedMeasure; readonly citation: CitationReply };

interface Said {
  readonly reason: Report["reason"] | null;
  readonly comment: string;
}

const textOf = (turn: FoundAnswer["turn"]): string =>
  (turn.answer?.parts ?? []).flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");

const opinionOf = ({ reason, comment }: Said): Pick<Report, "reason" | "comment"> => ({
  ...(reason === null ? {} : { reason }),
  ...(comment.trim() === "" ? {} : { comment: comment.trim() }),
});

const quotesOf = (citations: readonly CitationReply[]): Report["citations"] =>
  citations
    .slice(0, 100)
    .map(({ documentId, quote }) => ({ documentId, quote: quote.slice(0, LIMITS.historyTurnCharacters) }));

/** The report of a measure's words. Nothing of the profile that it was matched with is in it. */
const reportOfMeasure = (measure: ReportedMeasure, citation: CitationReply, said: Said): Report => ({
  question: `政策匹配：${measure.title}`.slice(0, LIMITS.questionCharacters),
  asOf: measure.asOf,
  ...opinionOf(said),
  citations: quotesOf([citation]),
  expected: [],
});

const reportOfAnswer = ({ found, citation }: ReportedAnswer, said: Said): Report => {
  const { turn, summary, before } = found;
  const cited = (turn.answer?.parts ?? []).flatMap((part) =>
    part.type === "data-citation" ? [part.data] : [],
  );
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
    ...opinionOf(said),
    citations: quotesOf(citation === null ? cited : [citation]),
    expected: [],
  };
};

/** The report as the server keeps it, within the contract's limits. */
export const reportOf = (subject: ReportSubject, said: Said): Report =>
  "measure" in subject
    ? reportOfMeasure(subject.measure, subject.citation, said)
    : reportOfAnswer(subject, said);
