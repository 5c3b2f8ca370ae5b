import type { AnswerReply } from "../../../src/contract/answer.ts";
import type { ChatData } from "../../../src/contract/chat.ts";
import type { CitationReply } from "../../../src/contract/common.ts";
import type { ChatMessage } from "./chat-message.ts";
import type { AnswerPiece } from "./split-markers.ts";
import { splitMarkers } from "./split-markers.ts";

/** A paragraph of an answer. */
export interface AnswerParagraph {
  readonly pieces: readonly AnswerPiece[];
  /** A number that the program counted, so that it stands in no document; null where nothing was counted. */
  readonly count: number | null;
}

/** What the page shows of an assistant's message, complete or still arriving. */
export interface AnswerView {
  readonly paragraphs: readonly AnswerParagraph[];
  /** By rising index, each index once. */
  readonly citations: readonly CitationReply[];
  readonly notices: AnswerReply["notices"];
  readonly refusal: ChatData["refusal"] | null;
  /** The rest of the answer; null until it is complete. */
  readonly summary: ChatData["answer"] | null;
}

const withMarkers = (statement: AnswerReply["statements"][number]): string => {
  const missing = statement.citations.filter((index) => !statement.text.includes(`[${index}]`));
  return statement.text + missing.map((index) => `[${index}]`).join("");
};

/** Reads the parts of a message. With a refusal, its message is not repeated as text. */
export const answerView = (message: ChatMessage): AnswerView => {
  const citations = new Map<number, CitationReply>();
  const notices: AnswerReply["notices"][number][] = [];
  const texts: string[] = [];
  let refusal: AnswerView["refusal"] = null;
  let summary: AnswerView["summary"] = null;
  for (const part of message.parts) {
    if (part.type === "text") texts.push(part.text);
    else if (part.type === "data-citation") citations.set(part.data.index, part.data);
    else if (part.type === "data-notice") notices.push(part.data);
    else if (part.type === "data-refusal") refusal = part.data;
    else if (part.type === "data-answer") summary = part.data;
  }
  const known = new Set(citations.keys());
  const paragraph = (text: string, count: number | null): AnswerParagraph => ({
    pieces: splitMarkers(text, known),
    count,
  });
  const statements = summary?.statements ?? [];
  const paragraphs =
    statements.length > 0
      ? statements.map((statement) => paragraph(withMarkers(statement), statement.count))
      : texts.flatMap((text) => text.split(/\n+/)).map((text) => paragraph(text.trim(), null));
  return {
    paragraphs: refusal === null ? paragraphs.filter(({ pieces }) => pieces.length > 0) : [],
    citations: [...citations.values()].toSorted((a, b) => a.index - b.index),
    notices,
    refusal,
    summary,
  };
};
