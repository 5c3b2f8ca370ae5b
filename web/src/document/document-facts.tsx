import type { ReactNode } from "react";
import type { DocumentSummary } from "../../../src/contract/documents.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";
import { safeLink } from "../page/safe-link.ts";
import { StatusBadge } from "../page/status-badge.tsx";

/** What is known of a document: status, issuers, number, dates, source. What is unknown is left out. */
export const DocumentFacts = (props: {
  readonly document: DocumentSummary;
  /** The status stands above already. */
  readonly statusShown?: boolean;
}): ReactNode => {
  const { document } = props;
  const messages = useMessages();
  const source = safeLink(document.sourceUrl);
  return (
    <div className="facts">
      {props.statusShown !== true && <StatusBadge status={document.status} />}
      {document.titleSource === "given" && (
        <span className="badge badge-given" title={messages.givenTitleNote}>
          {messages.givenTitle}
          <span className="visually-hidden">（{messages.givenTitleNote}）</span>
        </span>
      )}
      <span>{messages.validity(document.effectiveFrom, document.effectiveTo)}</span>
      {document.publishedOn !== null && (
        <span>
          {messages.published} {document.publishedOn}
        </span>
      )}
      {document.documentNumber !== null && (
        <span>
          {messages.documentNumber} <span lang="zh-CN">{document.documentNumber}</span>
        </span>
      )}
      {document.issuers.length > 0 && (
        <span>
          {messages.issuers} <span lang="zh-CN">{document.issuers.join("、")}</span>
        </span>
      )}
      {source !== null && (
        <a href={source} target="_blank" rel="noopener noreferrer">
          {messages.source} <Icon name="link" />
        </a>
      )}
    </div>
  );
};
