import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { findByAddress } from "./find-address.ts";
import type { AddressedClause } from "./find-address.ts";
import type { UnderstoodQuestion } from "./understand-question.ts";

/** An address without a document's name is looked up in so many documents at most. */
export const MOST_DOCUMENTS_LOOKED_UP = 50;
const MOST_CLAUSES = 20;

/** A clause that a question names by its address, with its document. */
export interface AddressedPlace extends AddressedClause {
  readonly document: PolicyDocument;
}

/**
 * The clauses that a question names by their addresses: in the documents that it names, else in all of them where
 * they are few, else in `likely` ones.
 */
export const findAddressed = async (
  snapshot: IndexSnapshot,
  { scope, addresses }: UnderstoodQuestion,
  likely: readonly string[],
): Promise<AddressedPlace[]> => {
  if (addresses.length === 0 || scope.absent !== null) return [];
  const all = snapshot.documentCount <= MOST_DOCUMENTS_LOOKED_UP ? await snapshot.listDocuments() : null;
  const documentIds = scope.documentIds ?? all?.map(({ documentId }) => documentId) ?? likely;
  const places: AddressedPlace[] = [];
  for (const documentId of documentIds.slice(0, MOST_DOCUMENTS_LOOKED_UP)) {
    const document = await snapshot.getDocument(documentId);
    if (document === null) continue;
    for (const address of addresses) {
      places.push(...findByAddress(document.clauses, address).map((found) => ({ document, ...found })));
    }
  }
  return places.length > MOST_CLAUSES ? [] : places;
};
