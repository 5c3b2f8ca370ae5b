import { Collapsible } from "radix-ui";
import type { ReactNode } from "react";
import { useMemo, useState } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import type { DocumentReply } from "../../../src/contract/documents.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";
import { ClauseTree } from "./clause-tree.tsx";
import { clauseTrail } from "./clause-trail.ts";
import { DocumentFacts } from "./document-facts.tsx";
import { DocumentText } from "./document-text.tsx";

/** The facts, the outline and the text of a document, at a clause, with one citation's quote marked. */
export const DocumentBody = (props: {
  readonly document: DocumentReply;
  readonly clauseId: string | null;
  readonly citation: CitationReply | null;
  readonly contentsOpen: boolean;
  readonly onGo: (clauseId: string) => void;
}): ReactNode => {
  const messages = useMessages();
  const { document, clauseId, citation } = props;
  const [contentsOpen, setContentsOpen] = useState(props.contentsOpen);
  const trail = useMemo(() => clauseTrail(document.clauses, clauseId), [document, clauseId]);
  const currentPath = useMemo(() => new Set(trail.map((clause) => clause.clauseId)), [trail]);
  const signpost = trail.findLast((clause) => clause.marker !== null || clause.heading !== null);
  // A mark is shown only where the text is what was quoted: never a wrong highlight after a change.
  const intact = citation !== null && document.text.slice(citation.start, citation.end) === citation.quote;
  const quoted = useMemo(
    () => (intact && citation !== null ? { start: citation.start, end: citation.end } : null),
    [intact, citation],
  );
  const go = (target: string): void => {
    // Where there is room for the outline only above the text, it makes way again.
    if (!props.contentsOpen) setContentsOpen(false);
    props.onGo(target);
  };
  return (
    <div className="document-body">
      <Collapsible.Root className="contents" open={contentsOpen} onOpenChange={setContentsOpen}>
        <Collapsible.Trigger className="button contents-toggle">
          <Icon name="contents" />
          {messages.contents}
        </Collapsible.Trigger>
        <Collapsible.Content asChild>
          <nav className="contents-tree" aria-label={messages.contents}>
            <ClauseTree
              documentId={document.documentId}
              clauses={document.clauses}
              currentPath={currentPath}
              currentId={signpost?.clauseId ?? null}
              onGo={go}
            />
          </nav>
        </Collapsible.Content>
      </Collapsible.Root>
      <div
        className="document-scroll"
        data-testid="document-scroll"
        role="region"
        aria-label={document.title}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <DocumentFacts document={document} statusShown />
        {citation !== null && !intact && (
          <p className="pane-warning" role="status">
            {messages.quoteChanged}
          </p>
        )}
        {clauseId !== null && trail.length === 0 && (
          <p className="pane-warning" role="status">
            {messages.clauseMissing}
          </p>
        )}
        <DocumentText document={document} clauseId={clauseId} quoted={quoted} />
      </div>
    </div>
  );
};
