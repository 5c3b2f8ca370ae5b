import type { Embedder } from "../text-models/embedder.ts";
import type {
  DocumentHead,
  IndexedDocument,
  IndexSnapshot,
  StoredDocument,
} from "../clause-index/index-types.ts";
import type { IndexWriter } from "../clause-index/lance-index.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { headOf } from "../clause-index/document-head.ts";
import { documentsToWrite } from "./documents-to-write.ts";
import type { StateBefore } from "./documents-to-write.ts";
import { embedDocuments } from "./embed-documents.ts";
import { findMissing, withoutVanished } from "./find-missing.ts";
import type { IngestProgress, IngestReport } from "./ingest-report.ts";
import { KnownDocuments } from "./known-documents.ts";
import { failedFile, IngestPlanner } from "./plan-ingest.ts";
import type { PlannedFile } from "./plan-ingest.ts";
import { findSourceFiles } from "./source-files.ts";
import { withoutTakenClauses } from "./taken-clauses.ts";

/** What ingest needs of the index. */
export interface WritableIndex {
  snapshot(): Promise<IndexSnapshot | null>;
  /** Holds the index for writing, so that of two ingests one says that the other is running. */
  exclusively<T>(work: (writer: IndexWriter) => Promise<T>): Promise<T>;
  /** Every stored document, also of an index that another model made. */
  storedDocuments(): AsyncGenerator<StoredDocument, void, undefined>;
}

export interface IngestOptions {
  readonly index: WritableIndex;
  readonly embedder: Pick<Embedder, "embedPassages">;
  /** Whether documents whose files vanished from the given folders leave the index; else they are only named. */
  readonly removeMissing?: boolean;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/** The index as it is; where another model made it, its documents are read and embedded anew. */
const readState = async (index: WritableIndex): Promise<StateBefore> => {
  try {
    const snapshot = await index.snapshot();
    return { snapshot, heads: (await snapshot?.listDocuments()) ?? [], toRebuild: null };
  } catch (error) {
    if (!(error instanceof PolicyError) || error.code !== "index_model_mismatch") throw error;
    const heads: DocumentHead[] = [];
    for await (const { document, source } of index.storedDocuments()) {
      heads.push(source === null ? headOf(document) : { ...headOf(document), source });
    }
    return { snapshot: null, heads, toRebuild: () => index.storedDocuments() };
  }
};

const planFiles = async (
  paths: readonly string[],
  known: KnownDocuments,
  onProgress: IngestOptions["onProgress"],
): Promise<PlannedFile[]> => {
  const found = await findSourceFiles(await withoutVanished(paths, known));
  const planner = new IngestPlanner(known);
  const planned = new Map<string, PlannedFile>();
  // Files that the index knows keep their documents' ids, so they take them before newcomers do.
  const order = found.toSorted(
    (a, b) => Number(known.isKnownPath(b.path)) - Number(known.isKnownPath(a.path)),
  );
  for (const file of order) {
    planned.set(file.path, await planner.plan(file));
    onProgress?.({ stage: "read", done: planned.size, total: order.length });
  }
  return found.flatMap(({ path }) => planned.get(path) ?? []);
};

/**
 * Reads files and folders, embeds what is new or changed, and publishes everything at once. A file that cannot
 * be read is reported and the others go on. Ingesting again changes nothing that did not change. Where another
 * model made the index, all its documents are embedded anew; vectors of two models are never mixed. An ingest
 * that is killed leaves the index as it was; vectors that the embedder remembers are not computed again.
 * @throws PolicyError `file_not_found`, `ingest_running`, and what the index throws.
 */
export const ingestPaths = async (
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestReport> => {
  const started = performance.now();
  const { index, embedder, onProgress } = options;
  return index.exclusively(async (writer) => {
    const before = await readState(index);
    const known = new KnownDocuments(before.heads);
    const read = await planFiles(paths, known, onProgress);
    const missing = await findMissing(paths, read, known, options.removeMissing ?? false);
    const leaving = new Set(missing.filter(({ removed }) => removed).map(({ documentId }) => documentId));
    const planned = await withoutTakenClauses(read, before.snapshot, known, leaving);

    const present = new Set(planned.flatMap(({ report }) => report.documentIds));
    for (const { report } of planned) for (const { documentId } of report.removed) leaving.add(documentId);
    for (const documentId of present) leaving.delete(documentId);
    const changedMeanwhile = new Map<string, unknown>();
    const change = await documentsToWrite(before, planned, leaving, (file, error) =>
      changedMeanwhile.set(file, error),
    );
    async function* indexed(): AsyncGenerator<IndexedDocument, void, undefined> {
      yield* embedDocuments(change.read(), embedder, (done) =>
        onProgress?.({ stage: "embed", done, total: change.chunks }),
      );
      onProgress?.({ stage: "commit", done: 0, total: 1 });
    }
    let fingerprint = before.snapshot?.fingerprint ?? null;
    const nothingRead = planned.length > 0 && planned.every(({ report }) => report.outcome === "failed");
    const isNew = before.snapshot === null && (before.toRebuild !== null || !nothingRead);
    if (change.count > 0 || leaving.size > 0 || isNew) {
      const snapshot = await writer.commit({ documents: indexed(), removedDocumentIds: [...leaving] });
      ({ fingerprint } = snapshot);
      onProgress?.({ stage: "commit", done: 1, total: 1 });
    }
    return {
      files: planned.map(({ report }) =>
        changedMeanwhile.has(report.file)
          ? failedFile(report.file, changedMeanwhile.get(report.file))
          : report,
      ),
      missing,
      index: fingerprint,
      seconds: (performance.now() - started) / 1000,
    };
  });
};
