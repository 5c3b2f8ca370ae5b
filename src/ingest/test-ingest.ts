import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { withEmbeddingCache } from "../clause-index/embedding-cache.ts";
import type { Embedder } from "../text-models/embedder.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { openIndex } from "../clause-index/lance-index.ts";
import { createTransformersEmbedder } from "../text-models/transformers-embedder.ts";
import { ingestPaths } from "./ingest.ts";
import type { IngestReport } from "./ingest-report.ts";

/** A folder of sources and an index of its own, for tests: the real index, the real model. */
export interface TestIngest {
  readonly sources: string;
  readonly dataDir: string;
  /** Texts that the model had to embed so far; what was remembered is not among them. */
  readonly embedded: string[];
  readonly embedder: Embedder;
  write(name: string, content: string | Uint8Array): Promise<string>;
  remove(name: string): Promise<void>;
  ingest(options?: {
    readonly paths?: readonly string[];
    readonly removeMissing?: boolean;
  }): Promise<IngestReport>;
  /** The index as it is now. @throws Error if there is none */
  snapshot(): Promise<IndexSnapshot>;
  /** Ids of all documents in the index. */
  documentIds(): Promise<string[]>;
  /** The text of a document of the index. */
  textOf(documentId: string): Promise<string | undefined>;
  /** What became of each file, by its name below the sources. */
  outcomes(report: IngestReport): Record<string, string>;
  dispose(): Promise<void>;
}

const model = createTransformersEmbedder();

/** A short document with one article a line. */
export const articles = (title: string, ...lines: readonly string[]): string =>
  [title, ...lines.map((line, index) => `第${"一二三四五六七八九十"[index] ?? ""}条 ${line}`), ""].join(
    "\n\n",
  );

export const PLAN = articles("创新支持办法", "对认定的企业给予50万元奖励。", "本办法由科技局解释。");
export const OTHER = articles("人才住房办法", "高层次人才可以申请人才公寓。");

export const startTestIngest = async (): Promise<TestIngest> => {
  const root = await mkdtemp(path.join(tmpdir(), "zhengwen-ingest-"));
  const sources = path.join(root, "sources");
  const dataDir = path.join(root, "data");
  await mkdir(sources);
  const embedded: string[] = [];
  const recorded: Embedder = {
    ...model,
    embedPassages: (texts, onProgress) => {
      embedded.push(...texts);
      return model.embedPassages(texts, onProgress);
    },
  };
  const embedder = withEmbeddingCache(recorded, dataDir);
  const index = openIndex(dataDir, embedder);
  const snapshot = async (): Promise<IndexSnapshot> => {
    const current = await index.snapshot();
    if (current === null) throw new Error("there is no index");
    return current;
  };
  return {
    sources,
    dataDir,
    embedded,
    embedder,
    write: async (name, content) => {
      const file = path.join(sources, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
      return file;
    },
    remove: (name) => rm(path.join(sources, name), { recursive: true }),
    ingest: ({ paths = [sources], removeMissing = false } = {}) =>
      ingestPaths(paths, { index, embedder, removeMissing }),
    snapshot,
    documentIds: async () => (await (await snapshot()).listDocuments()).map(({ documentId }) => documentId),
    textOf: async (documentId) => (await (await snapshot()).getDocument(documentId))?.text,
    outcomes: ({ files }) =>
      Object.fromEntries(files.map(({ file, outcome }) => [path.relative(sources, file), outcome])),
    dispose: () => rm(root, { recursive: true, force: true }),
  };
};
