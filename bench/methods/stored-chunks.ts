import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { parsePointer } from "../../src/clause-index/index-pointer.ts";
import { connect } from "../../src/clause-index/lancedb.ts";

/** A chunk as every method is given it: what is searched and its vector. */
export interface StoredChunk {
  readonly chunkId: string;
  readonly clauseId: string;
  /** Headings and text: what the index searches and embeds. */
  readonly text: string;
  readonly vector: number[];
}

const BATCH = 5_000;

const RowSchema = z.object({
  chunkId: z.string(),
  clauseId: z.string(),
  context: z.string(),
  text: z.string(),
  vector: z.custom<Iterable<number>>(
    (value) => typeof value === "object" && value !== null && Symbol.iterator in value,
  ),
});

/** The table of chunks that an index's pointer names. */
export const openChunksTable = async (indexFolder: string) => {
  const pointer = parsePointer(readFileSync(path.join(indexFolder, "pointer.json"), "utf8"));
  const connection = await connect(path.join(indexFolder, "tables"));
  return connection.openTable("chunks", [], { version: pointer.tables.chunks });
};

/** All chunks of an index with their vectors, read and not computed. */
export const readStoredChunks = async (indexFolder: string): Promise<StoredChunk[]> => {
  const table = await openChunksTable(indexFolder);
  const chunks: StoredChunk[] = [];
  const rows = await table.countRows();
  for (let offset = 0; offset < rows; offset += BATCH) {
    const batch: unknown[] = await table
      .query()
      .select(["chunkId", "clauseId", "context", "text", "vector"])
      .offset(offset)
      .limit(BATCH)
      .toArray();
    for (const row of batch) {
      const { chunkId, clauseId, context, text, vector } = RowSchema.parse(row);
      chunks.push({ chunkId, clauseId, text: `${context}\n${text}`, vector: Array.from(vector) });
    }
  }
  return chunks;
};
