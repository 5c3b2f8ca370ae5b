import { chmod, mkdir, rename, symlink } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openIndex } from "../clause-index/lance-index.ts";
import { ingestPaths } from "./ingest.ts";
import type { IngestProgress, IngestReport } from "./ingest-report.ts";
import { removeDocuments } from "./remove-documents.ts";
import { articles, startTestIngest } from "./test-ingest.ts";
import type { TestIngest } from "./test-ingest.ts";

let test: TestIngest;
beforeEach(async () => {
  test = await startTestIngest();
});
afterEach(() => test.dispose());

const PLAN = articles("创新支持办法", "对认定的企业给予50万元奖励。", "本办法由科技局解释。");
const CHANGED = articles("创新支持办法", "对认定的企业给予80万元奖励。", "本办法由科技局解释。");
const OTHER = articles("人才住房办法", "高层次人才可以申请人才公寓。");

const manifest = (title: string): string => JSON.stringify({ documents: [{ file: "plan.txt", title }] });

/** Outcomes by file name below the sources. */
const outcomes = ({ files }: IngestReport): Record<string, string> =>
  Object.fromEntries(files.map(({ file, outcome }) => [path.relative(test.sources, file), outcome]));

const textOf = async (documentId: string): Promise<string | undefined> =>
  (await (await test.snapshot()).getDocument(documentId))?.text;

describe("ingesting again", () => {
  it("changes nothing that did not change", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("other.txt", OTHER);
    expect(outcomes(await test.ingest())).toEqual({ "plan.txt": "added", "other.txt": "added" });
    const { generation } = await test.snapshot();
    const again = await test.ingest();
    expect(outcomes(again)).toEqual({ "plan.txt": "unchanged", "other.txt": "unchanged" });
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
    expect(outcomes(second)).toEqual({ "plan.txt": "replaced", "other.txt": "unchanged" });
    expect(await textOf("plan")).toContain("80万元");
    expect(await textOf("plan")).not.toContain("50万元");
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
    expect(outcomes(await test.ingest())).toEqual({ "plan.txt": "unchanged" });
    await test.write("manifest.json", manifest("第二个标题"));
    expect(outcomes(await test.ingest())).toEqual({ "plan.txt": "replaced" });
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
    expect(outcomes(report)).toEqual({ "new/plan.txt": "moved" });
    expect(report.missing).toEqual([]);
    expect(await test.documentIds()).toEqual(["plan"]);
    expect((await test.snapshot()).fingerprint).toBe(fingerprint);
    expect(outcomes(await test.ingest())).toEqual({ "new/plan.txt": "unchanged" });
  });
});

describe("one name with two extensions", () => {
  it("is two documents, of which the later one's id names its format", async () => {
    await test.write("measures.txt", PLAN);
    await test.ingest();
    await test.write("measures.md", OTHER);
    const report = await test.ingest();
    expect(outcomes(report)).toEqual({ "measures.md": "added", "measures.txt": "unchanged" });
    expect(await test.documentIds()).toEqual(["measures", "measures-md"]);
    expect(await textOf("measures")).toContain("50万元");
    const issues = report.files.flatMap(({ documents }) => documents.flatMap((each) => each.issues));
    expect(issues).toContainEqual(
      expect.objectContaining({
        code: "document_id_taken",
        message: expect.stringContaining("measures.txt"),
      }),
    );
    expect(outcomes(await test.ingest())).toEqual({
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
    expect(outcomes(report)).toEqual({ "city/measures.txt": "added", "district/measures.txt": "added" });
    const ids = await test.documentIds();
    expect(ids).toHaveLength(2);
    expect(ids[0]).toBe("measures");
    expect(ids[1]).toMatch(/^measures-[0-9a-f]{8}$/);
    expect(report.files[1]?.documents[0]?.issues).toContainEqual(
      expect.objectContaining({ code: "document_id_taken" }),
    );
    expect(outcomes(await test.ingest())).toEqual({
      "city/measures.txt": "unchanged",
      "district/measures.txt": "unchanged",
    });
    await test.write("district/measures.txt", articles("人才住房办法", "高层次人才可以申请购房补贴。"));
    expect(outcomes(await test.ingest({ paths: [path.join(test.sources, "district")] }))).toEqual({
      "district/measures.txt": "replaced",
    });
    expect(await test.documentIds()).toEqual(ids);
    expect(await textOf("measures")).toContain("50万元");
  });

  it("does not depend on which was ingested first", async () => {
    await test.write("b/measures.txt", PLAN);
    await test.ingest();
    await test.write("a/measures.txt", OTHER);
    await test.ingest();
    expect(await textOf("measures")).toContain("50万元");
    expect(await test.documentIds()).toHaveLength(2);
  });

  it("is one document while the files are copies, and two once they differ", async () => {
    await test.write("b/measures.txt", PLAN);
    await test.ingest();
    await test.write("a/measures.txt", PLAN);
    expect(outcomes(await test.ingest())).toEqual({
      "a/measures.txt": "unchanged",
      "b/measures.txt": "unchanged",
    });
    expect(await test.documentIds()).toEqual(["measures"]);
    await test.write("b/measures.txt", OTHER);
    await test.ingest();
    const texts = await Promise.all((await test.documentIds()).map((documentId) => textOf(documentId)));
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
    expect(outcomes(report)).toEqual({ "a/x.txt": "added", "b/x.txt": "failed" });
    expect(report.files[1]?.error?.code).toBe("duplicate_document_id");
    expect(await textOf("same")).toContain("50万元");
  });
});

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
    expect(outcomes(await test.ingest())).toEqual({ "other.txt": "unchanged", "plan.txt": "added" });
  });
});

