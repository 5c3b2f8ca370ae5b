import type { RetrievedClause } from "../retrieval/retrieve.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import type { AnswerDraft } from "./draft.ts";

/** What was found for a question, kept for the composer that words it. */
export interface FoundEvidence {
  readonly analysis: AnalysedQuestion;
  readonly clauses: readonly RetrievedClause[];
  /** Sentences that meet every requirement, best first. */
  readonly candidates: readonly Candidate[];
}

/** `searchedAt`: when retrieval was done, by `performance.now()`. */
export interface ComposedDraft {
  readonly draft: AnswerDraft;
  readonly evidence: FoundEvidence;
  readonly searchedAt: number;
}
