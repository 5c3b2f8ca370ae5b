import { describe, expect, it } from "vitest";
import { DocumentCache } from "./document-cache.ts";
import { makeDocument } from "./fixtures.ts";

const reader = (lengths: Readonly<Record<string, number>>) => {
  const reads: string[] = [];
  const read = (documentId: string) => () => {
    reads.push(documentId);
    const length = lengths[documentId];
    return Promise.resolve(
      length === undefined ? null : makeDocument(documentId, ["字".repeat(length)]).document,
    );
  };
  return { reads, read };
};

describe("DocumentCache", () => {
  it("drops the least recently used once the texts exceed the limit", async () => {
    const { reads, read } = reader({ a: 40, b: 40, c: 40 });
    const cache = new DocumentCache(100);
    for (const documentId of ["a", "b", "a", "c", "a", "b"]) await cache.get(documentId, read(documentId));
    expect(reads).toEqual(["a", "b", "c", "b"]);
  });

  it("keeps a document beyond the limit until another comes", async () => {
    const { reads, read } = reader({ huge: 500, small: 10 });
    const cache = new DocumentCache(100);
    for (const documentId of ["huge", "huge", "small", "huge"]) await cache.get(documentId, read(documentId));
    expect(reads).toEqual(["huge", "small", "huge"]);
  });

  it("reads once for all who ask at the same time", async () => {
    const { reads, read } = reader({ a: 1 });
    const cache = new DocumentCache(100);
    const [one, two] = await Promise.all([cache.get("a", read("a")), cache.get("a", read("a"))]);
    expect(one).toBe(two);
    expect(reads).toEqual(["a"]);
  });

  it("forgets failures and what is not there", async () => {
    const { reads, read } = reader({});
    const cache = new DocumentCache(100);
    await expect(cache.get("a", () => Promise.reject(new RangeError("broken")))).rejects.toThrow("broken");
    expect(await cache.get("a", read("a"))).toBeNull();
    expect(await cache.get("a", read("a"))).toBeNull();
    expect(reads).toEqual(["a", "a"]);
  });
});