const repealedOn = async (): Promise<unknown> =>
  (await (await test.snapshot()).listDocuments()).find(({ documentId }) => documentId === "old")?.repealedOn;
const chunksInForce = async (): Promise<string[]> => {
  const hits = await (await test.snapshot()).searchBigrams(["企业"], 10, { inForceOn: "2026-01-01" });
  return [...new Set(hits.map(({ documentId }) => documentId))].toSorted();
};

describe("documents that change one another", () => {
  const OLD = articles("甲市扶持办法", "对企业给予奖励。");
  const NEW = articles(
    "甲市促进办法",
    "对企业给予补贴。",
    "本办法自2024年1月1日起施行，《甲市扶持办法》同时废止。",
  );

  it("are marked when the other one comes, and freed when it goes", async () => {
    await test.write("old.txt", OLD);
    const first = await test.ingest();
    expect(await repealedOn()).toBeNull();
    expect(await chunksInForce()).toEqual(["old"]);
    await test.write("new.txt", NEW);
    expect(outcomes(await test.ingest())).toEqual({ "new.txt": "added", "old.txt": "unchanged" });
    expect(await repealedOn()).toBe("2024-01-01");
    expect(await chunksInForce()).toEqual(["new"]);
    const { generation } = await test.snapshot();
    await test.ingest();
    expect((await test.snapshot()).generation).toBe(generation);

    await removeDocuments(["new"], {
      index: openIndex(test.dataDir, test.embedder),
      embedder: test.embedder,
    });
    expect(await repealedOn()).toBeNull();
    expect(await chunksInForce()).toEqual(["old"]);
    expect((await test.snapshot()).fingerprint).toBe(first.index);
    expect(test.embedded.length).toBe(new Set(test.embedded).size);
  });

  it("are the same whichever came first", async () => {
    await test.write("new.txt", NEW);
    await test.ingest();
    await test.write("old.txt", OLD);
    const { index } = await test.ingest();
    expect(await repealedOn()).toBe("2024-01-01");
    await test.remove("new.txt");
    await test.remove("old.txt");
    await test.ingest({ removeMissing: true });
    await test.write("new.txt", NEW);
    await test.write("old.txt", OLD);
    expect((await test.ingest()).index).toBe(index);
  });
});

describe("files that cannot be read", () => {
  it("are reported, and the others go on", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("empty.txt", "");
    await test.write("binary.txt", new Uint8Array(64));
    await test.write("clauses.jsonl", '{"id":"1","text":"一"}\n{"id":"2"}\n');
    const report = await test.ingest();
    expect(outcomes(report)).toMatchObject({
      "plan.txt": "added",
      "empty.txt": "failed",
      "binary.txt": "failed",
      "clauses.jsonl": "failed",
    });
    expect(report.files.find(({ file }) => file.endsWith(".jsonl"))?.error?.message).toContain("第 2 行");
    expect(await test.documentIds()).toEqual(["plan"]);
  });

  it("leave their old documents in place", async () => {
    await test.write("plan.txt", PLAN);
    await test.ingest();
    await test.write("plan.txt", "");
    expect(outcomes(await test.ingest({ removeMissing: true }))).toEqual({ "plan.txt": "failed" });
    expect(await textOf("plan")).toContain("50万元");
  });

  it.skipIf(process.getuid?.() === 0)("may be protected", async () => {
    await chmod(await test.write("plan.txt", PLAN), 0);
    const report = await test.ingest();
    expect(report.files[0]?.error?.code).toBe("file_unreadable");
  });

  it("do not make an index of nothing", async () => {
    await test.write("empty.txt", "");
    expect((await test.ingest()).index).toBeNull();
    await expect(test.snapshot()).rejects.toThrow("there is no index");
  });

  it("are those of a folder whose manifest is broken, and no others", async () => {
    await test.write("a/plan.txt", PLAN);
    await test.write("a/manifest.json", "{");
    await test.write("b/other.txt", OTHER);
    const report = await test.ingest();
    expect(outcomes(report)).toEqual({ "a/plan.txt": "failed", "b/other.txt": "added" });
    expect(report.files[0]?.error?.code).toBe("invalid_manifest");
  });

  it("may be links that lead nowhere", async () => {
    await test.write("plan.txt", PLAN);
    await symlink(path.join(test.sources, "nowhere"), path.join(test.sources, "link.txt"));
    const report = await test.ingest({
      paths: [path.join(test.sources, "plan.txt"), path.join(test.sources, "link.txt")],
    });
    expect(outcomes(report)).toEqual({ "link.txt": "failed", "plan.txt": "added" });
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
    expect(outcomes(report)).toEqual({ "plan.txt": "replaced" });
    expect(report.missing).toMatchObject([{ documentId: "other" }]);
    const snapshot = await index.snapshot();
    expect((await snapshot?.getDocument("plan"))?.text).toContain("80万元");
    expect((await snapshot?.getDocument("other"))?.text).toContain("人才公寓");
    expect(outcomes(await ingestPaths([test.sources], { index, embedder: other }))).toEqual({
      "plan.txt": "unchanged",
    });
  });
});
