import { makeArrowTable } from "./lancedb.ts";
import type { Connection, Table } from "@lancedb/lancedb";
import type { Schema } from "apache-arrow";
import { z } from "zod";
import { chunksSchema, documentsSchema } from "./arrow-schemas.ts";
import { sqlIn } from "./chunk-filter.ts";
import { collectGarbage } from "./collect-garbage.ts";
import { indexCorrupt, readingIndex } from "./index-errors.ts";
import { fingerprintOf } from "./index-pointer.ts";
import type { IndexPointer } from "./index-pointer.ts";
import { changeChecker, chunkRow, documentRow } from "./index-rows.ts";
import type { IndexChange, IndexedDocument } from "./index-types.ts";
import { updateChunkIndices } from "./table-indices.ts";

const CHUNKS_PER_WRITE = 2_000;
/** Documents are whole texts: fewer at once. */
const DOCUMENTS_PER_WRITE = 500;
/** Rows of so many chunks are worth collecting before what takes most memory: whole documents, the indices. */
const MANY_CHUNKS = 10_000;
const IDS_PER_DELETE = 500;
/** Versions this old are pruned, unless the pointer still names them (milliseconds). */
const KEEP_VERSIONS = 7 * 24 * 60 * 60 * 1_000;

const DocumentHashesSchema = z.array(z.object({ documentId: z.string(), sha256: z.string() }));

/** The model that the vectors of a change come from. */
export interface VectorSpace {
  readonly id: string;
  readonly dimensions: number;
}

function* batchesOf<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** Documents in batches that are written at once: few enough, and with few enough chunks. */
async function* documentBatches(
  documents: IndexChange["documents"],
): AsyncGenerator<IndexedDocument[], void, undefined> {
  let batch: IndexedDocument[] = [];
  let chunks = 0;
  for await (const entry of documents) {
    batch.push(entry);
    chunks += entry.chunks.length;
    if (batch.length >= DOCUMENTS_PER_WRITE || chunks >= CHUNKS_PER_WRITE) {
      yield batch;
      batch = [];
      chunks = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

function* chunkRows(documents: readonly IndexedDocument[]): Generator<Record<string, unknown>> {
  for (const { chunks, vectors } of documents) {
    for (const [index, chunk] of chunks.entries())
      yield chunkRow(chunk, vectors[index] ?? new Float32Array());
  }
}

function* documentRows(documents: readonly IndexedDocument[]): Generator<Record<string, unknown>> {
  for (const entry of documents) yield documentRow(entry);
}

const addRows = async (
  table: Table,
  schema: Schema,
  rows: Iterable<Record<string, unknown>>,
  size: number,
): Promise<void> => {
  for (const batch of batchesOf(rows, size)) await table.add(makeArrowTable(batch, { schema }));
};

/**
 * The table as the pointer names it, as its newest version. Whatever a killed ingest wrote after that version
 * is left behind here (invariant 6).
 */
const openAtVersion = (connection: Connection, name: string, version: number): Promise<Table> =>
  readingIndex(`version ${version} of table ${name}`, async () => {
    const table = await connection.openTable(name);
    if ((await table.version()) !== version) {
      await table.checkout(version);
      await table.restore();
    }
    return table;
  });

/**
 * Compacts a table without pruning the version that the pointer names, however old it is: that version was
 * written within the hour before the pointer was.
 */
const compact = async (table: Table, previous: IndexPointer | null): Promise<void> => {
  const published = previous === null ? Number.POSITIVE_INFINITY : Date.parse(previous.createdAt) - 3_600_000;
  await table.optimize({ cleanupOlderThan: new Date(Math.min(Date.now() - KEEP_VERSIONS, published)) });
};

/**
 * Writes a change into the tables and returns the pointer that would publish it; until the caller publishes
 * it, no reader sees anything of it. Starts from `previous`, or from nothing if that is null or was made with
 * another model: vectors of two models are never mixed.
 */
export const commitChange = async (
  connection: Connection,
  previous: IndexPointer | null,
  space: VectorSpace,
  change: IndexChange,
): Promise<IndexPointer> => {
  const check = changeChecker(space.dimensions);
  const chunkSchema = chunksSchema(space.dimensions);
  const kept = previous?.embedderId === space.id ? previous : null;
  // Overwriting keeps earlier versions, so readers of the old index go on reading it.
  const documents =
    kept === null
      ? await connection.createEmptyTable("documents", documentsSchema, { mode: "overwrite" })
      : await openAtVersion(connection, "documents", kept.tables.documents);
  const chunks =
    kept === null
      ? await connection.createEmptyTable("chunks", chunkSchema, { mode: "overwrite" })
      : await openAtVersion(connection, "chunks", kept.tables.chunks);

  let keptChunks = await chunks.countRows();
  let added = 0;
  const remove = async (documentIds: Iterable<string>): Promise<void> => {
    const before = await chunks.countRows();
    for (const ids of batchesOf(documentIds, IDS_PER_DELETE)) {
      const condition = sqlIn("documentId", ids);
      await documents.delete(condition);
      await chunks.delete(condition);
    }
    keptChunks -= before - (await chunks.countRows());
  };
  await remove(new Set(change.removedDocumentIds));
  // A function of its own, so that the last batch is not held while the indices are built.
  const write = async (): Promise<void> => {
    for await (const batch of documentBatches(change.documents)) {
      for (const entry of batch) check(entry);
      await remove(batch.map(({ document }) => document.documentId));
      await addRows(chunks, chunkSchema, chunkRows(batch), CHUNKS_PER_WRITE);
      const written = batch.reduce((sum, entry) => sum + entry.chunks.length, 0);
      if (written >= MANY_CHUNKS) collectGarbage();
      await addRows(documents, documentsSchema, documentRows(batch), DOCUMENTS_PER_WRITE);
      added += written;
    }
  };
  await write();

  if (added >= MANY_CHUNKS) collectGarbage();
  await compact(documents, previous);
  await compact(chunks, previous);
  const indices = await updateChunkIndices(chunks, {
    vectorPartitions: kept?.vectorPartitions ?? null,
    changedRows: (kept?.changedRows ?? 0) + added + (kept?.chunkCount ?? 0) - keptChunks,
  });

  const hashes = DocumentHashesSchema.parse(
    (await documents.query().select(["documentId", "sha256"]).toArray()).map((row) => ({ ...row })),
  );
  const chunkCount = await chunks.countRows();
  if (
    chunkCount !== keptChunks + added ||
    new Set(hashes.map((each) => each.documentId)).size !== hashes.length
  ) {
    throw indexCorrupt(`${keptChunks} + ${added} chunks became ${chunkCount}: another writer interfered`);
  }
  return {
    format: 1,
    generation: (previous?.generation ?? 0) + 1,
    fingerprint: fingerprintOf(hashes, space.id),
    embedderId: space.id,
    dimensions: space.dimensions,
    tables: { documents: await documents.version(), chunks: await chunks.version() },
    documentCount: hashes.length,
    chunkCount,
    ...indices,
    createdAt: new Date().toISOString(),
  };
};
