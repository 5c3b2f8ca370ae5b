import type { ReactNode } from "react";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";
import type { OpenCitations } from "../page/route.ts";

/** Previous and next citation of the answer that the document was opened from. */
export const CitationSteps = (props: {
  readonly open: OpenCitations;
  readonly onStep: (position: number) => void;
}): ReactNode => {
  const messages = useMessages();
  const { citations, current } = props.open;
  if (citations.length < 2) return null;
  return (
    <div className="steps">
      <button
        type="button"
        className="icon-button"
        disabled={current === 0}
        aria-label={messages.previousCitation}
        title={messages.previousCitation}
        onClick={() => props.onStep(current - 1)}
      >
        <Icon name="previous" />
      </button>
      <span aria-live="polite">
        <span className="visually-hidden">{messages.citation} </span>
        {current + 1} / {citations.length}
      </span>
      <button
        type="button"
        className="icon-button"
        disabled={current === citations.length - 1}
        aria-label={messages.nextCitation}
        title={messages.nextCitation}
        onClick={() => props.onStep(current + 1)}
      >
        <Icon name="next" />
      </button>
    </div>
  );
};
