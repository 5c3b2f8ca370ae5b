import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeDocument } from "./fixtures.ts";
import type { IndexChange } from "./index-types.ts";
import { openIndex } from "./lance-index.ts";

const SPACE = { id: "two numbers", dimensions: 2 };
const document = { ...makeDocument("plan", ["支持企业创新。"]), vectors: [Float32Array.of(1, 0)] };
const CHANGE: IndexChange = { documents: [document], removedDocumentIds: [] };
const corrupt = expect.objectContaining({ code: "index_corrupt", status: 500 });
const invalid = expect.objectContaining({ code: "index_invalid_input" });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-damage-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a damaged index", () => {
  it("says so when the pointer is cut, foreign or names what is not there", async () => {
    await openIndex(folder, SPACE).commit(CHANGE);
    const file = path.join(folder, "pointer.json");
    const text = await readFile(file, "utf8");
    for (const damaged of ["", text.slice(0, 40), "{}", text.replace('"chunks": ', '"chunks": 9')]) {
      await writeFile(file, damaged);
      await expect(openIndex(folder, SPACE).snapshot()).rejects.toEqual(corrupt);
      await expect(openIndex(folder, SPACE).commit(CHANGE)).rejects.toEqual(corrupt);
    }
    await writeFile(file, text);
    expect((await openIndex(folder, SPACE).snapshot())?.documentCount).toBe(1);
  });

  it("says so when the tables' files are broken", async () => {
    await openIndex(folder, SPACE).commit(CHANGE);
    const files = await readdir(path.join(folder, "tables"), { recursive: true, withFileTypes: true });
    const broken = files.filter((entry) => entry.isFile() && !entry.parentPath.endsWith("_versions"));
    for (const { parentPath, name } of broken) await writeFile(path.join(parentPath, name), "not a table");
    const snapshot = await openIndex(folder, SPACE).snapshot();
    await expect(snapshot?.getDocument("plan")).rejects.toEqual(corrupt);
    await expect(snapshot?.listDocuments()).rejects.toEqual(corrupt);
    await expect(snapshot?.searchWords(["企业"], 5)).rejects.toEqual(corrupt);
    await expect(snapshot?.searchDense(Float32Array.of(1, 0), 5)).rejects.toEqual(corrupt);
    await expect(snapshot?.findDocumentOfClause("plan.1")).rejects.toEqual(corrupt);
  });
});

describe("a change that breaks the rules", () => {
  const [chunk] = document.chunks;
  if (chunk === undefined) throw new Error("the fixture has no chunk");
  it.each([
    { rule: "a vector too short", change: { ...document, vectors: [Float32Array.of(1)] } },
    { rule: "a vector too long", change: { ...document, vectors: [Float32Array.of(1, 0, 0)] } },
    {
      rule: "a vector that is no number",
      change: { ...document, vectors: [Float32Array.of(Number.NaN, 0)] },
    },
    { rule: "a vector missing", change: { ...document, vectors: [] } },
    { rule: "a chunk that is no slice", change: { ...document, chunks: [{ ...chunk, start: 1 }] } },
    { rule: "a chunk of another document", change: { ...document, chunks: [{ ...chunk, documentId: "x" }] } },
    { rule: "a date that is none", change: { ...document, chunks: [{ ...chunk, effectiveTo: "soon" }] } },
  ])("is refused and leaves the index as it was: $rule", async ({ change }) => {
    const index = openIndex(folder, SPACE);
    await index.commit(CHANGE);
    const before = await index.snapshot();
    await expect(index.commit({ documents: [change], removedDocumentIds: [] })).rejects.toEqual(invalid);
    expect(await index.snapshot()).toBe(before);
    const after = await index.commit(CHANGE);
    expect([after.chunkCount, after.fingerprint]).toEqual([1, before?.fingerprint]);
  });

  it("is refused when a document or chunk stands in it twice", async () => {
    const index = openIndex(folder, SPACE);
    const twice = { documents: [document, document], removedDocumentIds: [] };
    await expect(index.commit(twice)).rejects.toEqual(invalid);
    const doubled = {
      ...document,
      chunks: [chunk, chunk],
      vectors: [...document.vectors, ...document.vectors],
    };
    await expect(index.commit({ documents: [doubled], removedDocumentIds: [] })).rejects.toEqual(invalid);
    expect(await index.snapshot()).toBeNull();
  });
});
