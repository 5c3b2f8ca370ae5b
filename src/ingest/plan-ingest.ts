import { sep } from "node:path";
import type { DocumentHead, DocumentSource } from "../clause-index/index-types.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { headOf } from "../clause-index/document-head.ts";
import type { IngestedFile } from "./ingest-report.ts";
import type { FileState, KnownDocuments } from "./known-documents.ts";
import { readManifest } from "./manifest.ts";
import type { ManifestEntry } from "./manifest.ts";
import { describeDocument, isCurrent, readDocuments, sourceOf } from "./read-source.ts";
import { documentIdFromName, isReadyMade, readSourceFile } from "./source-files.ts";
import type { FoundFile } from "./source-files.ts";

/** UTF-16 units of text that are kept between reading and writing; what goes beyond is read once more. */
const KEPT_TEXT = 20_000_000;

/** What an ingest is going to do with one file. */
export interface PlannedFile {
  readonly report: IngestedFile;
  readonly source: DocumentSource | null;
  readonly chunks: number;
  /** Its documents without their text. */
  readonly heads: readonly DocumentHead[];
  /** Clause ids of all its documents; a file that is not read has none. */
  readonly clauseIds: readonly string[];
  /** The documents to write. @throws PolicyError `file_changed` if the file is no longer what was planned. */
  documents(): Promise<readonly PolicyDocument[]>;
}

/** The documents of a file that has none to write. */
export const none = (): Promise<readonly PolicyDocument[]> => Promise.resolve([]);

/** What is reported of a file that could not be read. */
export const failedFile = (path: string, error: unknown): IngestedFile => ({
  file: path,
  outcome: "failed",
  documentIds: [],
  documents: [],
  removed: [],
  error:
    error instanceof PolicyError
      ? { code: error.code, message: error.publicMessage.zh }
      : { code: "unreadable_document", message: "无法解析该文件。" },
});

const fileChanged = (found: FoundFile): PolicyError =>
  new PolicyError({
    code: "file_changed",
    status: 409,
    retryable: true,
    message: {
      zh: `文件在导入过程中被修改：${found.name}，请重新导入。`,
      en: `The file changed while it was ingested: ${found.name}; ingest it again.`,
    },
  });

const unchanged = (found: FoundFile, documentIds: readonly string[]): PlannedFile => ({
  report: { file: found.path, outcome: "unchanged", documentIds, documents: [], removed: [], error: null },
  source: null,
  chunks: 0,
  heads: [],
  clauseIds: [],
  documents: none,
});

const withIssue = (document: PolicyDocument, taken: string, owner: string | null): PolicyDocument => ({
  ...document,
  issues: [
    ...document.issues,
    {
      code: "document_id_taken",
      message: `标识 ${taken} 属于另一个同名文件${owner === null ? "" : `（${owner.split(sep).slice(-2).join("/")}）`}，本文件的标识为 ${document.documentId}`,
      start: 0,
      end: 0,
    },
  ],
});

/** Reads files one after the other and decides what becomes of each. */
export class IngestPlanner {
  readonly #known: KnownDocuments;
  readonly #manifests = new Map<string, Promise<ReadonlyMap<string, ManifestEntry>>>();
  #keptText = 0;

  constructor(known: KnownDocuments) {
    this.#known = known;
  }

  /** Plans one file; a file that cannot be read is planned as failed. */
  async plan(found: FoundFile): Promise<PlannedFile> {
    try {
      return await this.#plan(found);
    } catch (error) {
      this.#known.release(found.path);
      return { ...unchanged(found, []), report: failedFile(found.path, error) };
    }
  }

  #manifest(folder: string): Promise<ReadonlyMap<string, ManifestEntry>> {
    let manifest = this.#manifests.get(folder);
    if (manifest === undefined) {
      manifest = readManifest(folder);
      this.#manifests.set(folder, manifest);
    }
    return manifest;
  }

  async #plan(found: FoundFile): Promise<PlannedFile> {
    const known = this.#known;
    const entry = (await this.#manifest(found.folder)).get(found.name);
    const { bytes, sha256 } = await readSourceFile(found);
    const asGiven: FileState = { found, sha256, source: sourceOf(found.path, found.name, entry) };
    const own = await known.documentsOf(asGiven);
    const ownIds = own.map(({ documentId }) => documentId);
    const current = isCurrent(own, asGiven, entry);
    if (current && own[0]?.source?.path === found.path) {
      for (const documentId of ownIds) known.claim(documentId, asGiven);
      return unchanged(found, ownIds);
    }
    const documentId = entry?.documentId ?? (isReadyMade(found.name) ? "" : await known.idFor(asGiven, own));
    const isCopy =
      documentId !== "" && known.isCopy(documentId, asGiven) && (await known.isTaken(documentId, asGiven));
    const outdated = isCopy ? known.outdatedSource(documentId) : null;
    if (isCopy && outdated === null) return unchanged(found, [documentId]);
    // Read anew from a copy, a document stays that of the file it was read from before.
    const file: FileState = { ...asGiven, source: outdated ?? asGiven.source };
    const read = async (content: Uint8Array): Promise<readonly PolicyDocument[]> => {
      const documents = await readDocuments(file, content, entry, own, known, documentId);
      const plain = entry?.documentId ?? documentIdFromName(found.name);
      return documentId === "" || documentId === plain || !documentId.startsWith(plain)
        ? documents
        : documents.map((document) => withIssue(document, plain, known.pathOf(plain)));
    };
    const documents = await read(bytes);
    for (const document of documents) known.claim(document.documentId, file);
    const again = async (): Promise<readonly PolicyDocument[]> => {
      const now = await readSourceFile(found);
      if (now.sha256 !== sha256) throw fileChanged(found);
      return read(now.bytes);
    };
    return this.#planned(file, documents, own, current, again);
  }

  #planned(
    { found, source }: FileState,
    documents: readonly PolicyDocument[],
    own: readonly DocumentHead[],
    isMoved: boolean,
    again: () => Promise<readonly PolicyDocument[]>,
  ): PlannedFile {
    const documentIds = documents.map(({ documentId }) => documentId);
    const described = documents.map((document) => describeDocument(document));
    const isKnown = own.length > 0 || documentIds.some((id) => this.#known.heads.has(id));
    const size = documents.reduce((sum, { text }) => sum + text.length, 0);
    const kept = this.#keptText + size <= KEPT_TEXT ? documents : null;
    if (kept !== null) this.#keptText += size;
    return {
      report: {
        file: found.path,
        outcome: isMoved ? "moved" : isKnown ? "replaced" : "added",
        documentIds,
        documents: described,
        removed: own
          .filter(({ documentId }) => !documentIds.includes(documentId))
          .map(({ documentId, title }) => ({ documentId, title })),
        error: null,
      },
      source,
      heads: documents.map((document) => headOf(document)),
      chunks: described.reduce((sum, { chunks }) => sum + chunks, 0),
      clauseIds: documents.flatMap(({ clauses }) =>
        [...walkClauses(clauses)].map(({ clause }) => clause.clauseId),
      ),
      documents: () => (kept === null ? again() : Promise.resolve(kept)),
    };
  }
}
