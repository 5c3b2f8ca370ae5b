import type { ReactNode } from "react";
import type { IngestReply } from "../../../src/contract/ingest.ts";
import { DocumentLink } from "./document-link.tsx";
import { useLibraryTexts } from "./library-texts.ts";

/** What became of an uploaded file: its documents, what was left out of them, and what to look at. */
export const IngestResult = (props: {
  readonly reply: IngestReply;
  readonly onOpen: (documentId: string) => void;
}): ReactNode => {
  const texts = useLibraryTexts().upload;
  return props.reply.files.map((file) => (
    <div key={file.file} className="ingest-result" data-testid="ingest-result">
      <p className={`ingest-outcome ingest-${file.outcome}`}>{texts.outcomes[file.outcome]}</p>
      {file.documents.map((document) => {
        const left = Object.values(document.dropped).reduce((sum, count) => sum + count, 0);
        return (
          <div key={document.documentId} className="ingest-document">
            <DocumentLink document={document} onOpen={props.onOpen} />
            <p className="library-note">{texts.read(document.clauses, document.characters)}</p>
            {left > 0 && <p className="library-note">{texts.dropped(left)}</p>}
            {document.issues.length === 0 ? (
              <p className="library-note">{texts.noIssues}</p>
            ) : (
              <details className="ingest-issues">
                <summary>{texts.issues(document.issues.length)}</summary>
                <ul>
                  {document.issues.map(({ code, message, start }, place) => (
                    // oxlint-disable-next-line react/no-array-index-key -- a report never changes
                    <li key={`${place} ${code} ${start}`} lang="zh-CN">
                      {message}
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        );
      })}
      {file.removed.length > 0 && (
        <p className="library-note">
          {texts.removed}{" "}
          <span lang="zh-CN">{file.removed.map(({ title }) => `《${title}》`).join("、")}</span>
        </p>
      )}
    </div>
  ));
};
