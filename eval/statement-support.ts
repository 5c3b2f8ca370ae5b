import type { AnswerReply } from "../src/contract/answer.ts";
import type { CitationReply } from "../src/contract/common.ts";
import { verifyStatement } from "../src/verification/verify-statement.ts";
import { citationsOf, numberSources } from "./cited-sources.ts";

type StatementReply = AnswerReply["statements"][number];

/** Why the citations do not support the statement by the rules of `src/verification`; null: they do. */
export const whyUnsupported = (
  statement: StatementReply,
  citations: readonly CitationReply[],
): string | null => {
  const said = statement.text.replace(/\[\d+\]/g, "");
  // A counted number is the program's own and stands in no quote: the rest of the statement is judged.
  const text =
    statement.count === null ? said : said.replace(new RegExp(`共?有?${statement.count}\\s?[项条个份]?`), "");
  const verdict = verifyStatement(
    text,
    citations.map((citation) => citation.quote),
    citations.flatMap((citation) => numberSources(citation).slice(1)),
  );
  return verdict.supported ? null : verdict.reason;
};

/** For each citation of the statement: whether it adds nothing, in the sense of ALCE. */
export const idleCitations = (reply: AnswerReply, statement: StatementReply): readonly CitationReply[] => {
  const citations = citationsOf(reply, statement);
  if (citations.length < 2) return [];
  return citations.filter(
    (citation) =>
      whyUnsupported(statement, [citation]) !== null &&
      whyUnsupported(
        statement,
        citations.filter((other) => other !== citation),
      ) === null,
  );
};
