import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";

/** A clause with its ancestors, outermost first. */
export interface PlacedClause {
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
}

// Documents are immutable and cached by the index: what was looked up once goes when the document goes.
const lookups = new WeakMap<PolicyDocument, ReadonlyMap<string, PlacedClause>>();

/** Finds a clause of a document by its id, or null; the first call for a document walks all of it. */
export const findClause = (document: PolicyDocument, clauseId: string): PlacedClause | null => {
  let lookup = lookups.get(document);
  if (lookup === undefined) {
    lookup = new Map([...walkClauses(document.clauses)].map((placed) => [placed.clause.clauseId, placed]));
    lookups.set(document, lookup);
  }
  return lookup.get(clauseId) ?? null;
};
