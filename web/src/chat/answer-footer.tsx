import type { ReactNode } from "react";
import type { ChatData } from "../../../src/contract/chat.ts";
import { useMessages } from "../language/language-context.tsx";

/** How the answer was made, the day on which validity was judged, and that the original prevails. */
export const AnswerFooter = ({ summary }: { readonly summary: ChatData["answer"] }): ReactNode => {
  const messages = useMessages();
  return (
    <p className="answer-footer">
      {summary.mode === "model" && <strong className="model-made">{messages.modelMade}</strong>}
      {summary.mode === "extractive" && !summary.refused && <span>{messages.extractive}</span>}
      <span>{messages.asOf(summary.asOf)}</span>
      <span>{messages.originalPrevails}</span>
    </p>
  );
};
