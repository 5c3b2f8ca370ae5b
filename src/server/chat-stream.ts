import type { InferUIMessageChunk, UIMessage } from "ai";
import type { AnswerEvent } from "../answering/assistant.ts";
import type { AnswerReply } from "../contract/answer.ts";
import type { ChatData } from "../contract/chat.ts";
import type { CitationReply } from "../contract/common.ts";
import type { Answer, Statement } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import { bookTitle } from "./book-title.ts";

export type ChatMessage = UIMessage<never, ChatData>;
export type ChatChunk = InferUIMessageChunk<ChatMessage>;

const citationReply = (citation: Citation): CitationReply => ({
  ...citation,
  issuers: [...citation.issuers],
  path: [...citation.path],
});

const answerData = (answer: Answer): ChatData["answer"] => ({
  id: answer.id,
  resolvedQuestion: answer.resolvedQuestion,
  refused: answer.refused,
  statements: answer.statements.map((each) => ({ ...each, citations: [...each.citations] })),
  asOf: answer.asOf,
  mode: answer.mode,
  model: answer.model,
  index: answer.index,
  timingMs: { ...answer.timingMs },
});

const refusalData = (refusal: NonNullable<Answer["refusal"]>): NonNullable<AnswerReply["refusal"]> => ({
  reason: refusal.reason,
  message: refusal.message,
  nearest: refusal.nearest.map((citation) => citationReply(citation)),
});

const textPart = (id: string, text: string): ChatChunk[] => [
  { type: "text-start", id },
  { type: "text-delta", id, delta: text },
  { type: "text-end", id },
];

/** A statement as a reader sees it, with its markers: `…[1][2]`. */
const withMarkers = (statement: Statement): string =>
  statement.text + statement.citations.map((index) => `[${index}]`).join("");

/**
 * What one event of an answer is in the stream: each statement, and the message of a refusal, is a text part
 * of its own; a citation is both a source of the SDK and a part with everything that is known of it.
 * @param place - number of the event in its answer; part ids come from it
 */
export const chatChunks = (event: AnswerEvent, place: number): ChatChunk[] => {
  switch (event.type) {
    case "statement":
      return textPart(`statement-${place}`, withMarkers(event.statement));
    case "citation": {
      const { clauseId, documentTitle, label, index } = event.citation;
      const title = `${bookTitle(documentTitle)}${label}`;
      return [
        { type: "source-document", sourceId: clauseId, mediaType: "text/plain", title },
        { type: "data-citation", id: `citation-${index}`, data: citationReply(event.citation) },
      ];
    }
    case "notice":
      return [{ type: "data-notice", id: `notice-${place}`, data: { ...event.notice } }];
    case "refusal":
      return [
        ...textPart(`refusal-${place}`, event.refusal.message),
        { type: "data-refusal", id: "refusal", data: refusalData(event.refusal) },
      ];
    case "done":
      break;
  }
  return [{ type: "data-answer", id: "answer", data: answerData(event.answer) }];
};
