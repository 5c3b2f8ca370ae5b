import type { RefusalReason } from "../policy/answer.ts";
import type { ClausePlace } from "../retrieval/retrieval-context.ts";

/** A span to quote, by UTF-16 offsets into the document's canonical text. */
export interface QuotedSpan extends ClausePlace {
  readonly start: number;
  readonly end: number;
}

/** A statement before it is verified and numbered. */
export interface StatementDraft {
  readonly text: string;
  readonly quotes: readonly QuotedSpan[];
  /** Number of cited items that the text states; null where nothing is counted. */
  readonly count: number | null;
  /** An item of the list that a statement before it announces; it is never shown without that one. */
  readonly isItem?: boolean;
}

/** What a composer proposes: statements, or a refusal with the nearest clauses. */
export type AnswerDraft =
  | { readonly kind: "statements"; readonly statements: readonly StatementDraft[] }
  | {
      readonly kind: "refusal";
      readonly reason: RefusalReason;
      readonly message: string;
      readonly nearest: readonly QuotedSpan[];
    };
