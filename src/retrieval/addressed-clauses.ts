import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { GiveWay } from "../policy/ahead-of-need.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { addressIndexOf } from "./address-index.ts";
import type { FoundAddress } from "./address-index.ts";
import type { AddressStep } from "./clause-address.ts";
import { findByAddress } from "./find-address.ts";
import type { AddressedClause } from "./find-address.ts";
import type { UnderstoodQuestion } from "./understand-question.ts";

/** So many documents are read to look an address up in them; of more, an index of all addresses is made. */
export const MOST_DOCUMENTS_LOOKED_UP = 50;
const MOST_CLAUSES = 20;
/** About 300 bytes each. With more, an address alone is looked up only in the documents that are likely meant. */
const MOST_CLAUSES_INDEXED = 200_000;

/** A clause that a question names by its address, with its document. */
export interface AddressedPlace extends AddressedClause {
  readonly document: PolicyDocument;
}

type ReadSnapshot = Pick<
  IndexSnapshot,
  "documentCount" | "chunkCount" | "listDocuments" | "getDocument" | "clauseTrees"
>;

const isIndexed = ({ documentCount, chunkCount }: ReadSnapshot): boolean =>
  documentCount > MOST_DOCUMENTS_LOOKED_UP && chunkCount <= MOST_CLAUSES_INDEXED;

/** Reads the addresses of a large index before somebody asks for one. */
export const readAddressesAhead = async (snapshot: ReadSnapshot, giveWay: GiveWay): Promise<void> => {
  if (isIndexed(snapshot)) await addressIndexOf(snapshot, giveWay);
};

/** The clauses in all documents, those in `likely` ones first; null where an address means too many. */
const findEverywhere = async (
  snapshot: ReadSnapshot,
  addresses: readonly (readonly AddressStep[])[],
  likely: readonly string[],
): Promise<AddressedPlace[] | null> => {
  if (!isIndexed(snapshot)) return null;
  const index = await addressIndexOf(snapshot);
  const found: FoundAddress[] = [];
  for (const address of addresses) {
    const places = index.find(address, MOST_CLAUSES - found.length);
    if (places === null) return null;
    found.push(...places);
  }
  const ranks = new Map(likely.map((documentId, rank) => [documentId, rank]));
  const rankOf = ({ documentId }: FoundAddress): number => ranks.get(documentId) ?? likely.length;
  const places = await Promise.all(
    found
      .toSorted((a, b) => rankOf(a) - rankOf(b))
      .map(async ({ documentId, clauseId }) => {
        const document = await snapshot.getDocument(documentId);
        if (document === null) return [];
        return [...walkClauses(document.clauses)]
          .filter(({ clause }) => clause.clauseId === clauseId)
          .map((place) => ({ document, ...place }));
      }),
  );
  return places.flat();
};

const findIn = async (
  snapshot: ReadSnapshot,
  addresses: readonly (readonly AddressStep[])[],
  documentIds: readonly string[],
): Promise<AddressedPlace[]> => {
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

/**
 * The clauses that a question names by their addresses: in the documents that it names, else in all of them. Where
 * there are many documents and too many hold an address, those in `likely` ones are meant.
 */
export const findAddressed = async (
  snapshot: ReadSnapshot,
  { scope, addresses }: Pick<UnderstoodQuestion, "scope" | "addresses">,
  likely: readonly string[],
): Promise<AddressedPlace[]> => {
  if (addresses.length === 0 || scope.absent !== null) return [];
  if (scope.documentIds !== null) return findIn(snapshot, addresses, scope.documentIds);
  if (snapshot.documentCount <= MOST_DOCUMENTS_LOOKED_UP) {
    const all = await snapshot.listDocuments();
    return findIn(
      snapshot,
      addresses,
      all.map(({ documentId }) => documentId),
    );
  }
  return (await findEverywhere(snapshot, addresses, likely)) ?? findIn(snapshot, addresses, likely);
};
