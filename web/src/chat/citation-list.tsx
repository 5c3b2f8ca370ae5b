import type { ReactNode } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import { useMessages } from "../language/language-context.tsx";
import { StatusBadge } from "../page/status-badge.tsx";
import type { OpenCitation } from "./open-citation.ts";

/** Citations with their quotes; each opens the original. Without `numbered` they are no part of an answer. */
export const CitationList = (props: {
  readonly citations: readonly CitationReply[];
  readonly numbered: boolean;
  readonly onOpen: OpenCitation;
}): ReactNode => {
  const messages = useMessages();
  return (
    <ol className="citations">
      {props.citations.map((citation, position) => (
        <li key={`${citation.index} ${citation.clauseId}`} className="citation">
          <button
            type="button"
            className="citation-open"
            title={messages.openOriginal}
            onClick={() => props.onOpen(props.citations, position)}
          >
            {props.numbered && <span className="citation-index">[{citation.index}]</span>}
            <span lang="zh-CN" className="citation-source">
              {citation.documentTitle}
            </span>
            <span lang="zh-CN" className="citation-label">
              {citation.label}
            </span>
            <StatusBadge status={citation.status} />
          </button>
          <blockquote className="quote quote-short" lang="zh-CN">
            {citation.quote}
          </blockquote>
        </li>
      ))}
    </ol>
  );
};
