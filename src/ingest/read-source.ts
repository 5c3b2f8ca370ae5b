import { createHash } from "node:crypto";
import type { DocumentHead, DocumentSource } from "../clause-index/index-types.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { chunkDocument } from "./chunk-document.ts";
import type { IngestedDocument } from "./ingest-report.ts";
import type { FileState, KnownDocuments } from "./known-documents.ts";
import type { ManifestEntry } from "./manifest.ts";
import { PARSER_VERSION, readDocument } from "./read-document.ts";
import type { SourceFile } from "./read-document.ts";
import { clausesFileBase, readReadyMadeClauses } from "./ready-made-clauses.ts";
import { isReadyMade } from "./source-files.ts";

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

/** Whether the documents of a file stand in the index as they would be read again. */
export const isCurrent = (
  own: readonly DocumentHead[],
  { sha256, source }: Pick<FileState, "sha256" | "source">,
  entry: ManifestEntry | undefined,
): boolean =>
  own.length > 0 &&
  own.every(
    (head) =>
      head.file.sha256 === sha256 &&
      head.parserVersion === PARSER_VERSION &&
      head.source?.manifestSha256 === source.manifestSha256 &&
      (entry?.documentId === undefined || entry.documentId === head.documentId),
  );

/** What identifies the manifest's entry about a file; ready-made clauses say everything themselves. */
export const sourceOf = (path: string, name: string, entry: ManifestEntry | undefined): DocumentSource => ({
  path,
  manifestSha256:
    entry === undefined || isReadyMade(name)
      ? null
      : createHash("sha256").update(JSON.stringify(entry)).digest("hex"),
});

const readReadyMade = async (
  file: FileState,
  bytes: Uint8Array,
  own: readonly DocumentHead[],
  known: KnownDocuments,
): Promise<readonly PolicyDocument[]> => {
  const { name, path } = file.found;
  const plain = clausesFileBase(name);
  const marked = `${plain}@${shortHash(path)}`;
  const read = (documentId: string) => readReadyMadeClauses({ documentId, name, sha256: file.sha256, bytes });
  const ownIds = new Set(own.map(({ documentId }) => documentId));
  const documents = await read(plain);
  if (documents.some(({ documentId }) => ownIds.has(documentId))) return documents;
  for (const { documentId } of documents) {
    // A file of the same name in another folder: the ids say which one.
    if (await known.isTaken(documentId, file)) return read(marked);
  }
  const others = own.length === 0 ? documents : await read(marked);
  return others.some(({ documentId }) => ownIds.has(documentId)) ? others : documents;
};

const readOne = async (source: SourceFile, entry: ManifestEntry | undefined): Promise<PolicyDocument> =>
  readDocument(source, entry);

/**
 * Reads the documents of a file.
 * @param documentId - for a file that is one document: its id; ready-made clauses have one for each of theirs
 * @throws PolicyError where the file cannot be read or parsed
 */
export const readDocuments = async (
  file: FileState,
  bytes: Uint8Array,
  entry: ManifestEntry | undefined,
  own: readonly DocumentHead[],
  known: KnownDocuments,
  documentId: string,
): Promise<readonly PolicyDocument[]> => {
  if (isReadyMade(file.found.name)) return readReadyMade(file, bytes, own, known);
  const source = { documentId, name: file.found.name, sha256: file.sha256, bytes };
  return [await readOne(source, entry)];
};

/** UTF-16 units of the source that the canonical text leaves out, by reason. */
const droppedIn = (document: PolicyDocument): Record<string, number> => {
  const dropped: Record<string, number> = {};
  for (const { reason, start, end, replacement } of document.normalisations) {
    const lost = end - start - replacement.length;
    if (lost > 0) dropped[reason] = (dropped[reason] ?? 0) + lost;
  }
  for (const { reason, text } of document.dropped ?? []) {
    dropped[reason] = (dropped[reason] ?? 0) + text.length;
  }
  return dropped;
};

/** What a report says of a document. */
export const describeDocument = (document: PolicyDocument): IngestedDocument => {
  let clauses = 0;
  for (const _ of walkClauses(document.clauses)) clauses += 1;
  return {
    documentId: document.documentId,
    title: document.title,
    clauses,
    chunks: chunkDocument(document).length,
    characters: document.text.length,
    dropped: droppedIn(document),
    issues: document.issues,
  };
};
