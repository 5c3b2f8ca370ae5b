import { compactText } from "../../eval/compact-text.ts";
import type { Clause } from "../../src/policy/clause.ts";
import type { PolicyDocument } from "../../src/policy/document.ts";

/**
 * Finds the deepest clauses of a document whose text, descendants included, holds a snippet, white space aside. A clause
 * above them holds it too, but a chapter is no answer, so it is not among them. A snippet that goes across two clauses
 * belongs to the clause above both.
 */
export const deepestClausesOf = (
  document: Pick<PolicyDocument, "text" | "clauses">,
): ((snippet: string) => string[]) => {
  const compacted = new Map<Clause, string>();
  const textOf = (clause: Clause): string => {
    const known = compacted.get(clause);
    if (known !== undefined) return known;
    const text = compactText(document.text.slice(clause.start, clause.wholeEnd));
    compacted.set(clause, text);
    return text;
  };
  const find = (clauses: readonly Clause[], needle: string): string[] =>
    clauses.flatMap((clause) => {
      // A table of contents is never found: what it lists stands below it.
      if (clause.kind === "contents" || !textOf(clause).includes(needle)) return [];
      const below = find(clause.children, needle);
      return below.length > 0 ? below : [clause.clauseId];
    });
  return (snippet) => find(document.clauses, compactText(snippet));
};
