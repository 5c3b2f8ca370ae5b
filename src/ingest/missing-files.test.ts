import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openIndex } from "../clause-index/lance-index.ts";
import { removeDocuments } from "./remove-documents.ts";
import { OTHER, PLAN, startTestIngest } from "./test-ingest.ts";
import type { TestIngest } from "./test-ingest.ts";

let test: TestIngest;
beforeEach(async () => {
  test = await startTestIngest();
});
afterEach(() => test.dispose());

describe("files that vanished", () => {
  it("are named, and removed when that is asked for", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("other.txt", OTHER);
    await test.ingest();
    await test.remove("other.txt");
    const named = await test.ingest();
    expect(named.missing).toEqual([
      {
        documentId: "other",
        title: "人才住房办法",
        file: path.join(test.sources, "other.txt"),
        removed: false,
      },
    ]);
    expect(await test.documentIds()).toEqual(["other", "plan"]);
    const removed = await test.ingest({ removeMissing: true });
    expect(removed.missing).toMatchObject([{ documentId: "other", removed: true }]);
    expect(await test.documentIds()).toEqual(["plan"]);
    expect((await test.ingest()).missing).toEqual([]);
  });

  it("are those of the given places alone", async () => {
    await test.write("a/plan.txt", PLAN);
    await test.write("b/other.txt", OTHER);
    await test.ingest();
    await test.remove("b");
    expect((await test.ingest({ paths: [path.join(test.sources, "a")] })).missing).toEqual([]);
    const report = await test.ingest({ paths: [path.join(test.sources, "b")], removeMissing: true });
    expect(report.missing).toMatchObject([{ documentId: "other", removed: true }]);
    expect(await test.documentIds()).toEqual(["plan"]);
  });
});

describe("removing documents", () => {
  it("removes what is there and names what is not", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("other.txt", OTHER);
    await test.ingest();
    const index = openIndex(test.dataDir, test.embedder);
    expect(await removeDocuments(["plan", "none", "plan"], { index, embedder: test.embedder })).toMatchObject(
      {
        removed: [{ documentId: "plan", title: "创新支持办法" }],
        notFound: ["none"],
      },
    );
    expect(await test.documentIds()).toEqual(["other"]);
    const { generation } = await test.snapshot();
    expect(await removeDocuments(["none"], { index, embedder: test.embedder })).toMatchObject({
      removed: [],
    });
    expect((await test.snapshot()).generation).toBe(generation);
    // The file is still there, so the next ingest brings it back.
    expect(test.outcomes(await test.ingest())).toEqual({ "other.txt": "unchanged", "plan.txt": "added" });
  });
});
