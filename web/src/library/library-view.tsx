import "../styles/upload.css";
import "../styles/library-view.css";
import type { ReactNode } from "react";
import { useCallback, useDeferredValue, useEffect, useMemo, useSyncExternalStore } from "react";
import type { DocumentList as Listed } from "../../../src/contract/documents.ts";
import { DocumentListSchema } from "../../../src/contract/documents.ts";
import { useResource } from "../api/use-resource.ts";
import { useMessages } from "../language/language-context.tsx";
import { FailureNote } from "../page/failure-note.tsx";
import { DocumentList } from "./document-list.tsx";
import { EndingList } from "./ending-list.tsx";
import { endsSoon } from "./ends-soon.ts";
import { FilterForm } from "./filter-form.tsx";
import { LastChange } from "./last-change.tsx";
import { filterDocuments, NO_FILTER, sortDocuments } from "./library-filter.ts";
import { useLibraryTexts } from "./library-texts.ts";
import { UploadPanel } from "./upload-panel.tsx";
import { uploadQueue } from "./upload-queue.ts";
import type { WriteQuery } from "./use-library-filter.ts";
import { useLibraryFilter } from "./use-library-filter.ts";

type Open = (documentId: string) => void;

const Library = (props: {
  readonly list: Listed;
  /** Uploads that were read; each has changed what the last ingest was. */
  readonly done: number;
  readonly query: string;
  readonly onQuery: WriteQuery;
  readonly onOpen: Open;
}): ReactNode => {
  const texts = useLibraryTexts();
  const messages = useMessages();
  const { list, onOpen: open } = props;
  const { filter, change, flush } = useLibraryFilter(props.query, props.onQuery);
  const wanted = useDeferredValue(filter);
  const onOpen = useCallback<Open>(
    (documentId) => {
      flush();
      open(documentId);
    },
    [flush, open],
  );
  const documents = useMemo(() => sortDocuments(list.documents, wanted.sort), [list, wanted.sort]);
  const endings = useMemo(() => endsSoon(documents, list.asOf), [documents, list]);
  const daysLeft = useMemo(
    () => new Map(endings.map(({ document, days }) => [document.documentId, days])),
    [endings],
  );
  const shown = useMemo(
    () => filterDocuments(documents, wanted, new Set(daysLeft.keys())),
    [documents, wanted, daysLeft],
  );
  return (
    <div className="library-layout">
      <p className="library-intro">{texts.intro(documents.length, list.asOf)}</p>
      <div className="library-aside">
        <EndingList
          endings={endings}
          asOf={list.asOf}
          onOpen={onOpen}
          onShowAll={() => change({ ...NO_FILTER, endsSoon: true })}
        />
        <UploadPanel onOpen={onOpen} />
        <LastChange key={props.done} onOpen={onOpen} />
      </div>
      <div>
        {documents.length === 0 ? (
          <p>{messages.documentsEmpty}</p>
        ) : (
          <>
            <FilterForm documents={documents} filter={filter} endings={endings.length} onChange={change}>
              <p className="library-count" role="status">
                {shown.length === 0 ? texts.noneFound : texts.found(shown.length, documents.length)}
              </p>
            </FilterForm>
            <DocumentList documents={shown} daysLeft={daysLeft} onOpen={onOpen} />
          </>
        )}
      </div>
    </div>
  );
};

/** The documents of the library: what there is, what expires soon, what changed, and what can be added. */
const LibraryView = (props: {
  readonly covered: boolean;
  /** The day on which validity is judged; empty for today. */
  readonly asOf: string;
  /** How it is searched and filtered, as the address says. */
  readonly query: string;
  readonly onQuery: WriteQuery;
  readonly onOpen: Open;
}): ReactNode => {
  const messages = useMessages();
  const uploads = useSyncExternalStore(uploadQueue.subscribe, uploadQueue.uploads);
  const done = uploads.filter(({ state }) => state.step === "done").length;
  const address = props.asOf === "" ? "/api/documents" : `/api/documents?asOf=${props.asOf}`;
  const { resource, last, retry } = useResource(address, DocumentListSchema);
  useEffect(() => {
    if (done > 0) retry();
  }, [done, retry]);
  return (
    <main className="library-view" inert={props.covered}>
      <div className="library-content">
        <h2>{messages.documentsTitle}</h2>
        {resource.state === "loading" && last === null && <p role="status">{messages.loading}</p>}
        {resource.state === "failed" && <FailureNote error={resource.failure} onRetry={retry} />}
        {/* The old list stays until the new one is there, so that nothing jumps. */}
        {last !== null && (
          <Library
            list={last}
            done={done}
            query={props.query}
            onQuery={props.onQuery}
            onOpen={props.onOpen}
          />
        )}
      </div>
    </main>
  );
};

// A lazily loaded component is the default export of its file.
export default LibraryView;
