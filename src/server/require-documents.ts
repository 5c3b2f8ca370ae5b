import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { documentsNotFound } from "./absent.ts";

/**
 * Makes sure that an answer which keeps to some documents can find them.
 * @param documentIds - null where nothing is kept to
 * @throws PolicyError `document_not_found` (404), naming those that the index does not hold
 */
export const requireDocuments = async (
  snapshot: Pick<IndexSnapshot, "listDocuments">,
  documentIds: readonly string[] | null,
): Promise<void> => {
  if (documentIds === null) return;
  const known = new Set((await snapshot.listDocuments()).map(({ documentId }) => documentId));
  const unknown = [...new Set(documentIds)].filter((documentId) => !known.has(documentId));
  if (unknown.length > 0) throw documentsNotFound(unknown);
};
