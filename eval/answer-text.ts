import type { AnswerReply } from "../src/contract/answer.ts";

/** What an answer says: its text and its quotes, each on a line of its own; empty for a refusal. */
export const answerText = (reply: AnswerReply | null): string =>
  reply === null || reply.refused
    ? ""
    : [
        reply.answer.replace(/\[\d+\]/g, ""),
        ...reply.statements.map((statement) => statement.text),
        ...reply.citations.map((citation) => citation.quote),
      ].join("\n\u0000\n");
