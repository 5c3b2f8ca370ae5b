import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeDocument } from "./fixtures.ts";
import { HeldValue } from "./held-value.ts";
import { openIndex } from "./lance-index.ts";

describe("a held value", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("is read once for all who ask in its time, and again after", async () => {
    let reads = 0;
    const held = new HeldValue(async () => (reads += 1), 5_000);
    expect(await Promise.all([held.get(), held.get()])).toEqual([1, 1]);
    vi.advanceTimersByTime(4_999);
    expect(await held.get()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await held.get()).toBe(2);
    held.forget();
    expect(await held.get()).toBe(3);
  });

  it("holds no failure, and nothing where it may not", async () => {
    let reads = 0;
    const failing = new HeldValue(async () => {
      reads += 1;
      throw new Error("away");
    }, 5_000);
    await expect(failing.get()).rejects.toThrow("away");
    await expect(failing.get()).rejects.toThrow("away");
    expect(reads).toBe(2);
    const unheld = new HeldValue(async () => (reads += 1), 0);
    expect([await unheld.get(), await unheld.get()]).toEqual([3, 4]);
  });
});

const SPACE = { id: "two numbers", dimensions: 2 };
const change = (id: string) => ({
  documents: [{ ...makeDocument(id, [`支持${id}。`]), vectors: [Float32Array.of(1, 0)] }],
  removedDocumentIds: [],
});

describe("an index whose state is held", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "zhengwen-held-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("shows its own commits at once, and another's late, and writes upon the newest", async () => {
    const writer = openIndex(folder, SPACE);
    const reader = openIndex(folder, SPACE, {}, 3_600_000);
    const count = async (): Promise<number | undefined> => (await reader.snapshot())?.documentCount;
    await writer.commit(change("a"));
    expect(await count()).toBe(1);
    await writer.commit(change("b"));
    expect(await count()).toBe(1);
    await reader.commit(change("c"));
    expect(await count()).toBe(3);
    await reader.exclusively(async () => {
      expect(await count()).toBe(3);
    });
  });
});
