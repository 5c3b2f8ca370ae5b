import { createHash } from "node:crypto";
import { z } from "zod";
import { indexCorrupt } from "./index-errors.ts";

const Count = z.int().nonnegative();

const IndexPointerSchema = z.object({
  format: z.literal(1),
  generation: z.int().positive(),
  fingerprint: z.string().min(1),
  embedderId: z.string().min(1),
  dimensions: z.int().positive(),
  /** The version of every table; readers open exactly these. */
  tables: z.object({ documents: z.int().positive(), chunks: z.int().positive() }),
  documentCount: Count,
  chunkCount: Count,
  /** Partitions of the vector index, or null where vectors are scanned. */
  vectorPartitions: z.int().positive().nullable(),
  /** Chunks added and deleted since the search indices were built anew. */
  changedRows: Count,
  createdAt: z.iso.datetime(),
});

/** The one record that says what the index is: LanceDB versions are per table, this names all of them. */
export type IndexPointer = Readonly<z.infer<typeof IndexPointerSchema>>;

/** @throws PolicyError `index_corrupt` if the text is no pointer of this format. */
export const parsePointer = (text: string): IndexPointer => {
  try {
    return IndexPointerSchema.parse(JSON.parse(text));
  } catch (error) {
    throw indexCorrupt("The index pointer cannot be read", error);
  }
};

export const formatPointer = (pointer: IndexPointer): string => `${JSON.stringify(pointer, null, 2)}\n`;

/** Fingerprint of documents and model: independent of the order and the number of ingests. */
export const fingerprintOf = (
  documents: readonly { readonly documentId: string; readonly sha256: string }[],
  embedderId: string,
): string => {
  const pairs = documents.map(({ documentId, sha256 }) => JSON.stringify([documentId, sha256]));
  return createHash("sha256")
    .update([embedderId, ...pairs.toSorted()].join("\n"))
    .digest("hex");
};
