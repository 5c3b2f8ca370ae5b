import type { ReactNode } from "react";
import type { LastIngestReply } from "../../../src/contract/ingest.ts";
import { LastIngestReplySchema } from "../../../src/contract/ingest.ts";
import { useResource } from "../api/use-resource.ts";
import { useLanguage } from "../language/language-context.tsx";
import { FailureNote } from "../page/failure-note.tsx";
import { DocumentLink } from "./document-link.tsx";
import { LibraryCard } from "./library-card.tsx";
import { useLibraryTexts } from "./library-texts.ts";

type LastIngest = NonNullable<LastIngestReply["ingest"]>;

const GROUPS = ["added", "replaced", "moved", "removed"] as const;
/** So many are shown at once; more are folded away. */
const FEW = 5;

const Changes = (props: {
  readonly ingest: LastIngest;
  readonly onOpen: (documentId: string) => void;
}): ReactNode => {
  const texts = useLibraryTexts();
  const { language } = useLanguage();
  const { ingest } = props;
  const time = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      <p className="library-note">
        <time dateTime={ingest.finishedAt}>{time.format(new Date(ingest.finishedAt))}</time>
      </p>
      {GROUPS.filter((group) => ingest[group].length > 0).map((group) => (
        <details key={group} className="change-group" open={ingest[group].length <= FEW}>
          <summary>{texts.counted(texts.changes[group], ingest[group].length)}</summary>
          <ul className="change-list">
            {ingest[group].map((document) => (
              <li key={document.documentId}>
                {group === "removed" ? (
                  <span lang="zh-CN">{document.title}</span>
                ) : (
                  <DocumentLink document={document} onOpen={props.onOpen} />
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {ingest.failed.length > 0 && (
        <details className="change-group change-failed" open>
          <summary>{texts.counted(texts.changes.failed, ingest.failed.length)}</summary>
          <ul className="change-list">
            {ingest.failed.map(({ file, message }) => (
              <li key={file}>
                {file}
                <span className="library-note" lang="zh-CN">
                  {" "}
                  {message}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {ingest.unchanged > 0 && <p className="library-note">{texts.unchanged(ingest.unchanged)}</p>}
    </>
  );
};

/** What the last ingest changed, however it was started. */
export const LastChange = (props: { readonly onOpen: (documentId: string) => void }): ReactNode => {
  const texts = useLibraryTexts();
  const { messages } = useLanguage();
  const { resource, retry } = useResource("/api/ingests/last", LastIngestReplySchema);
  return (
    <LibraryCard title={texts.lastTitle}>
      {resource.state === "loading" && <p className="library-note">{messages.loading}</p>}
      {resource.state === "failed" && <FailureNote error={resource.failure} onRetry={retry} />}
      {resource.state === "ready" &&
        (resource.value.ingest === null ? (
          <p className="library-note">{texts.lastNone}</p>
        ) : (
          <Changes ingest={resource.value.ingest} onOpen={props.onOpen} />
        ))}
    </LibraryCard>
  );
};
