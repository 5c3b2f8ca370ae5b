import { createHash } from "node:crypto";
import type { PolicyDocument } from "../policy/document.ts";
import type { Chunk } from "./chunk.ts";
import type { Embedder } from "../text-models/embedder.ts";
import { headOf } from "./document-head.ts";
import type { DocumentHead, IndexedDocument } from "./index-types.ts";

/** A small document for tests: one clause and one chunk a line. */
export const makeDocument = (
  documentId: string,
  lines: readonly string[],
  changes: Partial<PolicyDocument> = {},
): { readonly document: PolicyDocument; readonly chunks: readonly Chunk[] } => {
  const text = lines.join("\n");
  const starts = lines.map((_line, index) => lines.slice(0, index).join("\n").length + (index === 0 ? 0 : 1));
  const clauses = lines.map((line, index) => {
    const start = starts[index] ?? 0;
    const end = start + line.length;
    return {
      clauseId: `${documentId}.${index + 1}`,
      kind: "numbered" as const,
      marker: `${index + 1}.`,
      label: `${index + 1}`,
      heading: null,
      start,
      end,
      wholeEnd: end,
      children: [],
    };
  });
  const document: PolicyDocument = {
    documentId,
    title: `《${documentId}》`,
    titleSource: "text",
    aliases: [],
    issuers: ["北京市人民政府"],
    documentNumber: null,
    jurisdiction: null,
    publishedOn: null,
    effectiveFrom: null,
    effectiveTo: null,
    repealedOn: null,
    repeals: [],
    relations: [],
    sourceUrl: null,
    parserVersion: 1,
    file: { name: `${documentId}.txt`, sha256: createHash("sha256").update(text).digest("hex") },
    text,
    normalisations: [],
    clauses,
    issues: [],
    ...changes,
  };
  const chunks = clauses.map(({ clauseId, label, start, end }) => ({
    chunkId: clauseId,
    clauseId,
    documentId,
    label,
    start,
    end,
    text: text.slice(start, end),
    context: document.title,
    effectiveFrom: document.effectiveFrom,
    effectiveTo: document.effectiveTo,
    repealedOn: document.repealedOn,
  }));
  return { document, chunks };
};

/** The head of a document of which nothing is known but what is given. */
export const makeHead = (
  fields: Partial<Omit<DocumentHead, "source">> & Pick<DocumentHead, "documentId">,
): DocumentHead => headOf(makeDocument(fields.documentId, [], { issuers: [], ...fields }).document);

/** `makeDocument` with vectors of an embedder. */
export const indexed = async (
  embedder: Embedder,
  documentId: string,
  lines: readonly string[],
  changes: Partial<PolicyDocument> = {},
): Promise<IndexedDocument> => {
  const { document, chunks } = makeDocument(documentId, lines, changes);
  const vectors = await embedder.embedPassages(chunks.map((chunk) => `${chunk.context}\n${chunk.text}`));
  return { document, chunks, vectors };
};
