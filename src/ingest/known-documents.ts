import { createHash } from "node:crypto";
import { lstat } from "node:fs/promises";
import { dirname } from "node:path";
import type { DocumentHead, DocumentSource } from "../clause-index/index-types.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { extensionOf } from "./extractors/detect-format.ts";
import { PARSER_VERSION } from "./read-document.ts";
import { documentIdFromName } from "./source-files.ts";
import type { FoundFile } from "./source-files.ts";

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 8);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");

/** A file as far as its bytes say what it is. */
export interface FileState {
  readonly found: FoundFile;
  readonly sha256: string;
  readonly source: DocumentSource;
}

interface Claim {
  readonly path: string;
  readonly sha256: string;
  readonly manifestSha256: string | null;
}

/**
 * The documents of the index before an ingest and the ids that the files of this ingest took: it decides which
 * document a file is, so that a file never replaces another file's document by having the same name.
 */
export class KnownDocuments {
  readonly heads: ReadonlyMap<string, DocumentHead>;
  readonly #byPath: ReadonlyMap<string | null, readonly DocumentHead[]>;
  readonly #bySha256: ReadonlyMap<string, readonly DocumentHead[]>;
  readonly #claims = new Map<string, Claim>();
  readonly #living = new Map<string, Promise<boolean>>();

  constructor(heads: Iterable<DocumentHead>) {
    this.heads = new Map([...heads].map((head) => [head.documentId, head]));
    this.#byPath = Map.groupBy(this.heads.values(), ({ source }) => source?.path ?? null);
    this.#bySha256 = Map.groupBy(this.heads.values(), ({ file }) => file.sha256);
  }

  /** Whether documents of the index were read from this path. */
  isKnownPath(path: string): boolean {
    return this.#byPath.has(path);
  }

  /** Whether there is still something at a path; what cannot be looked at counts as there. */
  isLiving(path: string): Promise<boolean> {
    let living = this.#living.get(path);
    if (living === undefined) {
      living = lstat(path).then(
        () => true,
        (error: unknown) => !isMissing(error),
      );
      this.#living.set(path, living);
    }
    return living;
  }

  /**
   * The documents that the index holds of a file: those read from its path, else those of a file of the same
   * content that is no longer where it was.
   */
  async documentsOf({
    found,
    sha256,
  }: Pick<FileState, "found" | "sha256">): Promise<readonly DocumentHead[]> {
    const here = this.#byPath.get(found.path);
    if (here !== undefined) return here;
    for (const { documentId, source } of this.#bySha256.get(sha256) ?? []) {
      if (source === undefined || this.#claims.has(documentId) || (await this.isLiving(source.path)))
        continue;
      return this.#byPath.get(source.path) ?? [];
    }
    return [];
  }

  /** Whether an id belongs to another file: one read in this ingest, or one that is still in its place. */
  async isTaken(documentId: string, { found }: Pick<FileState, "found">): Promise<boolean> {
    const claim = this.#claims.get(documentId);
    if (claim !== undefined) return claim.path !== found.path;
    const source = this.heads.get(documentId)?.source;
    return source !== undefined && source.path !== found.path && (await this.isLiving(source.path));
  }

  /** The path of the file that a document was read from, in this ingest or an earlier one. */
  pathOf(documentId: string): string | null {
    return this.#claims.get(documentId)?.path ?? this.heads.get(documentId)?.source?.path ?? null;
  }

  /** Whether the document of an id is a copy of this file: the same name, bytes and manifest entry. */
  isCopy(documentId: string, file: FileState): boolean {
    const head = this.heads.get(documentId);
    const other =
      this.#claims.get(documentId) ??
      (head?.source === undefined ? undefined : { ...head.source, sha256: head.file.sha256 });
    return other?.sha256 === file.sha256 && other.manifestSha256 === file.source.manifestSha256;
  }

  /** The source of a document that another parser version read and no file of this ingest has taken; else null. */
  outdatedSource(documentId: string): DocumentSource | null {
    const head = this.#claims.has(documentId) ? undefined : this.heads.get(documentId);
    return head === undefined || head.parserVersion === PARSER_VERSION ? null : (head.source ?? null);
  }

  /** Takes an id for a file. @throws PolicyError `duplicate_document_id` if another file of this ingest has it. */
  claim(documentId: string, { found, sha256, source }: FileState): void {
    const other = this.#claims.get(documentId);
    if (other !== undefined && other.path !== found.path) {
      throw new PolicyError({
        code: "duplicate_document_id",
        status: 422,
        message: {
          zh: `文件标识 ${documentId} 已由 ${other.path} 使用，请在 manifest.json 中另取一个。`,
          en: `The id ${documentId} is that of ${other.path}; choose another one in manifest.json.`,
        },
      });
    }
    this.#claims.set(documentId, { path: found.path, sha256, manifestSha256: source.manifestSha256 });
  }

  /** Lets go of what a file took, because it turned out to be unreadable. */
  release(path: string): void {
    for (const [documentId, claim] of this.#claims) {
      if (claim.path === path) this.#claims.delete(documentId);
    }
  }

  /**
   * The id of a document whose manifest gives none: the one that it has, else its file's name; where a file of
   * that name has that id, one with its extension (in the same folder) or a mark of its own path.
   */
  async idFor(file: FileState, own: readonly DocumentHead[]): Promise<string> {
    const plain = documentIdFromName(file.found.name);
    const marked = `${plain}-${shortHash(file.found.path)}`;
    const kept = own.find(({ documentId }) => documentId.startsWith(plain))?.documentId;
    for (const candidate of kept === undefined ? [plain] : [kept, plain]) {
      if (!(await this.isTaken(candidate, file)) || this.isCopy(candidate, file)) return candidate;
    }
    const owner = this.pathOf(plain);
    if (owner !== null && dirname(owner) === file.found.folder) {
      const byFormat = `${plain}-${extensionOf(file.found.name)}`;
      if (/^[\w-]+$/.test(byFormat) && !(await this.isTaken(byFormat, file))) return byFormat;
    }
    return marked;
  }
}
