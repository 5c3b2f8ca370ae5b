import type { ReactNode } from "react";
import { DocumentListSchema } from "../../../src/contract/documents.ts";
import { useResource } from "../api/use-resource.ts";
import { DocumentFacts } from "../document/document-facts.tsx";
import { useMessages } from "../language/language-context.tsx";
import { FailureNote } from "../page/failure-note.tsx";

/** Every document of the library with what is known of it. */
export const DocumentList = ({ onOpen }: { readonly onOpen: (documentId: string) => void }): ReactNode => {
  const messages = useMessages();
  const { resource, retry } = useResource("/api/documents", DocumentListSchema);
  if (resource.state === "loading") return <p role="status">{messages.loading}</p>;
  if (resource.state === "failed") return <FailureNote error={resource.failure} onRetry={retry} />;
  if (resource.value.documents.length === 0) return <p>{messages.documentsEmpty}</p>;
  return (
    <ul className="library">
      {resource.value.documents.map((document) => (
        <li key={document.documentId}>
          <button
            type="button"
            className="library-title"
            lang="zh-CN"
            onClick={() => onOpen(document.documentId)}
          >
            {document.title}
          </button>
          <DocumentFacts document={document} />
        </li>
      ))}
    </ul>
  );
};
