import type { AnswerReply } from "../contract/answer.ts";
import type { CitationReply } from "../contract/common.ts";
import type { Answer } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";

const citationReply = (citation: Citation): CitationReply => ({
  ...citation,
  issuers: [...citation.issuers],
  path: [...citation.path],
});

/** An answer as the contract types it, where it stands inside another reply. */
export const answerReply = (answer: Answer): AnswerReply => ({
  ...answer,
  refusal:
    answer.refusal === null
      ? null
      : { ...answer.refusal, nearest: answer.refusal.nearest.map((each) => citationReply(each)) },
  statements: answer.statements.map((each) => ({ ...each, citations: [...each.citations] })),
  citations: answer.citations.map((each) => citationReply(each)),
  notices: answer.notices.map((each) => ({ ...each })),
  timingMs: { ...answer.timingMs },
});
