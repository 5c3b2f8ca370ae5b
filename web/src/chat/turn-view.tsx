import type { ReactNode } from "react";
import { useEffect, useRef } from "react";
import type { Turn } from "../conversation/turns.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";
import { AnswerCard } from "./answer-card.tsx";
import type { OpenCitation } from "./open-citation.ts";
import { QuestionBubble } from "./question-bubble.tsx";

/**
 * A question with its answer. The latest one comes to the top of the column and stays there while the answer
 * grows below it, so that it is read from its beginning.
 */
export const TurnView = (props: {
  readonly turn: Turn;
  readonly latest: boolean;
  readonly busy: boolean;
  /** The page asked it, for a link to an answer that is not kept. */
  readonly askedByLink: boolean;
  readonly onAskAgain: (question: string) => void;
  readonly onOpen: OpenCitation;
  /** What stands below the answer: progress, or a failure. */
  readonly children: ReactNode;
}): ReactNode => {
  const element = useRef<HTMLDivElement>(null);
  const messages = useMessages();
  const { turn, latest } = props;
  useEffect(() => {
    if (latest) element.current?.scrollIntoView({ block: "start" });
  }, [latest]);
  return (
    <div className={latest ? "turn turn-latest" : "turn"} ref={element} data-turn={turn.id} tabIndex={-1}>
      {props.askedByLink && (
        <p className="asked-anew" role="status">
          <Icon name="link" />
          {messages.link.askedAnew}
        </p>
      )}
      <QuestionBubble question={turn.question} busy={props.busy} onAskAgain={props.onAskAgain} />
      {turn.answer !== null && (
        <AnswerCard message={turn.answer} question={turn.question} onOpen={props.onOpen} />
      )}
      {props.children}
    </div>
  );
};
