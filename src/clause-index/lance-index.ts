import type { Connection } from "@lancedb/lancedb";
import { createBucketStorage } from "./bucket-storage.ts";
import { commitChange } from "./commit-change.ts";
import { connectBounded } from "./connect-bounded.ts";
import type { Embedder } from "../text-models/embedder.ts";
import { createFolderStorage } from "./folder-storage.ts";
import { HeldValue } from "./held-value.ts";
import { indexModelMismatch, readingIndex } from "./index-errors.ts";
import { formatPointer, parsePointer } from "./index-pointer.ts";
import type { IndexPointer } from "./index-pointer.ts";
import { isBucketAddress } from "./index-storage.ts";
import type { IndexStorage } from "./index-storage.ts";
import type { IndexChange, IndexSnapshot, StoredDocument } from "./index-types.ts";
import { Session } from "./lancedb.ts";
import { openSnapshot, parseHead, parseStoredDocument } from "./lance-snapshot.ts";
import { writingIndex } from "./writing-index.ts";

/** Bytes of LanceDB's own caches; its defaults are 6 GB and 1 GB. */
const INDEX_CACHE = 256n * 1024n * 1024n;
const METADATA_CACHE = 64n * 1024n * 1024n;

/** What may be done while holding the index for writing. */
export interface IndexWriter {
  /** Publishes a change at once: before it every reader sees the old index, after it the new one. */
  commit(change: IndexChange): Promise<IndexSnapshot>;
}

/** An index on disk or in a bucket, read and written by any number of processes. */
export interface ClauseIndex {
  /**
   * The newest published state, or null if there never was one. The same object until another state is
   * published, by this process or another; an object already handed out keeps its own view.
   * @throws PolicyError `index_corrupt`, or `index_model_mismatch` if another model made the index.
   */
  snapshot(): Promise<IndexSnapshot | null>;
  /**
   * One commit under a lock of its own. If another model made the index, it is built anew from this change
   * alone, so the caller must pass everything then.
   * @throws PolicyError `ingest_running`, `index_invalid_input`, `index_corrupt`, `storage_full`,
   * `storage_not_writable`.
   */
  commit(change: IndexChange): Promise<IndexSnapshot>;
  /** Holds the index for writing while `work` runs: for an ingest that reads the state, then commits. */
  exclusively<T>(work: (writer: IndexWriter) => Promise<T>): Promise<T>;
  /** Every stored document, also of an index that another model made: what a rebuild needs. */
  storedDocuments(): AsyncGenerator<StoredDocument, void, undefined>;
}

const storageFor = (location: string, options: Readonly<Record<string, string>>): IndexStorage =>
  isBucketAddress(location) ? createBucketStorage(location, options) : createFolderStorage(location);

/**
 * Opens the index at a folder or an `s3://` address; touches nothing until it is used. `storageOptions` are
 * LanceDB's, for buckets: `endpoint`, `region`, `access_key_id`, `secret_access_key`, `allow_http`.
 * @param pointerHoldsMs - so long a state that was read counts as the newest, unless this process writes
 */
export const openIndex = (
  location: string,
  embedder: Pick<Embedder, "id" | "dimensions">,
  storageOptions: Readonly<Record<string, string>> = {},
  pointerHoldsMs = 0,
): ClauseIndex => {
  const storage = storageFor(location, storageOptions);
  const space = { id: embedder.id, dimensions: embedder.dimensions };
  let connecting: Promise<Connection> | null = null;
  /** The last snapshot with the pointer text that it was opened from. */
  let current: { readonly text: string; readonly snapshot: Promise<IndexSnapshot> } | null = null;

  const connection = async (): Promise<Connection> => {
    connecting ??= connectBounded(
      storage.tablesUri,
      storage.storageOptions,
      new Session(INDEX_CACHE, METADATA_CACHE),
    );
    try {
      return await connecting;
    } catch (error) {
      connecting = null;
      throw error;
    }
  };

  const readPointer = async (): Promise<{ text: string; pointer: IndexPointer } | null> => {
    const text = await readingIndex("the index pointer", () => storage.readPointer());
    return text === null ? null : { text, pointer: parsePointer(text) };
  };

  const heldPointer = new HeldValue(readPointer, pointerHoldsMs);

  const snapshotAt = async (text: string, pointer: IndexPointer): Promise<IndexSnapshot> => {
    if (pointer.embedderId !== space.id) throw indexModelMismatch(pointer.embedderId, space.id);
    const opened = current?.text === text ? current : null;
    const entry = opened ?? { text, snapshot: connection().then((each) => openSnapshot(each, pointer)) };
    current = entry;
    try {
      return await entry.snapshot;
    } catch (error) {
      if (current === entry) current = null;
      throw error;
    }
  };

  const snapshot = async (): Promise<IndexSnapshot | null> => {
    const stored = await heldPointer.get();
    return stored === null ? null : snapshotAt(stored.text, stored.pointer);
  };

  const exclusively = async <T>(work: (writer: IndexWriter) => Promise<T>): Promise<T> => {
    const lock = await writingIndex(() => storage.acquireLock());
    heldPointer.forget();
    const commit = async (change: IndexChange): Promise<IndexSnapshot> => {
      await lock.assertHeld();
      const started = Date.now();
      const timer = performance.now();
      const previous = (await readPointer())?.pointer ?? null;
      const pointer = await commitChange(await connection(), previous, space, change);
      // Invariant 6: all that the pointer names is on disk before the pointer is.
      // A clock that was set back in the meantime gave the files earlier times.
      await storage.flushTables(Math.min(started, Date.now() - (performance.now() - timer)));
      await lock.assertHeld();
      const text = formatPointer(pointer);
      await storage.publishPointer(text);
      heldPointer.forget();
      return snapshotAt(text, pointer);
    };
    try {
      return await work({ commit: (change) => writingIndex(() => commit(change)) });
    } finally {
      await lock.release();
    }
  };

  async function* storedDocuments(): AsyncGenerator<StoredDocument, void, undefined> {
    const stored = await readPointer();
    if (stored === null) return;
    const version = stored.pointer.tables.documents;
    const lance = await connection();
    const rows = await readingIndex("the documents", async () => {
      const table = await lance.openTable("documents", [], { version });
      return table.query().select(["head", "document"]).toArray();
    });
    for (const row of rows) {
      yield { document: parseStoredDocument(row.document), source: parseHead(row.head).source ?? null };
    }
  }

  return {
    snapshot,
    commit: (change) => exclusively((writer) => writer.commit(change)),
    exclusively,
    storedDocuments,
  };
};
