import type { ReactNode } from "react";
import type { ChatData } from "../../../src/contract/chat.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";
import { CitationList } from "./citation-list.tsx";
import { NoticeText } from "./notice-text.tsx";
import type { OpenCitation } from "./open-citation.ts";

/** Why there is no answer; related clauses stand apart and are called what they are. */
export const RefusalCard = (props: {
  readonly refusal: ChatData["refusal"];
  readonly onOpen: OpenCitation;
}): ReactNode => {
  const messages = useMessages();
  const { refusal } = props;
  return (
    <div className="refusal" data-reason={refusal.reason}>
      <p className="refusal-title">
        <Icon name="withheld" />
        {messages.refusal[refusal.reason]}
      </p>
      <p className="refusal-message">
        <NoticeText text={refusal.message} />
      </p>
      {refusal.nearest.length > 0 && (
        <section className="nearest">
          <h2>{messages.nearestTitle}</h2>
          <p className="nearest-note">{messages.nearestNote}</p>
          <CitationList citations={refusal.nearest} answerId={null} numbered={false} onOpen={props.onOpen} />
        </section>
      )}
    </div>
  );
};
