import type { ReactNode } from "react";
import { useState } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import { useMessages } from "../language/language-context.tsx";
import { StatusBadge } from "../page/status-badge.tsx";
import { ReportButton } from "../report/report-button.tsx";
import { useReport } from "../report/report-context.ts";
import type { OpenCitation } from "./open-citation.ts";

/** More citations than these are shown in part, so that what can be done with an answer stays near it. */
const MOST_SHOWN = 8;
const FIRST_SHOWN = 5;

/** Citations with their quotes; each opens the original. Those of an answer have its id. */
export const CitationList = (props: {
  readonly citations: readonly CitationReply[];
  /** Null for related clauses, which are no part of an answer: they have no numbers and are not reported. */
  readonly answerId: string | null;
  readonly numbered: boolean;
  readonly onOpen: OpenCitation;
}): ReactNode => {
  const messages = useMessages();
  const report = useReport();
  const { answerId, citations } = props;
  const [all, setAll] = useState(false);
  const long = citations.length > MOST_SHOWN;
  return (
    <>
      <ol className="citations">
        {citations.map((citation, position) => (
          <li
            key={`${citation.index} ${citation.clauseId}`}
            className={long && !all && position >= FIRST_SHOWN ? "citation citation-more" : "citation"}
          >
            <div className="citation-head">
              <button
                type="button"
                className="citation-open"
                title={messages.openOriginal}
                onClick={() => props.onOpen(citations, position)}
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
              {answerId !== null && (
                <ReportButton citation={citation} onReport={() => report.answer(answerId, citation)} />
              )}
            </div>
            <blockquote className="quote quote-short" lang="zh-CN">
              {citation.quote}
            </blockquote>
            {/* On paper there is nothing to press. */}
            <p className="citation-address">
              {citation.documentNumber !== null && <span lang="zh-CN">{citation.documentNumber} · </span>}
              {location.origin}
              {citation.url}
            </p>
          </li>
        ))}
      </ol>
      {long && (
        <button type="button" className="quiet-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? messages.showFewerCitations : messages.showAllCitations(citations.length)}
        </button>
      )}
    </>
  );
};
