import type { ReactNode, Ref } from "react";
import { useState } from "react";
import { useConnection } from "../api/use-connection.ts";
import type { Conversation } from "../conversation/use-conversation.ts";
import { Composer } from "./composer.tsx";
import type { OpenCitation } from "./open-citation.ts";
import { TurnList } from "./turn-list.tsx";
import { useDraft } from "./use-draft.ts";
import { Welcome } from "./welcome.tsx";

/** The conversation with its input; `covered` takes it out of reach while a document covers it. */
export const ChatColumn = (props: {
  readonly conversation: Conversation;
  readonly covered: boolean;
  /** Another view stands in its place; what was written in it stays. */
  readonly hidden: boolean;
  readonly inputRef: Ref<HTMLTextAreaElement>;
  readonly onOpen: OpenCitation;
  /** A turn to bring into view; a new object each time. */
  readonly shownTurn: { readonly id: string } | null;
}): ReactNode => {
  const { conversation, covered, inputRef, onOpen } = props;
  const { connection, goOn } = useConnection();
  const [draft, setDraft] = useDraft();
  const [held, setHeld] = useState(false);
  // Without a connection the question goes where it can be changed and sent later, by whoever wrote it.
  const ask = (question: string): void => {
    const lost = connection === "lost";
    setDraft(lost ? question : "");
    setHeld(lost);
    if (lost) return;
    goOn();
    conversation.ask(question);
  };
  // An example leaves what is being written alone.
  const askExample = (question: string): void => {
    if (connection === "lost") ask(question);
    else conversation.ask(question);
  };
  return (
    <main className="chat" inert={covered} hidden={props.hidden}>
      <div className="chat-scroll">
        <div className="chat-content">
          {conversation.messages.length === 0 ? (
            <Welcome onAsk={askExample} />
          ) : (
            <TurnList conversation={conversation} shownTurn={props.shownTurn} onOpen={onOpen} />
          )}
        </div>
      </div>
      <Composer
        text={draft}
        onText={setDraft}
        connection={connection}
        held={held}
        busy={conversation.busy}
        asOf={conversation.asOf}
        onAsOf={conversation.changeAsOf}
        onAsk={ask}
        onStop={conversation.stop}
        inputRef={inputRef}
      />
    </main>
  );
};
