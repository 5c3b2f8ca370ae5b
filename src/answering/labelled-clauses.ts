import { walkClauses } from "../policy/clause.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { RetrievedClause } from "../retrieval/retrieve.ts";
import { bearsLabel } from "./facets.ts";

/** Documents looked through, and the length (UTF-16 units) up to which a document is a form of labelled lines. */
const DOCUMENTS = 3;
const LONGEST_FORM = 6_000;

/**
 * The lines that bear the label of what is asked (承诺办结时限：…), in the documents whose other lines were found: a
 * line says what it is, and not of which matter.
 */
export const labelledClauses = async (
  context: RetrievalContext,
  facets: readonly string[],
  clauses: readonly RetrievedClause[],
): Promise<RetrievedClause[]> => {
  if (facets.length === 0) return [];
  const bestOfDocument = new Map<string, RetrievedClause>();
  for (const clause of clauses) {
    if (!bestOfDocument.has(clause.documentId)) bestOfDocument.set(clause.documentId, clause);
  }
  const found: RetrievedClause[] = [];
  for (const best of [...bestOfDocument.values()].slice(0, DOCUMENTS)) {
    const place = await context.place(best.documentId, best.clauseId);
    if (place === null) continue;
    const { text, clauses: roots } = place.document;
    if (text.length > LONGEST_FORM) continue;
    for (const { clause } of walkClauses(roots)) {
      if (bearsLabel(text.slice(clause.start, clause.end), facets))
        found.push({ ...best, clauseId: clause.clauseId });
    }
  }
  return found;
};
