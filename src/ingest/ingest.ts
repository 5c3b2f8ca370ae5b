import type { Embedder } from "../clause-index/embedder.ts";
import type { DocumentHead, IndexedDocument, IndexSnapshot } from "../clause-index/index-types.ts";
import type { IndexWriter } from "../clause-index/lance-index.ts";
import type { IngestIssue, PolicyDocument } from "../policy/document.ts";
import { walkClauses } from "../policy/clause.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { chunkDocument } from "./chunk-document.ts";
import { readManifest } from "./manifest.ts";
import type { ManifestEntry } from "./manifest.ts";
import { PARSER_VERSION, readDocument } from "./read-document.ts";
import { readReadyMadeClauses } from "./ready-made-clauses.ts";
import { documentIdFromName, findSourceFiles, isReadyMade, readSourceFile } from "./source-files.ts";
import type { FoundFile } from "./source-files.ts";

/** What ingest needs of the index. */
export interface WritableIndex {
  snapshot(): Promise<IndexSnapshot | null>;
  /** Holds the index for writing, so that of two ingests one says that the other is running. */
  exclusively<T>(work: (writer: IndexWriter) => Promise<T>): Promise<T>;
  /** Every stored document, also of an index that another model made. */
  storedDocuments(): AsyncGenerator<PolicyDocument, void, undefined>;
}

export interface IngestProgress {
  readonly stage: "read" | "embed" | "commit";
  readonly done: number;
  readonly total: number;
}

