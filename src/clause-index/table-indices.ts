import { Index } from "./lancedb.ts";
import type { Index as IndexConfig, Table } from "@lancedb/lancedb";

/** From this many rows on, vectors are searched through partitions and ids through trees; below, a scan is faster. */
const LARGE = 20_000;

/** The words are cut already; LanceDB only has to split at blanks. */
const fullText = (): IndexConfig =>
  Index.fts({
    baseTokenizer: "whitespace",
    withPosition: false,
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
    // Counts bytes; segment.ts keeps words below it.
    maxTokenLength: 255,
  });

/**
 * Partitions of the vector index for a number of rows. About 900 rows a partition, as measured with 64 over
 * 55,404 rows: a quarter of them searched gives recall@10 .995.
 */
const partitionsFor = (rows: number): number => Math.max(16, Math.round(rows / 900));

/** How many partitions a search visits at first; a filter that leaves too few hits makes it visit more. */
export const probesFor = (partitions: number): number => Math.ceil(partitions / 4);

/** What is known of a table's indices from one commit to the next. */
export interface IndexState {
  /** Partitions of the vector index, or null where vectors are scanned. */
  readonly vectorPartitions: number | null;
  /** Rows added and deleted since the indices were built anew. */
  readonly changedRows: number;
}

/**
 * Brings the indices of the compacted chunks table up to date. Building full text anew instead of adding to it
 * makes BM25 depend on the rows alone, not on how many ingests brought them. A large table is spared that
 * while less than a tenth of it changed: compaction has indexed the new rows already.
 */
export const updateChunkIndices = async (
  chunks: Table,
  { vectorPartitions, changedRows }: IndexState,
  large: number = LARGE,
): Promise<IndexState> => {
  const rows = await chunks.countRows();
  if (rows >= large && vectorPartitions !== null && changedRows < rows / 10)
    return { vectorPartitions, changedRows };
  for (const column of ["words", "bigrams"]) {
    await chunks.createIndex(column, { config: fullText(), replace: true });
  }
  if (rows >= large) {
    const numPartitions = partitionsFor(rows);
    for (const column of ["clauseId", "documentId"]) {
      await chunks.createIndex(column, { config: Index.btree(), replace: true });
    }
    await chunks.createIndex("vector", {
      config: Index.ivfFlat({ numPartitions, distanceType: "cosine" }),
      replace: true,
    });
    return { vectorPartitions: numPartitions, changedRows: 0 };
  }
  // A table that shrank keeps no index made for a large one.
  for (const { name, columns } of await chunks.listIndices()) {
    if (columns.some((column) => !["words", "bigrams"].includes(column))) await chunks.dropIndex(name);
  }
  return { vectorPartitions: null, changedRows: 0 };
};
