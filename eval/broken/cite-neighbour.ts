import type { Breakage } from "./breakage.ts";
import { citeClause } from "./cite-clause.ts";

/** Every citation is formally right, but of the clause that stands beside the one that was meant. */
export const citeNeighbour: Breakage = async (reply, honest) => ({
  ...reply,
  citations: await Promise.all(
    reply.citations.map(async (citation) => {
      const clause = await honest.clause(citation.clauseId);
      const beside = clause?.next ?? clause?.previous ?? clause?.parent ?? null;
      const neighbour = beside === null ? null : await honest.clause(beside);
      return neighbour === null
        ? citation
        : citeClause(citation.index, neighbour, { ...citation, title: citation.documentTitle });
    }),
  ),
});