export interface IngestOptions {
  readonly index: WritableIndex;
  readonly embedder: Pick<Embedder, "embedPassages">;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/** What became of one file. */
export interface IngestedFile {
  readonly file: string;
  readonly outcome: "added" | "replaced" | "unchanged" | "failed";
  readonly documents: readonly {
    readonly documentId: string;
    readonly title: string;
    readonly clauses: number;
    readonly chunks: number;
    readonly characters: number;
    readonly issues: readonly IngestIssue[];
  }[];
  readonly error: { readonly code: string; readonly message: string } | null;
}

export interface IngestReport {
  readonly files: readonly IngestedFile[];
  readonly index: string | null;
  readonly seconds: number;
}

interface Pending {
  readonly file: IngestedFile;
  readonly indexed: readonly Omit<IndexedDocument, "vectors">[];
}

const isCurrent = (head: DocumentHead | undefined, sha256: string): boolean =>
  head !== undefined && head.file.sha256 === sha256 && head.parserVersion === PARSER_VERSION;

const countClauses = (document: PolicyDocument): number => [...walkClauses(document.clauses)].length;

const readFileOf = async (
  found: FoundFile,
  manifest: ManifestEntry | undefined,
  heads: ReadonlyMap<string, DocumentHead>,
): Promise<Pending> => {
  const { bytes, sha256 } = await readSourceFile(found);
  const documentId = manifest?.documentId ?? documentIdFromName(found.name);
  const source = { documentId, name: found.name, sha256, bytes };
  const known = isReadyMade(found.name)
    ? [...heads.values()].find((head) => head.file.name === found.name)
    : heads.get(documentId);
  if (isCurrent(known, sha256)) {
    return { file: { file: found.path, outcome: "unchanged", documents: [], error: null }, indexed: [] };
  }
  const documents = isReadyMade(found.name) ? readReadyMadeClauses(source) : [readDocument(source, manifest)];
  const indexed = documents.map((document) => ({ document, chunks: chunkDocument(document) }));
  return {
    file: {
      file: found.path,
      outcome: known === undefined ? "added" : "replaced",
      documents: indexed.map(({ document, chunks }) => ({
        documentId: document.documentId,
        title: document.title,
        clauses: countClauses(document),
        chunks: chunks.length,
        characters: document.text.length,
        issues: document.issues,
      })),
      error: null,
    },
    indexed,
  };
};

const failed = (found: FoundFile, error: unknown): Pending => ({
  file: {
    file: found.path,
    outcome: "failed",
    documents: [],
    error:
      error instanceof PolicyError
        ? { code: error.code, message: error.publicMessage.zh }
        : { code: "unreadable_document", message: "无法解析该文件。" },
  },
  indexed: [],
});

/** What a chunk is embedded as: its heading path, then its text. */
const passageOf = (chunk: { readonly context: string; readonly text: string }): string =>
  chunk.context === "" ? chunk.text : `${chunk.context}\n${chunk.text}`;

/** What is in the index before an ingest; documents of an index that another model made are embedded anew. */
interface StateBefore {
  readonly fingerprint: string | null;
  readonly initialised: boolean;
  readonly heads: ReadonlyMap<string, DocumentHead>;
  readonly toRebuild: readonly PolicyDocument[];
}

const readState = async (index: WritableIndex): Promise<StateBefore> => {
  try {
    const snapshot = await index.snapshot();
    const heads = (await snapshot?.listDocuments()) ?? [];
    return {
      fingerprint: snapshot?.fingerprint ?? null,
      initialised: snapshot !== null,
      heads: new Map(heads.map((head) => [head.documentId, head])),
      toRebuild: [],
    };
  } catch (error) {
    if (!(error instanceof PolicyError) || error.code !== "index_model_mismatch") throw error;
    const toRebuild = await Array.fromAsync(index.storedDocuments());
    return { fingerprint: null, initialised: false, heads: new Map(), toRebuild };
  }
};

/**
 * Reads files and folders, embeds what is new or changed, and commits everything at once. A file that cannot
 * be read is reported and the others go on. Ingesting again changes nothing that did not change. Where another
 * model made the index, all its documents are embedded anew; vectors of two models are never mixed.
 * @throws PolicyError `file_not_found`, `invalid_manifest`, `ingest_running`, and what the index throws.
 */
export const ingestPaths = async (
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestReport> => {
  const started = performance.now();
  const { index, embedder, onProgress } = options;
  const files = await findSourceFiles(paths);
  return index.exclusively(async (writer) => {
    const before = await readState(index);
    const manifests = new Map<string, ReadonlyMap<string, ManifestEntry>>();
    const pending: Pending[] = [];
    for (const [position, found] of files.entries()) {
      const manifest = manifests.get(found.folder) ?? (await readManifest(found.folder));
      manifests.set(found.folder, manifest);
      pending.push(
        await readFileOf(found, manifest.get(found.name), before.heads).catch((error: unknown) =>
          failed(found, error),
        ),
      );
      onProgress?.({ stage: "read", done: position + 1, total: files.length });
    }
    const read = pending.flatMap(({ indexed }) => indexed);
    const readIds = new Set(read.map(({ document }) => document.documentId));
    const changed = [
      ...read,
      ...before.toRebuild
        .filter(({ documentId }) => !readIds.has(documentId))
        .map((document) => ({ document, chunks: chunkDocument(document) })),
    ];
    let { fingerprint } = before;
    if (changed.length > 0 || !before.initialised) {
      const passages = changed.flatMap(({ chunks }) => chunks.map((chunk) => passageOf(chunk)));
      const vectors = await embedder.embedPassages(passages, (done) =>
        onProgress?.({ stage: "embed", done, total: passages.length }),
      );
      onProgress?.({ stage: "commit", done: 0, total: 1 });
      let at = 0;
      const documents = changed.map((each) => {
        const slice = vectors.slice(at, at + each.chunks.length);
        at += each.chunks.length;
        return { ...each, vectors: slice };
      });
      ({ fingerprint } = await writer.commit({ documents, removedDocumentIds: [] }));
      onProgress?.({ stage: "commit", done: 1, total: 1 });
    }
    return {
      files: pending.map(({ file }) => file),
      index: fingerprint,
      seconds: (performance.now() - started) / 1000,
    };
  });
};
