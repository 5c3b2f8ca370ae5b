import type { z } from "zod";
import type { AnswerRequest } from "../contract/answer.ts";
import type { ChatRequest, UiMessageSchema } from "../contract/chat.ts";
import { LIMITS } from "../contract/limits.ts";

const textOf = (message: z.infer<typeof UiMessageSchema>): string =>
  message.parts
    .filter((part) => part.type === "text")
    .map((part) => part.text ?? "")
    .join("\n");

/**
 * The question in a chat: the text of the last user message; what was said before it is the history, its
 * latest turns where there are more than the contract allows. A chat without a user message has an empty
 * question.
 */
export const chatQuestion = (chat: ChatRequest): AnswerRequest => {
  const last = chat.messages.findLastIndex((message) => message.role === "user");
  const asked = chat.messages[last];
  const history = chat.messages.slice(0, Math.max(last, 0)).flatMap(({ role, parts }) => {
    if (role === "system") return [];
    return [{ role, content: textOf({ role, parts }).slice(0, LIMITS.historyTurnCharacters) }];
  });
  return {
    question: asked === undefined ? "" : textOf(asked),
    history: history.slice(-LIMITS.historyTurns),
    ...(chat.asOf === undefined ? {} : { asOf: chat.asOf }),
    ...(chat.documentIds === undefined ? {} : { documentIds: chat.documentIds }),
    ...(chat.profile === undefined ? {} : { profile: chat.profile }),
  };
};
