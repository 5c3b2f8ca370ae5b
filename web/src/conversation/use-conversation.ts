import { useChat } from "@ai-sdk/react";
import { useCallback, useEffect, useState } from "react";
import { readStored, writeStored } from "../page/browser-store.ts";
import { createChatTransport } from "./chat-transport.ts";
import type { ChatMessage } from "./chat-message.ts";
import { chatDataSchemas } from "./chat-message.ts";
import { readConversation, writeConversation } from "./saved-conversation.ts";

const KEY = "zhengwen.conversation";

export interface Conversation {
  readonly messages: readonly ChatMessage[];
  /** A question is on its way or its answer is arriving. */
  readonly busy: boolean;
  readonly error: Error | null;
  readonly ask: (question: string) => void;
  readonly stop: () => void;
  readonly retry: () => void;
  readonly startAnew: () => void;
}

/** The conversation with the server; it survives a reload of the page. */
export const useConversation = (): Conversation => {
  const [transport] = useState(createChatTransport);
  const [initial] = useState(() => readConversation(readStored(KEY)));
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

  return {
    messages,
    busy: status === "submitted" || streaming,
    error: error ?? null,
    ask: useCallback((question) => settle(sendMessage({ text: question })), [sendMessage, settle]),
    stop: useCallback(() => settle(stopStream()), [stopStream, settle]),
    retry: useCallback(() => {
      clearError();
      settle(regenerate());
    }, [clearError, regenerate, settle]),
    startAnew: useCallback(() => {
      settle(stopStream());
      clearError();
      setMessages([]);
    }, [stopStream, clearError, setMessages, settle]),
  };
};
