import type { NamedDocument } from "./ingest-report.ts";
import type { WritableIndex } from "./ingest.ts";

/** What became of a request to remove documents. */
export interface RemovalReport {
  readonly removed: readonly NamedDocument[];
  /** Ids that the index does not hold. */
  readonly notFound: readonly string[];
  /** Fingerprint of the index afterwards; null if there never was one. */
  readonly index: string | null;
}

/**
 * Removes documents from the index, all at once; their files stay where they are.
 * @throws PolicyError `ingest_running`, and what the index throws.
 */
export const removeDocuments = (
  documentIds: readonly string[],
  index: WritableIndex,
): Promise<RemovalReport> =>
  index.exclusively(async (writer) => {
    const before = await index.snapshot();
    const heads = new Map(((await before?.listDocuments()) ?? []).map((head) => [head.documentId, head]));
    const asked = new Set(documentIds);
    const removed = [...asked]
      .flatMap((documentId) => heads.get(documentId) ?? [])
      .map(({ documentId, title }) => ({ documentId, title }));
    const notFound = [...asked].filter((documentId) => !heads.has(documentId));
    if (removed.length === 0) return { removed, notFound, index: before?.fingerprint ?? null };
    const after = await writer.commit({
      documents: [],
      removedDocumentIds: removed.map(({ documentId }) => documentId),
    });
    return { removed, notFound, index: after.fingerprint };
  });
