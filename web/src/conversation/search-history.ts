import type { PastConversation } from "./history.ts";
import { conversationTurns } from "./turns.ts";

/** A stretch of a turn's text around what was looked for. */
export interface Snippet {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface FoundTurn {
  readonly turnId: string;
  readonly question: string;
  /** Null where nothing was looked for, or it stands in the question. */
  readonly snippet: Snippet | null;
}

export interface FoundConversation {
  readonly conversation: PastConversation;
  readonly turns: readonly FoundTurn[];
}

const AROUND = 24;

const snippetOf = (text: string, word: string): Snippet | null => {
  const at = text.toLowerCase().indexOf(word);
  if (at < 0) return null;
  const end = at + word.length;
  return {
    before: text.slice(Math.max(0, at - AROUND), at),
    match: text.slice(at, end),
    after: text.slice(end, end + AROUND),
  };
};

/**
 * The turns whose question and answer together hold every word of `query`, by conversation. Without words,
 * every conversation with its first turn.
 */
export const searchHistory = (
  conversations: readonly PastConversation[],
  query: string,
): FoundConversation[] => {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return conversations.flatMap((conversation) => {
    const turns = conversationTurns(conversation.messages);
    if (words.length === 0) {
      const first = turns.slice(0, 1).map(({ id, question }) => ({ turnId: id, question, snippet: null }));
      return first.length === 0 ? [] : [{ conversation, turns: first }];
    }
    const found = turns.flatMap(({ id, question, answer }) => {
      const said = (answer?.parts ?? [])
        .flatMap((part) => (part.type === "text" ? [part.text] : []))
        .join(" ");
      const whole = `${question} ${said}`.toLowerCase();
      if (!words.every((word) => whole.includes(word))) return [];
      const elsewhere = words.find((word) => !question.toLowerCase().includes(word));
      return [{ turnId: id, question, snippet: elsewhere === undefined ? null : snippetOf(said, elsewhere) }];
    });
    return found.length === 0 ? [] : [{ conversation, turns: found }];
  });
};
