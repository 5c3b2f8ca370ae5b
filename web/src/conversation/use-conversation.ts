import { useChat } from "@ai-sdk/react";
import { useCallback, useEffect, useState } from "react";
import { todayInChina } from "../page/today.ts";
import { readStored, writeStored } from "../page/browser-store.ts";
import { createChatTransport } from "./chat-transport.ts";
import type { ChatMessage } from "./chat-message.ts";
import { chatDataSchemas } from "./chat-message.ts";
import type { PastConversation } from "./history.ts";
import { readHistory, writeHistory } from "./history.ts";
import { readConversation, writeConversation } from "./saved-conversation.ts";

const KEY = "zhengwen.conversation";
const HISTORY_KEY = "zhengwen.history";

export interface Conversation {
  readonly messages: readonly ChatMessage[];
  /** A question is on its way or its answer is arriving. */
  readonly busy: boolean;
  readonly error: Error | null;
  /** The day on which the next answers judge validity; empty for today. */
  readonly asOf: string;
  readonly changeAsOf: (day: string) => void;
  readonly ask: (question: string) => void;
  /** Asks a changed question in the place of one that was asked; what followed it is put away. */
  readonly askAgain: (turnId: string, question: string) => void;
  readonly stop: () => void;
  readonly retry: () => void;
  /** Puts the conversation away and begins another. */
  readonly startAnew: () => void;
  /** Puts the conversation away and asks a question of its own, judged on a day: what a permalink asks for. */
  readonly askAnew: (question: string, asOf: string) => void;
  /** Whether the conversation began by `askAnew`. */
  readonly askedByLink: boolean;
  readonly history: () => PastConversation[];
  /** Goes on with a conversation that was put away; the one at hand is put away for it. */
  readonly reopen: (past: PastConversation) => void;
  readonly forget: (id: string) => void;
}

const history = (): PastConversation[] => readHistory(readStored(HISTORY_KEY));
const keepHistory = (conversations: readonly PastConversation[]): boolean =>
  writeStored(HISTORY_KEY, writeHistory(conversations));

/** The history with a conversation put before it, where there is anything in that. */
const withPast = (
  past: readonly PastConversation[],
  messages: readonly ChatMessage[],
): readonly PastConversation[] =>
  messages.length === 0
    ? past
    : [
        { id: `${messages[0]?.id} ${messages.at(-1)?.id}`, savedAt: new Date().toISOString(), messages },
        ...past,
      ];

const forget = (id: string): void => {
  keepHistory(history().filter((each) => each.id !== id));
};

/** The conversation with the server; it survives a reload of the page. */
export const useConversation = (): Conversation => {
  const [transport] = useState(createChatTransport);
  const [initial] = useState(() => readConversation(readStored(KEY)));
  const [asOf, changeAsOf] = useState("");
  const [askedByLink, setAskedByLink] = useState(false);
  const chat = useChat<ChatMessage>({ transport, messages: initial, dataPartSchemas: chatDataSchemas });
  const { messages, status, error, sendMessage, regenerate, setMessages, clearError } = chat;
  const stopStream = chat.stop;
  const streaming = status === "streaming";

  // While statements arrive nothing is written: each one would serialise the whole conversation again.
  useEffect(() => {
    if (!streaming) writeStored(KEY, writeConversation(messages));
  }, [messages, streaming]);

  // Rejections are no news here: the SDK reports every failure as `error`.
  const settle = useCallback((work: Promise<unknown>): void => {
    work.catch(() => undefined);
  }, []);
  const options = asOf === "" ? {} : { body: { asOf } };
  const replace = (next: readonly ChatMessage[]): void => {
    settle(stopStream());
    clearError();
    setMessages([...next]);
    setAskedByLink(false);
  };

  return {
    messages,
    busy: status === "submitted" || streaming,
    error: error ?? null,
    asOf,
    changeAsOf,
    ask: (question) => settle(sendMessage({ text: question }, options)),
    askAgain: (turnId, question) => {
      const place = messages.findIndex(({ id }) => id === turnId);
      // With nothing but its own answer after it, nothing is lost that would be looked for.
      if (place >= 0 && messages.length - place > 2) keepHistory(withPast(history(), messages));
      clearError();
      setAskedByLink(false);
      settle(sendMessage({ text: question, messageId: turnId }, options));
    },
    stop: useCallback(() => settle(stopStream()), [stopStream, settle]),
    retry: () => {
      clearError();
      settle(regenerate(options));
    },
    startAnew: () => {
      keepHistory(withPast(history(), messages));
      replace([]);
    },
    askAnew: (question, day) => {
      keepHistory(withPast(history(), messages));
      clearError();
      // Today needs no setting; another day stays set and is seen beside the input, for what is asked next.
      const set = day === todayInChina() ? "" : day;
      changeAsOf(set);
      setAskedByLink(true);
      settle(
        stopStream().then(() => {
          setMessages([]);
          return sendMessage({ text: question }, set === "" ? {} : { body: { asOf: set } });
        }),
      );
    },
    askedByLink,
    history,
    reopen: (past) => {
      keepHistory(
        withPast(
          history().filter(({ id }) => id !== past.id),
          messages,
        ),
      );
      replace(past.messages);
    },
    forget,
  };
};
