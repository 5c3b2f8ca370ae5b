import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PolicyDocument } from "../policy/document.ts";
import { chunksSchema } from "./arrow-schemas.ts";
import { indexed } from "./fixtures.ts";
import { chunkRow } from "./index-rows.ts";
import type { IndexedDocument } from "./index-types.ts";
import { openIndex } from "./lance-index.ts";
import type { ClauseIndex } from "./lance-index.ts";
import { connect, makeArrowTable } from "./lancedb.ts";
import { queryBigrams, queryWords } from "./segment.ts";
import { createTransformersEmbedder } from "../text-models/transformers-embedder.ts";

const embedder = createTransformersEmbedder();
let plan: IndexedDocument;
let planRevised: IndexedDocument;
let old: IndexedDocument;

beforeAll(async () => {
  plan = await indexed(embedder, "plan", ["支持先使用后付费方式转化科技成果。", "外籍人才可申请居留证件。"]);
  planRevised = await indexed(embedder, "plan", ["支持概念验证平台建设。"]);
  old = await indexed(embedder, "o'ld", ["鼓励飞地经济，给予最高５００万元补贴。"]);
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-index-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const idsOf = (hits: readonly { readonly chunkId: string }[]): string[] => hits.map((hit) => hit.chunkId);

const open = async (index: ClauseIndex) => {
  const snapshot = await index.snapshot();
  if (snapshot === null) throw new Error("the index was never initialised");
  return snapshot;
};

describe.each([
  { kind: "a folder", locate: () => folder },
  // The same code as for s3://, over LanceDB's own file scheme.
  { kind: "a bucket", locate: () => pathToFileURL(folder).href },
])("an index in $kind", ({ locate }) => {
  it("is null before the first commit, then finds by words, bigrams and meaning", async () => {
    const index = openIndex(locate(), embedder);
    expect(await index.snapshot()).toBeNull();
    const snapshot = await index.commit({ documents: [plan, old], removedDocumentIds: [] });
    expect(await index.snapshot()).toBe(snapshot);
    expect([snapshot.generation, snapshot.documentCount, snapshot.chunkCount]).toEqual([1, 2, 3]);
    expect(idsOf(await snapshot.searchWords(queryWords("先使用后付费"), 5))).toEqual(["plan.1"]);
    expect(idsOf(await snapshot.searchBigrams(queryBigrams("居留证件"), 5))).toEqual(["plan.2"]);
    const dense = await snapshot.searchDense(await embedder.embedQuery("外国人怎样办理居留"), 5);
    expect(idsOf(dense)[0]).toBe("plan.2");
    expect(dense).toHaveLength(3);
    expect(dense[0]).toMatchObject({ clauseId: "plan.2", documentId: "plan", start: 18, end: 30 });
    expect(dense[0]?.score).toBeLessThanOrEqual(1.000001);
  });

  it("gives documents back as they were, and finds a clause's document", async () => {
    const snapshot = await openIndex(locate(), embedder).commit({
      documents: [plan, old],
      removedDocumentIds: [],
    });
    expect(await snapshot.getDocument("o'ld")).toEqual(old.document);
    expect(await snapshot.getDocument("none")).toBeNull();
    expect(await snapshot.findDocumentOfClause("o'ld.1")).toBe("o'ld");
    expect(await snapshot.findDocumentOfClause("plan.9")).toBeNull();
    const heads = await snapshot.listDocuments();
    expect(heads.map((head) => head.documentId)).toEqual(["o'ld", "plan"]);
    expect(heads[0]).not.toHaveProperty("text");
    expect(heads[0]?.file).toEqual(old.document.file);
  });

  it("searches the title with the text, and takes any question", async () => {
    const snapshot = await openIndex(locate(), embedder).commit({
      documents: [plan, old],
      removedDocumentIds: [],
    });
    expect(idsOf(await snapshot.searchWords(queryWords("PLAN"), 5)).toSorted()).toEqual(["plan.1", "plan.2"]);
    expect(idsOf(await snapshot.searchBigrams(queryBigrams("500万元"), 5))).toEqual(["o'ld.1"]);
    expect(idsOf(await snapshot.searchWords(queryWords("“飞地经济”"), 5))).toEqual(["o'ld.1"]);
    for (const strange of ["？！，。", "", "  　", '"', "的", "'; DROP TABLE chunks; --"]) {
      expect(await snapshot.searchWords(queryWords(strange), 5)).toEqual([]);
      expect(await snapshot.searchBigrams(queryBigrams(strange), 5)).toEqual([]);
    }
    expect(idsOf(await snapshot.searchWords(['"飞地经济"', "飞地经济"], 5))).toEqual(["o'ld.1"]);
    expect(await snapshot.searchWords(["飞地经济"], 0)).toEqual([]);
  });

  it("replaces and removes documents without touching the others", async () => {
    const index = openIndex(locate(), embedder);
    const first = await index.commit({ documents: [plan, old], removedDocumentIds: [] });
    const second = await index.commit({
      documents: [planRevised],
      removedDocumentIds: ["o'ld", "never there"],
    });
    expect(second.generation).toBe(2);
    expect([second.documentCount, second.chunkCount]).toEqual([1, 1]);
    expect(idsOf(await second.searchWords(queryWords("概念验证"), 5))).toEqual(["plan.1"]);
    expect(await second.searchWords(queryWords("飞地经济"), 5)).toEqual([]);
    expect(await second.getDocument("o'ld")).toBeNull();
    // The first snapshot keeps its own view.
    expect(idsOf(await first.searchWords(queryWords("飞地经济"), 5))).toEqual(["o'ld.1"]);
    expect(await first.getDocument("plan")).toEqual(plan.document);
    expect(idsOf(await first.searchDense(plan.vectors[1] ?? new Float32Array(), 1))).toEqual(["plan.2"]);
  });

  it("scores as if it had been written at once, whatever came before", async () => {
    const once = await openIndex(`${locate()}/once`, embedder).commit({
      documents: [planRevised, old],
      removedDocumentIds: [],
    });
    const index = openIndex(`${locate()}/often`, embedder);
    await index.commit({ documents: [plan], removedDocumentIds: [] });
    await index.commit({ documents: [old], removedDocumentIds: [] });
    const often = await index.commit({ documents: [planRevised], removedDocumentIds: [] });
    const words = queryWords("支持飞地经济和概念验证");
    expect(await often.searchWords(words, 5)).toEqual(await once.searchWords(words, 5));
    expect(often.fingerprint).toBe(once.fingerprint);
    expect(often.generation).toBe(3);
  });

  it("shows a commit of another process without being opened again", async () => {
    const writer = openIndex(locate(), embedder);
    const reader = openIndex(locate(), embedder);
    expect(await reader.snapshot()).toBeNull();
    await writer.commit({ documents: [plan], removedDocumentIds: [] });
    const first = await open(reader);
    expect(await reader.snapshot()).toBe(first);
    await writer.commit({ documents: [old], removedDocumentIds: [] });
    const second = await open(reader);
    expect(second).not.toBe(first);
    expect(idsOf(await second.searchWords(queryWords("飞地经济"), 5))).toEqual(["o'ld.1"]);
    expect(await first.searchWords(queryWords("飞地经济"), 5)).toEqual([]);
  });

  it("holds an index without any document", async () => {
    const empty = await openIndex(locate(), embedder).commit({ documents: [], removedDocumentIds: [] });
    expect(await empty.searchWords(["政策"], 5)).toEqual([]);
    expect(await empty.searchDense(await embedder.embedQuery("政策"), 5)).toEqual([]);
    expect(await empty.listDocuments()).toEqual([]);
  });

  it("refuses a second writer while one is at work, and lets it in afterwards", async () => {
    const first = openIndex(locate(), embedder);
    const second = openIndex(locate(), embedder);
    await first.exclusively(async (writer) => {
      await writer.commit({ documents: [plan], removedDocumentIds: [] });
      await expect(second.commit({ documents: [old], removedDocumentIds: [] })).rejects.toMatchObject({
        code: "ingest_running",
        retryable: true,
      });
    });
    const snapshot = await second.commit({ documents: [old], removedDocumentIds: [] });
    expect(snapshot.documentCount).toBe(2);
  });

  it("keeps the old answers after a killed ingest, and the next commit starts from them", async () => {
    const index = openIndex(locate(), embedder);
    const before = await index.commit({ documents: [plan, old], removedDocumentIds: [] });
    // What a commit does before it publishes: rows deleted and added, indices gone.
    const connection = await connect(`${locate()}/tables`);
    const chunks = await connection.openTable("chunks");
    await chunks.delete("documentId = 'plan'");
    const stray = planRevised.chunks[0];
    if (stray === undefined) throw new Error("the fixture has no chunk");
    const row = { ...chunkRow(stray, new Float32Array(embedder.dimensions)), chunkId: "stray" };
    await chunks.add(makeArrowTable([row], { schema: chunksSchema(embedder.dimensions) }));
    await (await connection.openTable("documents")).delete("documentId = 'plan'");

    const reopened = await open(openIndex(locate(), embedder));
    expect(reopened.fingerprint).toBe(before.fingerprint);
    expect(idsOf(await reopened.searchWords(queryWords("先使用后付费"), 5))).toEqual(["plan.1"]);
    expect(await reopened.getDocument("plan")).toEqual(plan.document);

    const after = await openIndex(locate(), embedder).commit({ documents: [], removedDocumentIds: ["o'ld"] });
    expect([after.documentCount, after.chunkCount]).toEqual([1, 2]);
    expect(await after.getDocument("plan")).toEqual(plan.document);
    const found = await after.searchDense(plan.vectors[0] ?? new Float32Array(), 10);
    expect(idsOf(found).toSorted()).toEqual(["plan.1", "plan.2"]);
  });

  it("does not mix two models: reading says so, committing builds anew", async () => {
    await openIndex(locate(), embedder).commit({ documents: [plan, old], removedDocumentIds: [] });
    const smaller = { id: "other@1", dimensions: 3 };
    const other = openIndex(locate(), smaller);
    await expect(other.snapshot()).rejects.toMatchObject({ code: "index_model_mismatch", status: 503 });
    const stored: PolicyDocument[] = [];
    for await (const { document } of other.storedDocuments()) stored.push(document);
    expect(stored).toEqual(expect.arrayContaining([plan.document, old.document]));
    const vectors = plan.chunks.map(() => Float32Array.of(1, 0, 0));
    const rebuilt = await other.commit({ documents: [{ ...plan, vectors }], removedDocumentIds: [] });
    expect([rebuilt.generation, rebuilt.documentCount, rebuilt.chunkCount]).toEqual([2, 1, 2]);
    expect(await rebuilt.searchDense(Float32Array.of(1, 0, 0), 5)).toHaveLength(2);
    await expect(rebuilt.searchDense(Float32Array.of(1, 0), 5)).rejects.toMatchObject({
      code: "index_invalid_input",
    });
  });

  it("lists more documents than LanceDB's default limit", async () => {
    const documents = Array.from({ length: 25 }, (_, number) => ({
      document: { ...old.document, documentId: `d${number}` },
      chunks: [],
      vectors: [],
    }));
    const snapshot = await openIndex(locate(), embedder).commit({ documents, removedDocumentIds: [] });
    expect(await snapshot.listDocuments()).toHaveLength(25);
  });
});
