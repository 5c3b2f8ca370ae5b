import type { ReactNode } from "react";
import { useState } from "react";
import { answerAsMarkdown, answerAsText } from "../conversation/answer-as-text.ts";
import type { AnswerView } from "../conversation/answer-view.ts";
import { useMessages } from "../language/language-context.tsx";
import { copyText } from "../page/copy-text.ts";
import { Icon } from "../page/icon.tsx";

/** Copies a complete answer with its citations. */
export const AnswerActions = (props: { readonly question: string; readonly view: AnswerView }): ReactNode => {
  const messages = useMessages();
  const [said, setSaid] = useState("");
  const copy = (write: typeof answerAsText): void => {
    const text = write({ ...props, origin: location.origin }, messages);
    copyText(text).then(
      (copied) => setSaid(copied ? messages.copied : messages.notCopied),
      () => setSaid(messages.notCopied),
    );
  };
  return (
    <div className="answer-actions">
      <button type="button" className="quiet-button" onClick={() => copy(answerAsText)}>
        <Icon name="copy" />
        {messages.copy}
      </button>
      <button type="button" className="quiet-button" onClick={() => copy(answerAsMarkdown)}>
        <Icon name="copy" />
        {messages.copyMarkdown}
      </button>
      <span className="copied" role="status">
        {said}
      </span>
    </div>
  );
};
