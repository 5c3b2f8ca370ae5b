import type { IngestIssue } from "../policy/document.ts";

/** How far an ingest is. `embed` counts chunks, `read` files, `commit` steps. */
export interface IngestProgress {
  readonly stage: "read" | "embed" | "commit";
  readonly done: number;
  readonly total: number;
}

/** A document as an ingest read it. */
export interface IngestedDocument {
  readonly documentId: string;
  readonly title: string;
  readonly clauses: number;
  readonly chunks: number;
  /** UTF-16 units of canonical text. */
  readonly characters: number;
  /** UTF-16 units of the source that the canonical text leaves out, by reason. */
  readonly dropped: Readonly<Record<string, number>>;
  readonly issues: readonly IngestIssue[];
}

/** A document named in a report. */
export interface NamedDocument {
  readonly documentId: string;
  readonly title: string;
}

/** What became of one file. */
export interface IngestedFile {
  readonly file: string;
  /** `moved`: the same content, found at another place than before. */
  readonly outcome: "added" | "replaced" | "moved" | "unchanged" | "failed";
  /** The file's documents in the index, also of an unchanged file; empty for a failed one. */
  readonly documentIds: readonly string[];
  /** What was read; empty for an unchanged or failed file. */
  readonly documents: readonly IngestedDocument[];
  /** Documents that the file held before and holds no more. */
  readonly removed: readonly NamedDocument[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** A document whose file is no longer where it was read. */
export interface MissingDocument extends NamedDocument {
  readonly file: string;
  /** True where the ingest was asked to remove what is missing. */
  readonly removed: boolean;
}

export interface IngestReport {
  readonly files: readonly IngestedFile[];
  readonly missing: readonly MissingDocument[];
  /** Fingerprint of the index afterwards; null if there never was one. */
  readonly index: string | null;
  readonly seconds: number;
}
