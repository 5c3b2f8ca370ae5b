import type { ReactNode } from "react";
import { useEffect, useMemo, useRef } from "react";
import { conversationTurns } from "../conversation/turns.ts";
import type { Conversation } from "../conversation/use-conversation.ts";
import { useMessages } from "../language/language-context.tsx";
import { FailureNote } from "../page/failure-note.tsx";
import { ConversationExport } from "./conversation-export.tsx";
import type { OpenCitation } from "./open-citation.ts";
import { TurnView } from "./turn-view.tsx";
import { Working } from "./working.tsx";

/** The turns of the conversation; new ones are read out politely. */
export const TurnList = (props: {
  readonly conversation: Conversation;
  readonly shownTurn: { readonly id: string } | null;
  readonly onOpen: OpenCitation;
}): ReactNode => {
  const messages = useMessages();
  const { busy, error, retry, askAgain, askedByLink } = props.conversation;
  const { shownTurn } = props;
  const list = useRef<HTMLDivElement>(null);
  const turns = useMemo(() => conversationTurns(props.conversation.messages), [props.conversation.messages]);
  useEffect(() => {
    if (shownTurn === null) return;
    const turn = list.current?.querySelector(`[data-turn="${CSS.escape(shownTurn.id)}"]`);
    if (!(turn instanceof HTMLElement)) return;
    turn.scrollIntoView({ block: "start" });
    turn.focus({ preventScroll: true });
  }, [shownTurn]);
  return (
    <div ref={list} className="turns" role="log" aria-live="polite" aria-label={messages.conversation}>
      {turns.map((turn, position) => {
        const latest = position === turns.length - 1;
        return (
          <TurnView
            key={turn.id}
            turn={turn}
            latest={latest}
            busy={busy}
            askedByLink={askedByLink && position === 0}
            onAskAgain={(question) => askAgain(turn.id, question)}
            onOpen={props.onOpen}
          >
            {latest && busy && <Working />}
            {latest && !busy && <ConversationExport turns={turns} />}
            {latest && error !== null && <FailureNote error={error} onRetry={retry} />}
            {!turn.complete && !(latest && (busy || error !== null)) && (
              <p className="unfinished">
                {messages.unfinished}
                {latest && (
                  <button type="button" className="button" onClick={retry}>
                    {messages.retry}
                  </button>
                )}
              </p>
            )}
          </TurnView>
        );
      })}
    </div>
  );
};
