import type { ClauseReply } from "../../../src/contract/documents.ts";

/** The clause with this id and its ancestors, outermost first; empty if the document has none such. */
export const clauseTrail = (
  clauses: readonly ClauseReply[],
  clauseId: string | null,
): readonly ClauseReply[] => {
  if (clauseId === null) return [];
  for (const clause of clauses) {
    if (clause.clauseId === clauseId) return [clause];
    const below = clauseTrail(clause.children, clauseId);
    if (below.length > 0) return [clause, ...below];
  }
  return [];
};
