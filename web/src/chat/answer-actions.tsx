import type { ReactNode } from "react";
import { useState } from "react";
import { answerAsMarkdown, answerAsText } from "../conversation/answer-as-text.ts";
import type { AnswerView } from "../conversation/answer-view.ts";
import { exportedTurn } from "../export/export-word.ts";
import { useWordExport } from "../export/use-word-export.ts";
import { useMessages } from "../language/language-context.tsx";
import { answerPath } from "../page/answer-link.ts";
import { copyText } from "../page/copy-text.ts";
import { Icon } from "../page/icon.tsx";
import { useReport } from "../report/report-context.ts";

/** What can be done with a complete answer: copied with its citations, exported, linked to, reported. */
export const AnswerActions = (props: { readonly question: string; readonly view: AnswerView }): ReactNode => {
  const messages = useMessages();
  const [said, setSaid] = useState("");
  const word = useWordExport();
  const report = useReport();
  const { summary } = props.view;
  const put = (text: string, done: string): void => {
    copyText(text).then(
      (copied) => setSaid(copied ? done : messages.notCopied),
      () => setSaid(messages.notCopied),
    );
  };
  const copy = (write: typeof answerAsText): void =>
    put(write({ ...props, origin: location.origin }, messages), messages.copied);
  const exportTurn = (): void => {
    const turn = exportedTurn(props.question, props.view);
    setSaid("");
    if (turn !== null) word.run([turn], "answer");
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
      <button type="button" className="quiet-button" disabled={word.working} onClick={exportTurn}>
        <Icon name="download" />
        {messages.exporting.word}
      </button>
      {summary !== null && (
        <>
          <button
            type="button"
            className="quiet-button"
            onClick={() =>
              put(
                `${location.origin}${answerPath({
                  answerId: summary.id,
                  question: summary.resolvedQuestion,
                  asOf: summary.asOf,
                })}`,
                messages.link.copied,
              )
            }
          >
            <Icon name="link" />
            {messages.link.copy}
          </button>
          <button type="button" className="quiet-button" onClick={() => report.answer(summary.id, null)}>
            <Icon name="flag" />
            {messages.report.answer}
          </button>
        </>
      )}
      <span className={word.failed ? "copied copied-failed" : "copied"} role="status">
        {said === "" ? word.said : said}
      </span>
    </div>
  );
};
