import type { ChatMessage } from "./chat-message.ts";

/** A question and what came back for it; null while nothing has. */
export interface Turn {
  readonly id: string;
  readonly question: string;
  readonly answer: ChatMessage | null;
  /** Whether the answer arrived to its end. */
  readonly complete: boolean;
}

const textOf = (message: ChatMessage): string =>
  message.parts.map((part) => (part.type === "text" ? part.text : "")).join("");

/** The conversation as turns. An answer without a question before it, which only a damaged store has, is left out. */
export const conversationTurns = (messages: readonly ChatMessage[]): Turn[] => {
  const turns: Turn[] = [];
  for (const message of messages) {
    const last = turns.at(-1);
    if (message.role === "user")
      turns.push({ id: message.id, question: textOf(message), answer: null, complete: false });
    else if (last !== undefined && last.answer === null) {
      const complete = message.parts.some((part) => part.type === "data-answer");
      turns.splice(-1, 1, { ...last, answer: message, complete });
    }
  }
  return turns;
};
