import type { DocumentHead } from "../clause-index/index-types.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { linkClauses } from "./clause-ends.ts";
import { linkDocuments } from "./link-documents.ts";

/** What other documents of the index make of a document. */
type LinkedFields = Pick<
  PolicyDocument,
  "effectiveTo" | "repealedOn" | "relations" | "clauseEnds" | "unlinked"
>;

/** How documents change because of each other; a document that is not named stays as it is. */
export type DocumentLinks = ReadonlyMap<string, LinkedFields>;

/** Links all documents of the index as they will be. */
export const linkHeads = (heads: readonly DocumentHead[]): DocumentLinks => {
  // In one order, so that it does not matter which ingest brought which document.
  const ordered = heads.toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
  const linked = linkDocuments(ordered);
  const links = new Map<string, LinkedFields>();
  for (const [index, document] of linked.entries()) {
    if (document === ordered[index]) continue;
    const { documentId, effectiveTo, repealedOn, relations, clauseEnds, unlinked } = document;
    links.set(documentId, { effectiveTo, repealedOn, relations, clauseEnds, unlinked });
  }
  return links;
};

export const withLinks = (document: PolicyDocument, links: DocumentLinks): PolicyDocument => {
  const changes = links.get(document.documentId);
  if (changes === undefined) return document;
  const linked = { ...document, ...changes };
  return { ...linked, clauses: linkClauses(document.clauses, linked) };
};
