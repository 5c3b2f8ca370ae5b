import type { FormEvent, KeyboardEvent, ReactNode, Ref } from "react";
import { LIMITS } from "../../../src/contract/limits.ts";
import { useMessages } from "../language/language-context.tsx";
import type { Connection } from "../api/use-connection.ts";
import { Icon } from "../page/icon.tsx";
import { AsOfControl } from "./as-of-control.tsx";
import { ConnectionNote } from "./connection-note.tsx";
import { isComposing } from "./is-composing.ts";

const LIMIT = LIMITS.questionCharacters;
/** From here on the counter shows. */
const NEAR_LIMIT = LIMIT * 0.8;

/**
 * Where questions are written. Too long a question is kept and explained, never cut; so is one that cannot be
 * sent now.
 */
export const Composer = ({
  text,
  onText,
  connection,
  held,
  busy,
  asOf,
  onAsOf,
  onAsk,
  onStop,
  inputRef,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly connection: Connection;
  /** The question was to be sent, and could not be. */
  readonly held: boolean;
  readonly busy: boolean;
  readonly asOf: string;
  readonly onAsOf: (day: string) => void;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
  readonly inputRef: Ref<HTMLTextAreaElement>;
}): ReactNode => {
  const messages = useMessages();
  const question = text.trim();
  const tooLong = question.length > LIMIT;
  const ready = question !== "" && !tooLong && !busy;
  const submit = (): void => {
    if (!ready) return;
    onAsk(question);
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    submit();
  };
  return (
    <form className="composer" onSubmit={onSubmit}>
      <ConnectionNote connection={connection} held={held} />
      <div className="composer-box">
        <label className="visually-hidden" htmlFor="question">
          {messages.questionLabel}
        </label>
        <textarea
          id="question"
          ref={inputRef}
          rows={1}
          value={text}
          placeholder={messages.questionPlaceholder}
          aria-describedby="question-hint"
          aria-invalid={tooLong}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {busy ? (
          <button type="button" className="send" onClick={onStop}>
            <Icon name="stop" />
            <span className="visually-hidden">{messages.stop}</span>
          </button>
        ) : (
          <button type="submit" className="send" disabled={!ready}>
            <Icon name="send" />
            <span className="visually-hidden">{messages.send}</span>
          </button>
        )}
      </div>
      <div className="composer-foot">
        <span id="question-hint">
          {tooLong ? (
            <span className="too-long" role="alert">
              {messages.tooLong(LIMIT)}
            </span>
          ) : (
            <span className="input-hint">{messages.inputHint}</span>
          )}
        </span>
        <AsOfControl asOf={asOf} onChange={onAsOf} />
        {question.length >= NEAR_LIMIT && (
          <span className={tooLong ? "counter too-long" : "counter"}>
            {messages.counter(question.length, LIMIT)}
          </span>
        )}
      </div>
    </form>
  );
};
