import type { AnswerReply } from "../src/contract/answer.ts";
import type { CitationReply } from "../src/contract/common.ts";
import { inChinese } from "../src/policy/partial-date.ts";

type StatementReply = AnswerReply["statements"][number];

/** The citations that a statement names; an index without a citation names none. */
export const citationsOf = (reply: AnswerReply, statement: StatementReply): readonly CitationReply[] =>
  reply.citations.filter((citation) => statement.citations.includes(citation.index));

/** Everything of a citation in which a number of the statement may stand, each part a string of its own. */
export const numberSources = (citation: CitationReply): string[] => [
  citation.quote,
  citation.label,
  ...citation.path,
  citation.documentTitle,
  ...(citation.documentNumber === null ? [] : [citation.documentNumber]),
  ...[citation.effectiveFrom, citation.effectiveTo].flatMap((date) =>
    date === null ? [] : [date, inChinese(date)],
  ),
];
