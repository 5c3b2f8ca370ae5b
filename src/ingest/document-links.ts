import type { DocumentHead } from "../clause-index/index-types.ts";
import type { Clause } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import type { PartialDate } from "../policy/partial-date.ts";
import { linkDocuments } from "./link-documents.ts";

/** What other documents of the index make of a document. */
type LinkedFields = Pick<PolicyDocument, "repealedOn" | "relations" | "unlinked">;

/** How documents change because of each other; a document that is not named stays as it is. */
export type DocumentLinks = ReadonlyMap<string, LinkedFields>;

/** Links all documents of the index as they will be. */
export const linkHeads = (heads: readonly DocumentHead[]): DocumentLinks => {
  // In one order, so that it does not matter which ingest brought which document.
  const ordered = heads.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
  const linked = linkDocuments(ordered);
  const links = new Map<string, LinkedFields>();
  for (const [index, { documentId, repealedOn, relations, unlinked }] of linked.entries()) {
    if (linked[index] !== ordered[index]) links.set(documentId, { repealedOn, relations, unlinked });
  }
  return links;
};

/** Clauses with dates of their own end with their document too. */
const repealedClauses = (clauses: readonly Clause[], repealedOn: PartialDate | null): readonly Clause[] =>
  clauses.map((clause) => ({
    ...clause,
    children: repealedClauses(clause.children, repealedOn),
    ...(clause.validity === undefined ? {} : { validity: { ...clause.validity, repealedOn } }),
  }));

export const withLinks = (document: PolicyDocument, links: DocumentLinks): PolicyDocument => {
  const changes = links.get(document.documentId);
  if (changes === undefined) return document;
  const { repealedOn } = changes;
  const clauses =
    repealedOn === document.repealedOn ? document.clauses : repealedClauses(document.clauses, repealedOn);
  return { ...document, ...changes, clauses };
};
