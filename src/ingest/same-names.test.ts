import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openIndex } from "../clause-index/lance-index.ts";
import { chunkDocument } from "./chunk-document.ts";
import { PARSER_VERSION } from "./read-document.ts";
import { articles, OTHER, PLAN, startTestIngest } from "./test-ingest.ts";
import type { TestIngest } from "./test-ingest.ts";

let test: TestIngest;
beforeEach(async () => {
  test = await startTestIngest();
});
afterEach(() => test.dispose());

describe("one name with two extensions", () => {
  it("is two documents, of which the later one's id names its format", async () => {
    await test.write("measures.txt", PLAN);
    await test.ingest();
    await test.write("measures.md", OTHER);
    const report = await test.ingest();
    expect(test.outcomes(report)).toEqual({ "measures.md": "added", "measures.txt": "unchanged" });
    expect(await test.documentIds()).toEqual(["measures", "measures-md"]);
    expect(await test.textOf("measures")).toContain("50万元");
    const issues = report.files.flatMap(({ documents }) => documents.flatMap((each) => each.issues));
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: "document_id_taken",
        message: expect.stringContaining("measures.txt"),
      }),
    );
    expect(test.outcomes(await test.ingest())).toEqual({
      "measures.md": "unchanged",
      "measures.txt": "unchanged",
    });
  });
});

describe("one name in two folders", () => {
  it("is two documents, with ids that stay", async () => {
    await test.write("city/measures.txt", PLAN);
    await test.write("district/measures.txt", OTHER);
    const report = await test.ingest();
    expect(test.outcomes(report)).toEqual({ "city/measures.txt": "added", "district/measures.txt": "added" });
    const ids = await test.documentIds();
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe("measures");
    expect(ids[1]).toMatch(/^measures-[0-9a-f]{8}$/);
    expect(report.files[1]?.documents[0]?.issues).toContainEqual(
      expect.objectContaining({ code: "document_id_taken" }),
    );
    expect(test.outcomes(await test.ingest())).toEqual({
      "city/measures.txt": "unchanged",
      "district/measures.txt": "unchanged",
    });
    await test.write("district/measures.txt", articles("人才住房办法", "高层次人才可以申请购房补贴。"));
    expect(test.outcomes(await test.ingest({ paths: [path.join(test.sources, "district")] }))).toEqual({
      "district/measures.txt": "replaced",
    });
    expect(await test.documentIds()).toEqual(ids);
    expect(await test.textOf("measures")).toContain("50万元");
  });

  it("does not depend on which was ingested first", async () => {
    await test.write("b/measures.txt", PLAN);
    await test.ingest();
    await test.write("a/measures.txt", OTHER);
    await test.ingest();
    expect(await test.textOf("measures")).toContain("50万元");
    expect(await test.documentIds()).toHaveLength(2);
  });

  it("is one document while the files are copies, and two once they differ", async () => {
    await test.write("b/measures.txt", PLAN);
    await test.ingest();
    await test.write("a/measures.txt", PLAN);
    expect(test.outcomes(await test.ingest())).toEqual({
      "a/measures.txt": "unchanged",
      "b/measures.txt": "unchanged",
    });
    expect(await test.documentIds()).toEqual(["measures"]);
    await test.write("b/measures.txt", OTHER);
    await test.ingest();
    const texts = await Promise.all((await test.documentIds()).map((documentId) => test.textOf(documentId)));
    expect(texts.map((text) => text?.includes("50万元"))).toEqual([false, true]);
  });

  it("is a contradiction where the manifests give both the same id", async () => {
    for (const [folder, text] of [
      ["a", PLAN],
      ["b", OTHER],
    ] as const) {
      await test.write(`${folder}/x.txt`, text);
      await test.write(
        `${folder}/manifest.json`,
        JSON.stringify({ documents: [{ file: "x.txt", documentId: "same" }] }),
      );
    }
    const report = await test.ingest();
    expect(test.outcomes(report)).toEqual({ "a/x.txt": "added", "b/x.txt": "failed" });
    expect(report.files[1]?.error?.code).toBe("duplicate_document_id");
    expect(await test.textOf("same")).toContain("50万元");
  });
});

const headOf = async (documentId: string) => {
  const head = (await (await test.snapshot()).listDocuments()).find((each) => each.documentId === documentId);
  if (head === undefined) throw new Error(`there is no ${documentId}`);
  return head;
};

/** Puts a document into the index as if an older parser had read it. */
const age = async (documentId: string): Promise<void> => {
  const snapshot = await test.snapshot();
  const document = await snapshot.getDocument(documentId);
  if (document === null) throw new Error(`there is no ${documentId}`);
  const { source } = await headOf(documentId);
  const aged = { ...document, parserVersion: PARSER_VERSION - 1, issuers: ["旧解析器"] };
  const chunks = chunkDocument(aged);
  const vectors = await test.embedder.embedPassages(chunks.map(({ text }) => text));
  await openIndex(test.dataDir, test.embedder).commit({
    documents: [{ document: aged, chunks, vectors, source: source ?? null }],
    removedDocumentIds: [],
  });
};

describe("a copy of a file whose document an older parser read", () => {
  it.each(["a", "b"])(
    "reads it anew where %s alone is given, and leaves it to its own file",
    async (given) => {
      const original = await test.write("b/measures.txt", PLAN);
      const first = await test.ingest();
      await test.write("a/measures.txt", PLAN);
      await age("measures");
      const folder = { paths: [path.join(test.sources, given)] };
      const report = await test.ingest(folder);
      expect(test.outcomes(report)).toEqual({ [`${given}/measures.txt`]: "replaced" });
      expect(report.index).toBe(first.index);
      expect(await headOf("measures")).toMatchObject({
        parserVersion: PARSER_VERSION,
        source: { path: original },
      });
      expect(test.outcomes(await test.ingest(folder))).toEqual({ [`${given}/measures.txt`]: "unchanged" });
    },
  );

  it("reads it once where both are given", async () => {
    await test.write("b/measures.txt", PLAN);
    const first = await test.ingest();
    await test.write("a/measures.txt", PLAN);
    await age("measures");
    const report = await test.ingest();
    expect(test.outcomes(report)).toEqual({ "a/measures.txt": "unchanged", "b/measures.txt": "replaced" });
    expect(report.index).toBe(first.index);
    expect(test.outcomes(await test.ingest())).toEqual({
      "a/measures.txt": "unchanged",
      "b/measures.txt": "unchanged",
    });
  });
});
