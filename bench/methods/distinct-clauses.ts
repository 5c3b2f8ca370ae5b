import { RANKING_DEPTH } from "./method.ts";

/** One hit per clause: the clauses of chunks in the order of each clause's first chunk. */
export const distinctClauses = (chunks: Iterable<{ readonly clauseId: string }>): string[] => {
  const clauseIds = new Set<string>();
  for (const { clauseId } of chunks) {
    clauseIds.add(clauseId);
    if (clauseIds.size === RANKING_DEPTH) break;
  }
  return [...clauseIds];
};
