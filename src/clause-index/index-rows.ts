import { headOf } from "./document-head.ts";
import { createHash } from "node:crypto";
import { validityBounds } from "./chunk-filter.ts";
import type { Chunk } from "./chunk.ts";
import { invalidIndexInput } from "./index-errors.ts";
import type { IndexedDocument } from "./index-types.ts";
import { bigrams, segmentWords } from "./segment.ts";

const checkDocument = ({ document, chunks, vectors }: IndexedDocument, dimensions: number): void => {
  const { documentId } = document;
  if (vectors.length !== chunks.length) {
    throw invalidIndexInput(`${documentId}: ${chunks.length} chunks, ${vectors.length} vectors`);
  }
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.documentId !== documentId) {
      throw invalidIndexInput(`${chunk.chunkId} belongs to ${chunk.documentId}, not ${documentId}`);
    }
    // Invariant 1: every chunk is a slice of the canonical text.
    if (chunk.text !== document.text.slice(chunk.start, chunk.end)) {
      throw invalidIndexInput(`${chunk.chunkId} is not what its document says at ${chunk.start}`);
    }
    const vector = vectors[index];
    // LanceDB pads or cuts a vector of another length without a word.
    if (vector?.length !== dimensions || !vector.every(Number.isFinite)) {
      throw invalidIndexInput(`${chunk.chunkId}: its vector is not ${dimensions} finite numbers`);
    }
  }
};

/**
 * Checks the documents of one change, one after the other.
 * @returns a check that throws PolicyError `index_invalid_input` where a document breaks the index's rules.
 */
export const changeChecker = (dimensions: number): ((entry: IndexedDocument) => void) => {
  const documentIds = new Set<string>();
  const chunkIds = new Set<string>();
  return (entry) => {
    checkDocument(entry, dimensions);
    if (documentIds.has(entry.document.documentId)) {
      throw invalidIndexInput(`${entry.document.documentId} stands in the change twice`);
    }
    documentIds.add(entry.document.documentId);
    for (const { chunkId } of entry.chunks) {
      if (chunkIds.has(chunkId)) throw invalidIndexInput(`${chunkId} stands in the change twice`);
      chunkIds.add(chunkId);
    }
  };
};

/** A row of the documents table. */
export const documentRow = ({ document, chunks, source }: IndexedDocument): Record<string, unknown> => {
  const head = headOf(document);
  const json = JSON.stringify(document);
  return {
    documentId: document.documentId,
    // Chunks count too: cut differently, the same document answers differently.
    sha256: createHash("sha256")
      .update(json)
      .update(JSON.stringify(chunks.map(({ text: _chunkText, ...place }) => place)))
      .digest("hex"),
    head: JSON.stringify({ ...head, source: source ?? undefined }),
    document: json,
  };
};

/** A row of the chunks table. */
export const chunkRow = (chunk: Chunk, vector: Float32Array): Record<string, unknown> => {
  const searched = `${chunk.context}\n${chunk.text}`;
  return {
    chunkId: chunk.chunkId,
    clauseId: chunk.clauseId,
    documentId: chunk.documentId,
    label: chunk.label,
    start: chunk.start,
    end: chunk.end,
    text: chunk.text,
    context: chunk.context,
    ...validityBounds(chunk),
    words: segmentWords(searched).join(" "),
    bigrams: bigrams(searched).join(" "),
    vector,
  };
};
