import { mkdir, rename } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openIndex } from "../clause-index/lance-index.ts";
import { ingestPaths } from "./ingest.ts";
import type { IngestProgress } from "./ingest-report.ts";
import { articles, OTHER, PLAN, startTestIngest } from "./test-ingest.ts";
import type { TestIngest } from "./test-ingest.ts";

let test: TestIngest;
beforeEach(async () => {
  test = await startTestIngest();
});
afterEach(() => test.dispose());

const CHANGED = articles("创新支持办法", "对认定的企业给予80万元奖励。", "本办法由科技局解释。");

const manifest = (title: string): string => JSON.stringify({ documents: [{ file: "plan.txt", title }] });

describe("ingesting again", () => {
  it("changes nothing that did not change", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("other.txt", OTHER);
    expect(test.outcomes(await test.ingest())).toEqual({ "plan.txt": "added", "other.txt": "added" });
    const { generation } = await test.snapshot();
    const again = await test.ingest();
    expect(test.outcomes(again)).toEqual({ "plan.txt": "unchanged", "other.txt": "unchanged" });
    expect(again.files.map(({ documentIds }) => documentIds)).toEqual([["other"], ["plan"]]);
    expect((await test.snapshot()).generation).toBe(generation);
  });

  it("replaces a changed file whole and embeds only what is new", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("other.txt", OTHER);
    const first = await test.ingest();
    test.embedded.length = 0;
    await test.write("plan.txt", CHANGED);
    const second = await test.ingest();
    expect(test.outcomes(second)).toEqual({ "plan.txt": "replaced", "other.txt": "unchanged" });
    expect(await test.textOf("plan")).toContain("80万元");
    expect(await test.textOf("plan")).not.toContain("50万元");
    expect(test.embedded).toHaveLength(1);
    await test.write("plan.txt", PLAN);
    const third = await test.ingest();
    expect(third.index).toBe(first.index);
    expect(third.index).not.toBe(second.index);
    expect(test.embedded).toHaveLength(1);
  });

  it("reads a file again when the manifest says something else about it", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("manifest.json", manifest("第一个标题"));
    await test.ingest();
    expect(test.outcomes(await test.ingest())).toEqual({ "plan.txt": "unchanged" });
    await test.write("manifest.json", manifest("第二个标题"));
    expect(test.outcomes(await test.ingest())).toEqual({ "plan.txt": "replaced" });
    expect((await (await test.snapshot()).listDocuments())[0]?.title).toBe("第二个标题");
  });

  it("lets a document go when the manifest gives its file another id", async () => {
    await test.write("plan.txt", PLAN);
    await test.ingest();
    await test.write(
      "manifest.json",
      JSON.stringify({ documents: [{ file: "plan.txt", documentId: "new-id" }] }),
    );
    const report = await test.ingest();
    expect(report.files[0]).toMatchObject({ outcome: "replaced", removed: [{ documentId: "plan" }] });
    expect(await test.documentIds()).toEqual(["new-id"]);
  });

  it("knows a file that was moved", async () => {
    await test.write("old/plan.txt", PLAN);
    await test.ingest();
    const { fingerprint } = await test.snapshot();
    await mkdir(path.join(test.sources, "new"));
    await rename(path.join(test.sources, "old/plan.txt"), path.join(test.sources, "new/plan.txt"));
    const report = await test.ingest();
    expect(test.outcomes(report)).toEqual({ "new/plan.txt": "moved" });
    expect(report.missing).toEqual([]);
    expect(await test.documentIds()).toEqual(["plan"]);
    expect((await test.snapshot()).fingerprint).toBe(fingerprint);
    expect(test.outcomes(await test.ingest())).toEqual({ "new/plan.txt": "unchanged" });
  });
});

describe("progress", () => {
  it("tells every stage to its end", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("other.txt", OTHER);
    const seen: IngestProgress[] = [];
    const index = openIndex(test.dataDir, test.embedder);
    await ingestPaths([test.sources], {
      index,
      embedder: test.embedder,
      onProgress: (each) => seen.push(each),
    });
    for (const stage of ["read", "embed", "commit"] as const) {
      const last = seen.findLast((each) => each.stage === stage);
      expect(last?.done).toBe(last?.total);
      expect(last?.total).toBeGreaterThan(0);
    }
  });
});

describe("an index that another model made", () => {
  it("is embedded anew as a whole, and keeps where its files were", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("b/other.txt", OTHER);
    await test.ingest();
    const other = {
      id: "other@1",
      dimensions: 3,
      embedPassages: async (texts: readonly string[]) => texts.map(() => Float32Array.of(1, 0, 0)),
    };
    const index = openIndex(test.dataDir, other);
    await test.remove("b/other.txt");
    await test.write("plan.txt", CHANGED);
    const report = await ingestPaths([test.sources], { index, embedder: other });
    expect(test.outcomes(report)).toEqual({ "plan.txt": "replaced" });
    expect(report.missing).toMatchObject([{ documentId: "other" }]);
    const snapshot = await index.snapshot();
    expect((await snapshot?.getDocument("plan"))?.text).toContain("80万元");
    expect((await snapshot?.getDocument("other"))?.text).toContain("人才公寓");
    expect(test.outcomes(await ingestPaths([test.sources], { index, embedder: other }))).toEqual({
      "plan.txt": "unchanged",
    });
  });
});
