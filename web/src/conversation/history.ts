import { z } from "zod";
import type { ChatMessage } from "./chat-message.ts";
import { readConversation, writeConversation } from "./saved-conversation.ts";

/** A conversation that was put away. */
export interface PastConversation {
  readonly id: string;
  /** When it was put away, as an ISO 8601 instant. */
  readonly savedAt: string;
  readonly messages: readonly ChatMessage[];
}

const VERSION = 1;
const MOST_CONVERSATIONS = 200;
/** With the conversation at hand it stays below what browsers keep for an origin. */
const MOST_CHARACTERS = 2_000_000;

const HistorySchema = z.object({
  version: z.literal(VERSION),
  // Each as its own text, so that one that is broken does not take the others with it.
  conversations: z.array(z.object({ id: z.string(), savedAt: z.string(), saved: z.string() })),
});

/** The history as text for the browser's store, the latest first; the oldest go first when it is too long. */
export const writeHistory = (conversations: readonly PastConversation[]): string | null => {
  const kept: { id: string; savedAt: string; saved: string }[] = [];
  let characters = 0;
  for (const { id, savedAt, messages } of conversations.slice(0, MOST_CONVERSATIONS)) {
    const saved = writeConversation(messages);
    if (saved === null) continue;
    // Quotes are escaped once more in the whole.
    characters += JSON.stringify(saved).length;
    if (characters > MOST_CHARACTERS) break;
    kept.push({ id, savedAt, saved });
  }
  return kept.length === 0 ? null : JSON.stringify({ version: VERSION, conversations: kept });
};

/** The saved history; empty when the text is absent, broken, or of another version. */
export const readHistory = (text: string | null): PastConversation[] => {
  if (text === null) return [];
  try {
    const conversations = HistorySchema.safeParse(JSON.parse(text)).data?.conversations ?? [];
    return conversations
      .map(({ id, savedAt, saved }) => ({ id, savedAt, messages: readConversation(saved) }))
      .filter(({ messages }) => messages.length > 0);
  } catch {
    return [];
  }
};
