import type { AnswerReply } from "../../src/contract/answer.ts";
import type { AssistantClient } from "../assistant-client.ts";

/** One way of answering badly: changes the honest reply, for which it may ask the honest server more. */
export type Breakage = (reply: AnswerReply, honest: AssistantClient) => AnswerReply | Promise<AnswerReply>;

/** The reply with other statements, its text made of them anew. */
export const withStatements = (reply: AnswerReply, statements: AnswerReply["statements"]): AnswerReply => ({
  ...reply,
  statements,
  answer: statements
    .map(({ text, citations }) => `${text}${citations.map((index) => `[${index}]`).join("")}`)
    .join("\n"),
});
