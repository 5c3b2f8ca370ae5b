import type { ClauseReply } from "../contract/documents.ts";

/** For tests: every clause of a reply's tree with its parent, in the order of the text. */
export function* walkClauses(
  clauses: readonly ClauseReply[],
  parent: ClauseReply | null = null,
): Generator<{ readonly clause: ClauseReply; readonly parent: ClauseReply | null }> {
  for (const clause of clauses) {
    yield { clause, parent };
    yield* walkClauses(clause.children, clause);
  }
}
