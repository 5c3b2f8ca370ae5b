import type { ReactNode } from "react";
import { memo } from "react";
import type { DocumentSummary } from "../../../src/contract/documents.ts";
import { DocumentFacts } from "../document/document-facts.tsx";
import { DocumentLink } from "./document-link.tsx";
import { useLibraryTexts } from "./library-texts.ts";

interface RowProps {
  readonly document: DocumentSummary;
  /** Days until it ends, where that is soon. */
  readonly days: number | undefined;
  readonly onOpen: (documentId: string) => void;
}

const Row = memo(({ document, days, onOpen }: RowProps): ReactNode => {
  const texts = useLibraryTexts();
  return (
    <li className="document-row">
      <h3>
        <DocumentLink document={document} onOpen={onOpen} />
        {days !== undefined && <span className="ending-days">{texts.daysLeft(days)}</span>}
      </h3>
      <DocumentFacts document={document} />
    </li>
  );
});

/** Documents with what is known of each. What is out of sight is not laid out (`content-visibility`). */
export const DocumentList = (props: {
  readonly documents: readonly DocumentSummary[];
  readonly daysLeft: ReadonlyMap<string, number>;
  readonly onOpen: (documentId: string) => void;
}): ReactNode => (
  <ul className="library">
    {props.documents.map((document) => (
      <Row
        key={document.documentId}
        document={document}
        days={props.daysLeft.get(document.documentId)}
        onOpen={props.onOpen}
      />
    ))}
  </ul>
);
