import type { PolicyDocument } from "../policy/document.ts";
import type { Chunk, ScoredChunk } from "./chunk.ts";

/** Restricts a search before it ranks. */
export interface ChunkFilter {
  readonly documentIds?: readonly string[];
  /** Keep only chunks that are in force, or of unknown status, on this day (`YYYY-MM-DD`). */
  readonly inForceOn?: string;
}

/** One committed state of the index; every read of it sees the same versions of all tables. */
export interface IndexSnapshot {
  /** Fingerprint of documents and embedding model; the same content gives the same fingerprint. */
  readonly fingerprint: string;
  readonly generation: number;
  readonly documentCount: number;
  readonly chunkCount: number;
  /**
   * Whether the index can be read now: a row of each table, or everything once a read met damage.
   * @throws PolicyError `index_corrupt`, `storage_unavailable`
   */
  probe(): Promise<void>;
  /** Reads every row of every table; slow. Throws as `probe` does. */
  verify(): Promise<void>;
  /** Documents without text and clauses, in the order of their ids; cheap. */
  listDocuments(): Promise<readonly DocumentHead[]>;
  /** A hash of each document as it is stored, with its chunks, by id and in that order; cheap. */
  documentHashes(): Promise<ReadonlyMap<string, string>>;
  /** The whole document, or null; cached. */
  getDocument(documentId: string): Promise<PolicyDocument | null>;
  /** The clauses of every document, in no order; reads all documents one after the other, and keeps none. */
  clauseTrees(): AsyncIterable<ClauseTree>;
  /** The document that holds a clause, or null. */
  findDocumentOfClause(clauseId: string): Promise<string | null>;
  /** The documents that hold those of the clauses that are indexed, by clause id. */
  findDocumentsOfClauses(clauseIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** BM25 over jieba words; `words` are distinct. Best first. */
  searchWords(words: readonly string[], limit: number, filter?: ChunkFilter): Promise<ScoredChunk[]>;
  /** BM25 over character bigrams. Best first. */
  searchBigrams(bigrams: readonly string[], limit: number, filter?: ChunkFilter): Promise<ScoredChunk[]>;
  /** Cosine similarity to a unit vector. Best first. */
  searchDense(vector: Float32Array, limit: number, filter?: ChunkFilter): Promise<ScoredChunk[]>;
}

/** The clauses of a document without its text. */
export type ClauseTree = Pick<PolicyDocument, "documentId" | "clauses">;

/** Where a document was read from. Kept beside it: the same document from elsewhere has the same fingerprint. */
export interface DocumentSource {
  /** Absolute path of the file. */
  readonly path: string;
  /** SHA-256 of what the folder's manifest says about the file; null where it says nothing. */
  readonly manifestSha256: string | null;
}

/** A document without its text, clauses, normalisations, issues and dropped text. */
export type DocumentHead = Omit<
  PolicyDocument,
  "text" | "clauses" | "normalisations" | "issues" | "dropped"
> & {
  readonly source?: DocumentSource;
};

/** A document as it is stored. */
export interface StoredDocument {
  readonly document: PolicyDocument;
  readonly source: DocumentSource | null;
}

/** What one ingest changes, committed at once. */
export interface IndexChange {
  /**
   * New or changed documents with all their chunks, vectors aligned with the chunks. Taken one after the other
   * and written in batches, so that a large change need not be in memory at once.
   */
  readonly documents: Iterable<IndexedDocument> | AsyncIterable<IndexedDocument>;
  readonly removedDocumentIds: readonly string[];
}

export interface IndexedDocument {
  readonly document: PolicyDocument;
  readonly chunks: readonly Chunk[];
  readonly vectors: readonly Float32Array[];
  readonly source?: DocumentSource | null;
}
