import type { NamedDocument } from "./ingest-report.ts";
import type { Embedder } from "../text-models/embedder.ts";
import { documentsToWrite } from "./documents-to-write.ts";
import { embedDocuments } from "./embed-documents.ts";
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
 * Removes documents from the index, all at once; their files stay where they are. What they repealed or replaced
 * stands again.
 * @throws PolicyError `ingest_running`, and what the index throws.
 */
export const removeDocuments = (
  documentIds: readonly string[],
  { index, embedder }: { readonly index: WritableIndex; readonly embedder: Pick<Embedder, "embedPassages"> },
): Promise<RemovalReport> =>
  index.exclusively(async (writer) => {
    const before = await index.snapshot();
    const stored = (await before?.listDocuments()) ?? [];
    const heads = new Map(stored.map((head) => [head.documentId, head]));
    const asked = new Set(documentIds);
    const removed = [...asked]
      .flatMap((documentId) => heads.get(documentId) ?? [])
      .map(({ documentId, title }) => ({ documentId, title }));
    const notFound = [...asked].filter((documentId) => !heads.has(documentId));
    if (removed.length === 0) return { removed, notFound, index: before?.fingerprint ?? null };
    const leaving = new Set(removed.map(({ documentId }) => documentId));
    const state = { snapshot: before, heads: stored, toRebuild: null };
    const relinked = await documentsToWrite(state, [], leaving, () => undefined);
    const after = await writer.commit({
      documents: embedDocuments(relinked.read(), embedder, () => undefined),
      removedDocumentIds: [...leaving],
    });
    return { removed, notFound, index: after.fingerprint };
  });
