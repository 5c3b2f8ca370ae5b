import { z } from "zod";
import type { ChatMessage } from "./chat-message.ts";
import { chatDataSchemas } from "./chat-message.ts";

/** Raised when the saved form changes; what an older page saved is then ignored. */
const VERSION = 1;
const MOST_MESSAGES = 600;
/** Browsers keep about five million characters for an origin; the conversation takes at most a part of them. */
const MOST_CHARACTERS = 1_500_000;

const PartSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("data-citation"), data: chatDataSchemas.citation }),
  z.object({ type: z.literal("data-notice"), data: chatDataSchemas.notice }),
  z.object({ type: z.literal("data-refusal"), data: chatDataSchemas.refusal }),
  z.object({ type: z.literal("data-answer"), data: chatDataSchemas.answer }),
]);

const SavedSchema = z.object({
  version: z.literal(VERSION),
  messages: z.array(
    z.object({ id: z.string(), role: z.enum(["user", "assistant"]), parts: z.array(PartSchema) }),
  ),
});

const saved = (message: ChatMessage): ChatMessage => ({
  id: message.id,
  role: message.role,
  // What the page does not show (`source-document`, step marks) is not kept.
  parts: message.parts.filter((part) => PartSchema.safeParse(part).success),
});

/**
 * The conversation as text for the browser's store, or null when there is nothing to keep. The oldest turns
 * go first when it is too long.
 */
export const writeConversation = (messages: readonly ChatMessage[]): string | null => {
  let kept = messages.slice(-MOST_MESSAGES).map((message) => saved(message));
  while (kept.length > 0) {
    const text = JSON.stringify({ version: VERSION, messages: kept });
    if (text.length <= MOST_CHARACTERS) return text;
    kept = kept.slice(Math.max(1, Math.floor(kept.length / 4)));
  }
  return null;
};

/** The saved conversation; empty when the text is absent, broken, or of another version. */
export const readConversation = (text: string | null): ChatMessage[] => {
  if (text === null) return [];
  try {
    return SavedSchema.safeParse(JSON.parse(text)).data?.messages ?? [];
  } catch {
    return [];
  }
};
