import type { ReactNode } from "react";
import { memo, useMemo } from "react";
import { answerView } from "../conversation/answer-view.ts";
import type { ChatMessage } from "../conversation/chat-message.ts";
import { useMessages } from "../language/language-context.tsx";
import { MarkedLanguage } from "../page/marked-language.tsx";
import { AnswerActions } from "./answer-actions.tsx";
import { AnswerFooter } from "./answer-footer.tsx";
import { CitationList } from "./citation-list.tsx";
import { isAskedBack, NoticeList } from "./notice-list.tsx";
import type { OpenCitation } from "./open-citation.ts";
import { RefusalCard } from "./refusal-card.tsx";
import { StatementText } from "./statement-text.tsx";

interface AnswerCardProps {
  readonly message: ChatMessage;
  /** What was asked. */
  readonly question: string;
  readonly onOpen: OpenCitation;
}

const Card = (props: AnswerCardProps): ReactNode => {
  const messages = useMessages();
  const view = useMemo(() => answerView(props.message), [props.message]);
  const { paragraphs, citations, notices, refusal, summary } = view;
  // Nothing has arrived yet.
  if (paragraphs.length + citations.length + notices.length === 0 && refusal === null) return null;
  const answerId = summary?.id ?? null;
  const open: OpenCitation = (all, position) => props.onOpen(all, position, answerId);
  const resolved = summary?.resolvedQuestion ?? props.question;
  return (
    <article className="answer" aria-label={messages.assistant} data-testid="answer">
      {resolved.trim() !== props.question.trim() && (
        <p className="resolved">
          {messages.understoodAs}
          <MarkedLanguage text={resolved} />
        </p>
      )}
      <NoticeList notices={notices.filter((notice) => !isAskedBack(notice))} />
      {refusal !== null && <RefusalCard refusal={refusal} onOpen={props.onOpen} />}
      {paragraphs.length > 0 && (
        <div className="statements">
          {paragraphs.map((paragraph, position) => (
            // oxlint-disable-next-line react/no-array-index-key -- paragraphs only ever grow at the end
            <StatementText key={position} paragraph={paragraph} citations={citations} onOpen={open} />
          ))}
        </div>
      )}
      <NoticeList notices={notices.filter(isAskedBack)} />
      {refusal === null && citations.length > 0 && (
        <section className="sources">
          <h2>{messages.citationsTitle(citations.length)}</h2>
          <CitationList citations={citations} answerId={answerId} numbered onOpen={open} />
        </section>
      )}
      {summary !== null && <AnswerFooter summary={summary} />}
      {summary !== null && <AnswerActions question={props.question} view={view} />}
    </article>
  );
};

/** An answer or a refusal, complete or still arriving; while one arrives, those before it stay as they are. */
export const AnswerCard = memo(Card);
