import { useEffect, useRef } from "react";
import type { AnswerPlace } from "../page/answer-link.ts";
import type { PastConversation } from "./history.ts";
import { findAnswer } from "./find-answer.ts";
import type { Conversation } from "./use-conversation.ts";

/**
 * Follows a permalink once per visit of it: to the answer in the conversation at hand, or in one that was put
 * away; where the browser keeps neither, its question is asked anew.
 * @param place - null where the address is none; a new object at every visit
 * @param onShow - brings a turn into view
 * @param onAsked - the address has served: loading the page again must not ask again
 */
export const usePermalink = (
  place: AnswerPlace | null,
  conversation: Conversation,
  onShow: (turnId: string) => void,
  onAsked: () => void,
): void => {
  const followed = useRef<AnswerPlace>(null);
  useEffect(() => {
    if (place === null || followed.current === place) return;
    followed.current = place;
    const here = findAnswer(conversation.messages, place.answerId);
    if (here !== null) {
      onShow(here.turn.id);
      return;
    }
    const isThere = ({ messages }: PastConversation): boolean =>
      findAnswer(messages, place.answerId) !== null;
    const past = conversation.history().find((each) => isThere(each));
    const turn = past === undefined ? null : findAnswer(past.messages, place.answerId)?.turn;
    if (past !== undefined && turn !== null && turn !== undefined) {
      conversation.reopen(past);
      onShow(turn.id);
      return;
    }
    conversation.askAnew(place.question, place.asOf);
    onAsked();
  }, [place, conversation, onShow, onAsked]);
};
