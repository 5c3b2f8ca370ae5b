import { sep } from "node:path";
import type { DocumentHead, DocumentSource, IndexSnapshot } from "../clause-index/index-types.ts";
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

const none = (): Promise<readonly PolicyDocument[]> => Promise.resolve([]);

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
    const file: FileState = { found, sha256, source: sourceOf(found.path, found.name, entry) };
    const own = await known.documentsOf(file);
    const ownIds = own.map(({ documentId }) => documentId);
    const current = isCurrent(own, file, entry);
    if (current && own[0]?.source?.path === found.path) {
      for (const documentId of ownIds) known.claim(documentId, file);
      return unchanged(found, ownIds);
    }
    const documentId = entry?.documentId ?? (isReadyMade(found.name) ? "" : await known.idFor(file, own));
    if (documentId !== "" && known.isCopy(documentId, file) && (await known.isTaken(documentId, file))) {
      return unchanged(found, [documentId]);
    }
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

const clauseIdTaken = (clauseId: string, title: string): PolicyError =>
  new PolicyError({
    code: "duplicate_clause_id",
    status: 422,
    message: {
      zh: `条款标识 ${clauseId} 已在《${title}》中使用；如该文件已作废，请先用 ingest --remove 移除。`,
      en: `The clause id ${clauseId} stands in ${title} already; remove that document first if it is no longer wanted.`,
    },
  });

/**
 * Fails the files whose clause ids stand in another file or in a document that stays in the index: a clause id
 * names one clause.
 * @param leaving - ids of documents that this ingest removes
 */
export const withoutTakenClauses = async (
  planned: readonly PlannedFile[],
  snapshot: IndexSnapshot | null,
  known: KnownDocuments,
  leaving: ReadonlySet<string>,
): Promise<PlannedFile[]> => {
  let files = [...planned];
  for (;;) {
    const rewritten = new Set(leaving);
    for (const { report } of files) {
      if (report.outcome === "unchanged") continue;
      for (const documentId of report.documentIds) rewritten.add(documentId);
      for (const { documentId } of report.removed) rewritten.add(documentId);
    }
    const owners = new Map<string, string>();
    let failures = 0;
    const checked: PlannedFile[] = [];
    for (const file of files) {
      const stored = (await snapshot?.findDocumentsOfClauses(file.clauseIds)) ?? new Map<string, string>();
      const seen = new Set<string>();
      const taken = file.clauseIds
        .map((clauseId) => {
          const documentId = stored.get(clauseId);
          const isRepeated = seen.has(clauseId);
          seen.add(clauseId);
          const title =
            owners.get(clauseId) ??
            (isRepeated ? file.report.documents[0]?.title : undefined) ??
            (documentId === undefined || rewritten.has(documentId)
              ? undefined
              : (known.heads.get(documentId)?.title ?? documentId));
          return title === undefined ? null : clauseIdTaken(clauseId, title);
        })
        .find((error) => error !== null);
      if (taken === undefined) {
        for (const clauseId of file.clauseIds) owners.set(clauseId, file.report.documents[0]?.title ?? "");
        checked.push(file);
      } else {
        failures += 1;
        checked.push({
          ...file,
          chunks: 0,
          heads: [],
          clauseIds: [],
          report: failedFile(file.report.file, taken),
          documents: none,
        });
      }
    }
    files = checked;
    // A file that failed keeps its old documents, and with them clause ids that another one counted on.
    if (failures === 0) return files;
  }
};
