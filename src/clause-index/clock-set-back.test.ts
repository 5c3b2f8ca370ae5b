import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeDocument } from "./fixtures.ts";
import { acquireFolderLock } from "./folder-lock.ts";
import { openIndex } from "./lance-index.ts";

const SPACE = { id: "two numbers", dimensions: 2 };
const YEAR = 365 * 24 * 60 * 60 * 1_000;
const change = (id: string) => ({
  documents: [{ ...makeDocument(id, [`支持${id}。`]), vectors: [Float32Array.of(1, 0)] }],
  removedDocumentIds: [],
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-clock-"));
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

it.each([-YEAR, YEAR])("commits and reads on when the clock jumps by %d ms", async (jump) => {
  const reader = openIndex(folder, SPACE);
  await openIndex(folder, SPACE).commit(change("a"));
  const old = await reader.snapshot();
  vi.setSystemTime(Date.now() + jump);
  await openIndex(folder, SPACE).commit(change("b"));
  vi.setSystemTime(Date.now() - jump);
  await openIndex(folder, SPACE).commit(change("c"));
  // Nothing of the newest state is missing, and who still reads the old one keeps it.
  const now = await reader.snapshot();
  await now?.verify();
  expect([now?.generation, now?.documentCount]).toEqual([3, 3]);
  await old?.verify();
  expect(await old?.listDocuments()).toHaveLength(1);
  expect((await now?.searchWords(["支持"], 9))?.length).toBe(3);
});

it("takes over the lock of an ingest that is gone, whatever time the lock has", async () => {
  const lock = path.join(folder, "ingest.lock");
  const gone = { token: "t", pid: 2 ** 22 + 1, host: hostname(), startedAt: "" };
  await writeFile(lock, JSON.stringify(gone));
  const future = new Date(Date.now() + YEAR);
  await utimes(lock, future, future);
  const taken = await acquireFolderLock(lock);
  await expect(taken.assertHeld()).resolves.toBeUndefined();
  await taken.release();
});
