import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeDocument } from "../clause-index/fixtures.ts";
import type { MeasureSource } from "../matching/measure-store.ts";
import { MeasureStore } from "../matching/measure-store.ts";
import { keepMeasures } from "./kept-measures.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-kept-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const documents = ["plan", "notice", "rules"].map(
  (id) =>
    makeDocument(id, ["对认定的高新技术企业给予50万元奖励。", "职工不超过20人的企业可以申请。"]).document,
);

/** A state of an index, and which documents were read of it. */
const sourceOf = (hashes: Readonly<Record<string, string>>): { source: MeasureSource; read: string[] } => {
  const read: string[] = [];
  const source = {
    fingerprint: JSON.stringify(hashes),
    documentHashes: async () => new Map(Object.entries(hashes)),
    getDocument: async (id: string) => {
      read.push(id);
      return documents.find(({ documentId }) => documentId === id) ?? null;
    },
  };
  return { source, read };
};

const HASHES = { plan: "a", notice: "b", rules: "c" };
const file = (): string => path.join(folder, "measures-cache.jsonl");

/** What a server that was just started finds, and which documents it had to read for it. */
const afterStart = async (hashes: Readonly<Record<string, string>> = HASHES) => {
  const store = new MeasureStore(keepMeasures(folder));
  const { source, read } = sourceOf(hashes);
  const measures = await store.measuresOf(source);
  await store.kept();
  return { measures, read };
};

describe("measures that are kept in the data folder", () => {
  it("are the same after a start, and no document is read for them", async () => {
    const first = await afterStart();
    expect(first.read).toEqual(["plan", "notice", "rules"]);
    expect(first.measures.length).toBeGreaterThan(2);
    const second = await afterStart();
    expect(second.read).toEqual([]);
    expect(second.measures).toEqual(first.measures);
  });

  it("are read anew where a document has changed, and gone with it", async () => {
    const first = await afterStart();
    const changed = { plan: "a", rules: "d" };
    expect((await afterStart(changed)).read).toEqual(["rules"]);
    const { measures, read } = await afterStart(changed);
    expect(read).toEqual([]);
    expect(measures).toEqual(first.measures.filter(({ documentId }) => documentId !== "notice"));
  });

  it("are read anew where a line is not what was written, or another version wrote it", async () => {
    const { measures } = await afterStart();
    const [version = "", plan = "", ...others] = (await readFile(file(), "utf8")).split("\n");
    await writeFile(file(), [version, plan.replace("50", "60"), ...others].join("\n"));
    const damaged = await afterStart();
    expect([damaged.read, damaged.measures]).toEqual([["plan"], measures]);
    await appendFile(file(), "half a line");
    expect((await afterStart()).read).toEqual([]);
    const kept = await readFile(file(), "utf8");
    await writeFile(file(), kept.replace(version, "0".repeat(version.length)));
    expect((await afterStart()).read).toEqual(["plan", "notice", "rules"]);
  });

  it("are read from the documents where nothing can be kept", async () => {
    await rm(folder, { recursive: true });
    const { measures } = await afterStart();
    expect((await afterStart()).measures).toEqual(measures);
    expect(keepMeasures("s3://bucket/index")).toBeNull();
  });
});
