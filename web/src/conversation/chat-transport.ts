import { DefaultChatTransport } from "ai";
import { LIMITS } from "../../../src/contract/limits.ts";
import { callServer } from "../api/call-server.ts";
import { MATCH_KEY } from "../match/match-key.ts";
import { readStored } from "../page/browser-store.ts";
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

/** The profile of the matching view, beside a question. Loaded only where one was filled in; a question goes without it too. */
const profileBeside = async (): Promise<object> => {
  const stored = readStored(MATCH_KEY);
  if (stored === null) return {};
  const profile = await import("../match/saved-profile.ts").then(
    ({ savedProfile }) => savedProfile(stored),
    () => null,
  );
  return profile === null ? {} : { profile };
};

/** Talks to POST /api/chat. */
export const createChatTransport = (): DefaultChatTransport<ChatMessage> =>
  new DefaultChatTransport<ChatMessage>({
    api: "/api/chat",
    fetch: callServer,
    prepareSendMessagesRequest: async ({ id, messages, body }) => ({
      body: { ...body, id, messages: textOnly(messages), ...(await profileBeside()) },
    }),
  });
