import type { AnswerReply } from "../src/contract/answer.ts";
import type { SearchReply } from "../src/contract/search.ts";
import type { EvalCase } from "./case-schema.ts";

/** A case and what the target made of it. */
export interface CaseRun {
  readonly evalCase: EvalCase;
  /** Null if the request failed or the reply was not in the shape of the contract. */
  readonly reply: AnswerReply | null;
  /** Why there is no reply. */
  readonly error: string | null;
  /** From sending the request to the whole reply, in milliseconds. */
  readonly latencyMs: number;
  /** The reply when asked again, null in it if that failed; null for cases that are not in the sample. */
  readonly repeat: { readonly reply: AnswerReply | null } | null;
  /** What the target's plain search finds for the question, best first; null if it was not asked or failed. */
  readonly found: SearchReply["hits"] | null;
  /** Whether a model holds each statement supported by its citations; null without a judge. */
  readonly judged: readonly (boolean | null)[] | null;
}
