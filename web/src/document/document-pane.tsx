import type { KeyboardEvent, ReactNode } from "react";
import { useEffect, useRef } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import { DocumentSchema } from "../../../src/contract/documents.ts";
import { useResource } from "../api/use-resource.ts";
import { useMessages } from "../language/language-context.tsx";
import { CloseButton } from "../page/close-button.tsx";
import { FailureNote } from "../page/failure-note.tsx";
import { StatusBadge } from "../page/status-badge.tsx";
import type { DocumentPlace, OpenCitations } from "../page/route.ts";
import { ReportButton } from "../report/report-button.tsx";
import { CitationSteps } from "./citation-steps.tsx";
import { DocumentBody } from "./document-body.tsx";

/** The original, beside the conversation or over it. It takes the focus when it is opened from elsewhere. */
export const DocumentPane = (props: {
  /** A new object at every visit. */
  readonly place: DocumentPlace;
  readonly open: OpenCitations | null;
  readonly covering: boolean;
  readonly onGo: (clauseId: string) => void;
  readonly onStep: (position: number) => void;
  /** Absent where what is open is no citation of an answer. */
  readonly onReport: ((citation: CitationReply) => void) | null;
  readonly onClose: () => void;
}): ReactNode => {
  const messages = useMessages();
  const { place, open, covering } = props;
  const { documentId, clauseId } = place;
  const { resource, retry } = useResource(`/api/documents/${encodeURIComponent(documentId)}`, DocumentSchema);
  const pane = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const visited = useRef<DocumentPlace>(null);
  const citation = open?.citations[open.current] ?? null;
  useEffect(() => {
    if (visited.current === place) return;
    visited.current = place;
    if (pane.current?.contains(document.activeElement) === true) return;
    title.current?.focus({ preventScroll: true });
  }, [place]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") props.onClose();
  };
  const shownTitle = resource.state === "ready" ? resource.value.title : citation?.documentTitle;
  const status = resource.state === "ready" ? resource.value.status : citation?.status;
  return (
    <div
      ref={pane}
      className="pane"
      aria-label={messages.original}
      role={covering ? "dialog" : "complementary"}
      aria-modal={covering ? true : undefined}
      onKeyDown={onKeyDown}
      data-testid="document-pane"
    >
      <div className="pane-header">
        <div className="pane-heading">
          <h2 ref={title} tabIndex={-1} lang="zh-CN">
            {shownTitle ?? messages.original}
          </h2>
          <p className="pane-place">
            {status !== undefined && <StatusBadge status={status} />}
            {citation !== null && citation.clauseId === clauseId && (
              <span lang="zh-CN">{citation.label}</span>
            )}
          </p>
        </div>
        {open !== null && <CitationSteps open={open} onStep={props.onStep} />}
        {props.onReport !== null && citation !== null && (
          <ReportButton citation={citation} onReport={props.onReport} />
        )}
        <CloseButton onClose={props.onClose} />
      </div>
      {resource.state === "loading" && (
        <p className="pane-state" role="status">
          {messages.loading}
        </p>
      )}
      {resource.state === "failed" && (
        <div className="pane-state">
          <FailureNote error={resource.failure} onRetry={retry} />
        </div>
      )}
      {resource.state === "ready" && (
        <DocumentBody
          document={resource.value}
          clauseId={clauseId}
          citation={citation?.documentId === documentId ? citation : null}
          contentsOpen={!covering && innerWidth >= 1280}
          onGo={props.onGo}
        />
      )}
    </div>
  );
};
