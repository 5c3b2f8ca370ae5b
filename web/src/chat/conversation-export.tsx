import type { ReactNode } from "react";
import { answerView } from "../conversation/answer-view.ts";
import type { Turn } from "../conversation/turns.ts";
import { exportedTurn } from "../export/export-word.ts";
import { useWordExport } from "../export/use-word-export.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";

/** Exports every complete turn of a conversation; a single one has its own button. */
export const ConversationExport = ({ turns }: { readonly turns: readonly Turn[] }): ReactNode => {
  const messages = useMessages();
  const { run, working, failed, said } = useWordExport();
  const complete = turns.filter((turn) => turn.complete);
  if (complete.length < 2) return null;
  const start = (): void =>
    run(
      complete.flatMap(({ question, answer }) => {
        const turn = answer === null ? null : exportedTurn(question, answerView(answer));
        return turn === null ? [] : [turn];
      }),
      "conversation",
    );
  return (
    <div className="answer-actions conversation-export">
      <button type="button" className="quiet-button" disabled={working} onClick={start}>
        <Icon name="download" />
        {messages.exporting.conversation}
      </button>
      <span className={failed ? "copied copied-failed" : "copied"} role="status">
        {said}
      </span>
    </div>
  );
};
