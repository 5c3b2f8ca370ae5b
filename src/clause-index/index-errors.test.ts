import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DamageWatch } from "./damage-watch.ts";
import { readingIndex } from "./index-errors.ts";
import { writingIndex } from "./writing-index.ts";

const failing = (reason: Error) => async (): Promise<never> => {
  throw reason;
};

describe("a read that fails", () => {
  it.each([
    "Failed to get next batch from stream: lance error: Not found: tables/chunks.lance/data/1.lance",
    "lance error: LanceError(IO): Generic LocalFileSystem error: failed to fill whole buffer",
    "Generic memory error: Invalid range 0..1931 for object of size 11 bytes",
    'task 5 panicked with message "the offset + length of the sliced Buffer cannot exceed the existing length"',
  ])("is damage where the engine says so: %s", async (words) => {
    await expect(readingIndex("it", failing(new Error(words)))).rejects.toMatchObject({
      code: "index_corrupt",
    });
  });

  it("is damage where what was stored is not what was written", async () => {
    for (const parse of [() => JSON.parse("{"), () => z.string().parse(1)]) {
      await expect(readingIndex("it", async () => parse())).rejects.toMatchObject({ code: "index_corrupt" });
    }
  });

  it.each(["lance error: Resources exhausted: 1 GB", "task 7 panicked with message", "Query cancelled"])(
    "is no damage where nothing tells: %s",
    async (words) => {
      await expect(readingIndex("it", failing(new Error(words)))).rejects.toMatchObject({
        code: "index_read_failed",
        status: 500,
        retryable: true,
      });
    },
  );

  it("is looked into: the next probe reads everything", async () => {
    const read: string[] = [];
    const table = (name: string) => ({
      query: () => ({
        limit: () => ({ toArray: async () => [] }),
        async *[Symbol.asyncIterator]() {
          read.push(name);
          yield { numRows: 1 };
        },
      }),
    });
    const watch = new DamageWatch({
      documents: table("documents"),
      chunks: table("chunks"),
      documentCount: 1,
      chunkCount: 1,
    });
    await watch.probe();
    expect(read).toEqual([]);
    await watch.reading("it", failing(new Error("of a new kind"))).catch(() => {});
    await watch.probe();
    expect(read).toEqual(["documents", "chunks"]);
    await watch.probe();
    expect(read).toHaveLength(2);
  });
});

describe("a write that fails", () => {
  it.each([
    ["ENOSPC: no space left on device, write", "storage_full", 507, /磁盘空间不足/],
    ["EDQUOT: disk quota exceeded", "storage_full", 507, /配额/],
    ["EROFS: read-only file system, open", "storage_not_writable", 503, /只读/],
    ["EACCES: permission denied, mkdir", "storage_not_writable", 503, /权限/],
    ["Access Denied", "storage_not_writable", 503, /密钥/],
  ])("says why: %s", async (words, code, status, said) => {
    const cause = new Error("Cannot write", { cause: new Error(words) });
    await expect(writingIndex(failing(cause))).rejects.toMatchObject({
      code,
      status,
      publicMessage: { zh: expect.stringMatching(said) },
    });
  });

  it("stays what it is where the system says nothing of the kind", async () => {
    const error = new Error("of a new kind");
    await expect(writingIndex(failing(error))).rejects.toBe(error);
  });
});
