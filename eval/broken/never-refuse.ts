import type { AnswerReply } from "../../src/contract/answer.ts";
import type { CitationReply } from "../../src/contract/common.ts";
import type { AssistantClient } from "../assistant-client.ts";
import type { Breakage } from "./breakage.ts";
import { withStatements } from "./breakage.ts";
import { citeClause } from "./cite-clause.ts";

/** The refusal's nearest clauses, or any clause at all where it names none. */
const anyClauses = async (reply: AnswerReply, honest: AssistantClient): Promise<readonly CitationReply[]> => {
  const nearest = reply.refusal?.nearest ?? [];
  if (nearest.length > 0) return nearest;
  const [document] = await honest.documents();
  if (document === undefined) return [];
  const [first] = (await honest.document(document.documentId)).clauses;
  const clause = first === undefined ? null : await honest.clause(first.clauseId);
  return clause === null ? [] : [citeClause(1, clause, document)];
};

/** Has an answer to everything: what should be refused is answered with the clauses that are merely nearest. */
export const neverRefuse: Breakage = async (reply, honest) => {
  if (!reply.refused) return reply;
  const citations = (await anyClauses(reply, honest)).map((citation, place) => ({
    ...citation,
    index: place + 1,
  }));
  return withStatements(
    { ...reply, refused: false, refusal: null, citations },
    citations.map((citation) => ({ text: citation.quote, citations: [citation.index], count: null })),
  );
};
