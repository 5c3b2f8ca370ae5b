import type { ReactNode, Ref } from "react";
import type { Conversation } from "../conversation/use-conversation.ts";
import { Composer } from "./composer.tsx";
import type { OpenCitation } from "./open-citation.ts";
import { TurnList } from "./turn-list.tsx";
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
  return (
    <main className="chat" inert={covered} hidden={props.hidden}>
      <div className="chat-scroll">
        <div className="chat-content">
          {conversation.messages.length === 0 ? (
            <Welcome onAsk={conversation.ask} />
          ) : (
            <TurnList conversation={conversation} shownTurn={props.shownTurn} onOpen={onOpen} />
          )}
        </div>
      </div>
      <Composer
        busy={conversation.busy}
        asOf={conversation.asOf}
        onAsOf={conversation.changeAsOf}
        onAsk={conversation.ask}
        onStop={conversation.stop}
        inputRef={inputRef}
      />
    </main>
  );
};
