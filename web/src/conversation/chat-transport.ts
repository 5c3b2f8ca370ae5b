import { DefaultChatTransport } from "ai";
import { LIMITS } from "../../../src/contract/limits.ts";
import { callServer } from "../api/call-server.ts";
import type { ChatMessage } from "./chat-message.ts";

interface SentMessage {
  readonly id: string;
  readonly role: ChatMessage["role"];
  readonly parts: readonly { readonly type: "text"; readonly text: string }[];
}

/**
 * What the server reads of the conversation: the text of the last turns. Citations and notices stay here,
 * and answers are cut to the length that the contract allows.
 */
export const textOnly = (messages: readonly ChatMessage[]): SentMessage[] =>
  messages.slice(-LIMITS.historyTurns).map((message) => {
    const text = message.parts
      .filter((part) => part.type === "text")
      .map((part) => part.text)
      .join("\n");
    return {
      id: message.id,
      role: message.role,
      parts: [{ type: "text", text: text.slice(0, LIMITS.historyTurnCharacters) }],
    };
  });

/** Talks to POST /api/chat. */
export const createChatTransport = (): DefaultChatTransport<ChatMessage> =>
  new DefaultChatTransport<ChatMessage>({
    api: "/api/chat",
    fetch: callServer,
    prepareSendMessagesRequest: ({ id, messages, body }) => ({
      body: { ...body, id, messages: textOnly(messages) },
    }),
  });
