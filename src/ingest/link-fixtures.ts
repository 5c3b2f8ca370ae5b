import type { LinkableDocument } from "./link-documents.ts";

/** One of several documents, for tests. */
export const findLinked = (documents: readonly LinkableDocument[], documentId: string): LinkableDocument => {
  const document = documents.find((each) => each.documentId === documentId);
  if (document === undefined) throw new Error(`${documentId} is missing`);
  return document;
};
