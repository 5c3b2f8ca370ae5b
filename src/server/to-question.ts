import type { AnswerRequest } from "../contract/answer.ts";
import { todayInShanghai } from "../policy/partial-date.ts";
import type { AskedQuestion } from "./matching-assistant.ts";

/**
 * The question that a request asks. Lone surrogates, which JSON can carry and native code cannot, are
 * replaced; an empty list of documents restricts nothing.
 */
export const toQuestion = (request: AnswerRequest): AskedQuestion => ({
  question: request.question.toWellFormed(),
  history: (request.history ?? []).map(({ role, content }) => ({ role, content: content.toWellFormed() })),
  asOf: request.asOf ?? todayInShanghai(),
  documentIds:
    request.documentIds === undefined || request.documentIds.length === 0 ? null : request.documentIds,
  ...(request.profile === undefined ? {} : { profile: request.profile }),
});
