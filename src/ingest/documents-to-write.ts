import type { DocumentHead, IndexSnapshot, StoredDocument } from "../clause-index/index-types.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { chunkDocument } from "./chunk-document.ts";
import { linkHeads, withLinks } from "./document-links.ts";
import type { UnembeddedDocument } from "./embed-documents.ts";
import type { PlannedFile } from "./plan-ingest.ts";

/** What is in the index before an ingest. */
export interface StateBefore {
  readonly snapshot: IndexSnapshot | null;
  readonly heads: readonly DocumentHead[];
  /** The stored documents, if another model made the index and all of them are embedded anew; else null. */
  readonly toRebuild: (() => AsyncIterable<StoredDocument>) | null;
}

/** The documents of one change, to be read one after the other. */
export interface DocumentsToWrite {
  readonly count: number;
  readonly chunks: number;
  read(): AsyncGenerator<UnembeddedDocument, void, undefined>;
}

/**
 * All documents that an ingest writes: those of its files, those that they change (a repeal, a new version), and
 * all others if the index is made anew.
 * @param planned - files; none of them holds a document of another
 * @param leaving - ids of documents that are removed
 * @param onChanged - is told of a file that changed since it was planned; its documents stay as they were
 */
export const documentsToWrite = async (
  before: StateBefore,
  planned: readonly PlannedFile[],
  leaving: ReadonlySet<string>,
  onChanged: (file: string, error: PolicyError) => void,
): Promise<DocumentsToWrite> => {
  const written = planned.flatMap(({ heads }) => heads);
  const writtenIds = new Set(written.map(({ documentId }) => documentId));
  const staying = before.heads.filter(
    ({ documentId }) => !leaving.has(documentId) && !writtenIds.has(documentId),
  );
  const links = linkHeads([...staying, ...written]);
  const sources = new Map(staying.map(({ documentId, source }) => [documentId, source ?? null]));
  const { snapshot, toRebuild } = before;

  async function* stayingDocuments(): AsyncGenerator<UnembeddedDocument, void, undefined> {
    if (toRebuild !== null) {
      for await (const { document, source } of toRebuild()) {
        if (sources.has(document.documentId)) yield { document: withLinks(document, links), source };
      }
      return;
    }
    for (const [documentId, source] of sources) {
      const document = links.has(documentId) ? ((await snapshot?.getDocument(documentId)) ?? null) : null;
      if (document !== null) yield { document: withLinks(document, links), source };
    }
  }
  async function* read(): AsyncGenerator<UnembeddedDocument, void, undefined> {
    for (const { report, source, ...file } of planned) {
      try {
        for (const document of await file.documents()) yield { document: withLinks(document, links), source };
      } catch (error) {
        if (!(error instanceof PolicyError) || error.code !== "file_changed") throw error;
        onChanged(report.file, error);
      }
    }
    yield* stayingDocuments();
  }

  let count = written.length;
  let chunks = planned.reduce((sum, file) => sum + file.chunks, 0);
  for await (const { document } of stayingDocuments()) {
    count += 1;
    chunks += chunkDocument(document).length;
  }
  return { count, chunks, read };
};
