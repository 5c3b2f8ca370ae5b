import type { PartialDate } from "../policy/partial-date.ts";

/**
 * What is embedded and searched: one clause's own span, or a part of a long one, with its heading path as
 * context. `text === document.text.slice(start, end)`, always (invariant 1).
 */
export interface Chunk {
  /** `<clauseId>` for the first part, `<clauseId>#2` … for the others. */
  readonly chunkId: string;
  readonly clauseId: string;
  readonly documentId: string;
  readonly label: string;
  /** UTF-16 offsets into the document's canonical text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Document title and headings above the clause: searched and embedded with the text, never quoted. */
  readonly context: string;
  readonly effectiveFrom: PartialDate | null;
  readonly effectiveTo: PartialDate | null;
  readonly repealedOn: PartialDate | null;
}

/** A chunk found by one search method, with that method's own score (higher is better). */
export interface ScoredChunk {
  readonly chunkId: string;
  readonly clauseId: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}
