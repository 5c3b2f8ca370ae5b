import type { ChatData } from "../../../src/contract/chat.ts";
import type { ChatMessage } from "./chat-message.ts";
import type { Turn } from "./turns.ts";
import { conversationTurns } from "./turns.ts";

/** An answer with what it was asked by. */
export interface FoundAnswer {
  readonly turn: Turn;
  readonly summary: ChatData["answer"];
  /** The turns before it, the oldest first. */
  readonly before: readonly Turn[];
}

/** The complete answer with this id in a conversation, or null. */
export const findAnswer = (messages: readonly ChatMessage[], answerId: string): FoundAnswer | null => {
  const turns = conversationTurns(messages);
  for (const [position, turn] of turns.entries()) {
    for (const part of turn.answer?.parts ?? []) {
      if (part.type === "data-answer" && part.data.id === answerId) {
        return { turn, summary: part.data, before: turns.slice(0, position) };
      }
    }
  }
  return null;
};
