import { rename } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestIngest } from "./test-ingest.ts";
import type { TestIngest } from "./test-ingest.ts";

let test: TestIngest;
beforeEach(async () => {
  test = await startTestIngest();
});
afterEach(() => test.dispose());

const clauses = (...entries: readonly (readonly [id: string, document: string])[]): string =>
  entries
    .map(([id, document]) => JSON.stringify({ id, text: `${document}的${id}款。`, document }))
    .join("\n");

const titles = async (): Promise<string[]> =>
  (await (await test.snapshot()).listDocuments()).map(({ title }) => title).toSorted();

describe("a file of ready-made clauses", () => {
  it("replaces, adds and removes its documents as it changes", async () => {
    await test.write("laws.jsonl", clauses(["1", "甲法"], ["2", "乙法"]));
    const first = await test.ingest();
    expect(first.files[0]?.documents.map(({ title, clauses: count }) => [title, count])).toEqual([
      ["甲法", 1],
      ["乙法", 1],
    ]);
    const ids = await test.documentIds();
    expect((await test.ingest()).files[0]).toMatchObject({ outcome: "unchanged" });
    await test.write("laws.jsonl", clauses(["1", "甲法"], ["2", "丙法"]));
    const second = await test.ingest();
    expect(second.files[0]).toMatchObject({ outcome: "replaced", removed: [{ title: "乙法" }] });
    expect(await titles()).toEqual(["丙法", "甲法"]);
    expect(ids).toContain((await (await test.snapshot()).findDocumentOfClause("1")) ?? "");
  });

  it("leaves with all its documents", async () => {
    await test.write("laws.jsonl", clauses(["1", "甲法"], ["2", "乙法"]));
    await test.write("more.jsonl", clauses(["3", "丙法"]));
    await test.ingest();
    await test.remove("laws.jsonl");
    expect((await test.ingest()).missing.map(({ title }) => title).toSorted()).toEqual(["乙法", "甲法"]);
    await test.ingest({ removeMissing: true });
    expect(await titles()).toEqual(["丙法"]);
  });

  it("may have the name of another one", async () => {
    await test.write("a/laws.jsonl", clauses(["1", "甲法"]));
    await test.write("b/laws.jsonl", clauses(["2", "甲法"]));
    await test.ingest();
    expect(await titles()).toEqual(["甲法", "甲法"]);
    const ids = await test.documentIds();
    await test.write("b/laws.jsonl", clauses(["2", "甲法"], ["3", "甲法"]));
    await test.ingest({ paths: [path.join(test.sources, "b")] });
    expect(await test.documentIds()).toEqual(ids);
  });

  it("fails if it gives a clause an id that another file gave, and the others go on", async () => {
    await test.write("a.jsonl", clauses(["1", "甲法"]));
    await test.write("b.jsonl", clauses(["1", "乙法"], ["2", "乙法"]));
    await test.write("c.jsonl", clauses(["3", "丙法"]));
    const { files } = await test.ingest();
    expect(files.map(({ outcome }) => outcome)).toEqual(["added", "failed", "added"]);
    expect(files[1]?.error).toMatchObject({ code: "duplicate_clause_id" });
    expect(files[1]?.error?.message).toContain("甲法");
    expect(await titles()).toEqual(["丙法", "甲法"]);
    expect((await test.ingest({ paths: [path.join(test.sources, "b.jsonl")] })).files[0]?.outcome).toBe(
      "failed",
    );
  });

  it("may take over a clause that another file gives up in the same ingest", async () => {
    await test.write("a.jsonl", clauses(["1", "甲法"], ["2", "甲法"]));
    await test.write("b.jsonl", clauses(["3", "乙法"]));
    await test.ingest();
    await test.write("a.jsonl", clauses(["1", "甲法"]));
    await test.write("b.jsonl", clauses(["2", "乙法"], ["3", "乙法"]));
    expect((await test.ingest()).files.map(({ outcome }) => outcome)).toEqual(["replaced", "replaced"]);
    const owner = await (await test.snapshot()).findDocumentOfClause("2");
    expect((await (await test.snapshot()).getDocument(owner ?? ""))?.title).toBe("乙法");
  });

  it("keeps an old clause where the file that was to give it up failed", async () => {
    await test.write("a.jsonl", clauses(["1", "甲法"], ["2", "甲法"]));
    await test.write("b.jsonl", clauses(["3", "乙法"]));
    await test.ingest();
    await test.write("a.jsonl", `${clauses(["1", "甲法"])}\nno JSON`);
    await test.write("b.jsonl", clauses(["2", "乙法"], ["3", "乙法"]));
    expect((await test.ingest()).files.map(({ outcome }) => outcome)).toEqual(["failed", "failed"]);
    expect(await titles()).toEqual(["乙法", "甲法"]);
  });

  it("can be renamed", async () => {
    const file = await test.write("laws.jsonl", clauses(["1", "甲法"]));
    await test.ingest();
    await rename(file, path.join(test.sources, "renamed.jsonl"));
    const report = await test.ingest();
    expect(report.files[0]?.outcome).toBe("moved");
    expect(report.missing).toEqual([]);
    expect(await titles()).toEqual(["甲法"]);
  });
});
