import type { Citation } from "./citation.ts";

export type RefusalReason =
  | "not_in_corpus"
  | "off_topic"
  | "instruction"
  | "false_premise"
  | "needs_clarification";

export interface Refusal {
  readonly reason: RefusalReason;
  readonly message: string;
  /** Related clauses, shown as such and never as an answer. */
  readonly nearest: readonly Citation[];
}

/** One sentence of an answer with the indices of the citations that support it. */
export interface Statement {
  readonly text: string;
  readonly citations: readonly number[];
  /** A computed number of cited items; null where nothing was counted. */
  readonly count: number | null;
}

export type NoticeKind =
  | "expired"
  | "not_yet_effective"
  | "repealed"
  | "superseded"
  | "status_unknown"
  | "mixed_status"
  | "model_fallback"
  /** What a measure that a statement quotes is for the one who asks, and why. */
  | "match"
  /** A fact that is missing, as a question to the one who asks. */
  | "question";

export interface Notice {
  readonly kind: NoticeKind;
  readonly documentId: string | null;
  readonly text: string;
}

export interface Timing {
  readonly understand: number;
  readonly retrieve: number;
  readonly compose: number;
  readonly verify: number;
  readonly total: number;
}

/** Statements with citations, or a refusal: never both. */
export interface Answer {
  readonly id: string;
  readonly resolvedQuestion: string;
  readonly refused: boolean;
  readonly refusal: Refusal | null;
  /** The statements joined, with markers [1], [2] … */
  readonly answer: string;
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  readonly notices: readonly Notice[];
  readonly asOf: string;
  readonly mode: "extractive" | "model";
  readonly model: string | null;
  /** Fingerprint of documents and embedding model. */
  readonly index: string;
  readonly timingMs: Timing;
}

export interface ConversationTurn {
  readonly role: "user" | "assistant";
  readonly content: string;
}
