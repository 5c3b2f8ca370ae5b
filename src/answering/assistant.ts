import type { Answer, ConversationTurn, Notice, Refusal, Statement } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";

/** A question with everything that bears on it. */
export interface Question {
  readonly question: string;
  readonly history: readonly ConversationTurn[];
  /** The day on which validity is judged, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly documentIds: readonly string[] | null;
}

/**
 * What an answer is made of, in the order in which a reader may see it. A statement arrives only after it was
 * verified, and after the citations it names. `done` comes last and repeats everything.
 */
export type AnswerEvent =
  | { readonly type: "citation"; readonly citation: Citation }
  | { readonly type: "statement"; readonly statement: Statement }
  | { readonly type: "notice"; readonly notice: Notice }
  | { readonly type: "refusal"; readonly refusal: Refusal }
  | { readonly type: "done"; readonly answer: Answer };

/** Answers questions from the index. */
export interface Assistant {
  /** Streams a verified answer. Stops without `done` when `signal` is aborted. */
  stream(question: Question, signal?: AbortSignal): AsyncGenerator<AnswerEvent, void, undefined>;
  /** The same, collected. */
  answer(question: Question, signal?: AbortSignal): Promise<Answer>;
}
