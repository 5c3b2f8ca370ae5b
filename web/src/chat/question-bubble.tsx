import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { LIMITS } from "../../../src/contract/limits.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";
import { MarkedLanguage } from "../page/marked-language.tsx";
import { isComposing } from "./is-composing.ts";

/** A question that was asked, and the way to change it and ask again. */
export const QuestionBubble = (props: {
  readonly question: string;
  readonly busy: boolean;
  readonly onAskAgain: (question: string) => void;
}): ReactNode => {
  const messages = useMessages();
  const [text, setText] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const editing = text !== null;
  const wasEditing = useRef(false);
  useEffect(() => {
    if (editing) area.current?.focus();
    else if (wasEditing.current) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);
  if (text === null) {
    return (
      <div className="question-row">
        <button
          ref={button}
          type="button"
          className="icon-button question-edit"
          aria-label={messages.editQuestion}
          title={messages.editQuestion}
          disabled={props.busy}
          onClick={() => setText(props.question)}
        >
          <Icon name="edit" />
        </button>
        <article className="question" aria-label={messages.you}>
          <p>
            <MarkedLanguage text={props.question} />
          </p>
        </article>
      </div>
    );
  }
  const ready = text.trim() !== "" && text.trim().length <= LIMITS.questionCharacters && !props.busy;
  const submit = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    if (!ready) return;
    setText(null);
    props.onAskAgain(text.trim());
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") setText(null);
    else if (event.key === "Enter" && !event.shiftKey && !isComposing(event)) submit(event);
  };
  return (
    <form className="question question-editing" onSubmit={submit}>
      <textarea
        ref={area}
        aria-label={messages.editQuestion}
        rows={2}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="question-actions">
        <button type="button" className="button" onClick={() => setText(null)}>
          {messages.cancel}
        </button>
        <button type="submit" className="button button-main" disabled={!ready}>
          {messages.askAgain}
        </button>
      </div>
    </form>
  );
};
