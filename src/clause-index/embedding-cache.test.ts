import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Embedder } from "../text-models/embedder.ts";
import { withEmbeddingCache } from "./embedding-cache.ts";
import { createTransformersEmbedder } from "../text-models/transformers-embedder.ts";

const model = createTransformersEmbedder();

/** The real embedder, with a record of the texts that reached it. */
const recorded = (id = model.id): { readonly embedder: Embedder; readonly seen: string[] } => {
  const seen: string[] = [];
  const embedPassages: Embedder["embedPassages"] = (texts, onProgress) => {
    seen.push(...texts);
    return model.embedPassages(texts, onProgress);
  };
  return { embedder: { ...model, id, embedPassages }, seen };
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-cache-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const TEXTS = ["概念验证平台", "飞地经济", "概念验证平台", "o'clock"];

describe("withEmbeddingCache", () => {
  it("embeds each text once, ever, and gives the very same vectors", async () => {
    const plain = await model.embedPassages(TEXTS);
    const first = recorded();
    const progress: number[] = [];
    expect(
      await withEmbeddingCache(first.embedder, folder).embedPassages(TEXTS, (n) => progress.push(n)),
    ).toEqual(plain);
    expect(first.seen.toSorted()).toEqual([...new Set(TEXTS)].toSorted());
    expect(progress.at(-1)).toBe(4);
    const second = recorded();
    expect(await withEmbeddingCache(second.embedder, folder).embedPassages([...TEXTS, "新词"])).toEqual([
      ...plain,
      ...(await model.embedPassages(["新词"])),
    ]);
    expect(second.seen).toEqual(["新词"]);
  });

  it("keeps the vectors of different models apart", async () => {
    await withEmbeddingCache(model, folder).embedPassages(TEXTS);
    const other = recorded("another@model");
    await withEmbeddingCache(other.embedder, folder).embedPassages(TEXTS);
    expect(other.seen).toHaveLength(3);
  });

  it("has stored what was embedded before an ingest broke off, and goes on from there", async () => {
    const texts = Array.from({ length: 200 }, (_, number) => `第${number}项规定`);
    const vector = new Float32Array(model.dimensions);
    vector[0] = 1;
    const seen: string[] = [];
    const breaking = (limit: number): Embedder => ({
      ...model,
      embedPassages: (group) => {
        if (seen.length + group.length > limit) return Promise.reject(new Error("killed"));
        seen.push(...group);
        return Promise.resolve(group.map(() => vector));
      },
    });
    await expect(withEmbeddingCache(breaking(150), folder).embedPassages(texts)).rejects.toThrow("killed");
    const before = seen.length;
    expect(before).toBeGreaterThan(100);
    await withEmbeddingCache(breaking(1_000), folder).embedPassages(texts);
    expect(seen.length).toBe(texts.length);
    expect(new Set(seen).size).toBe(texts.length);
  });

  it("is rebuilt when its files are broken", async () => {
    const plain = await withEmbeddingCache(model, folder).embedPassages(TEXTS);
    const cacheFolder = path.join(folder, "embedding-cache");
    const files = await readdir(cacheFolder, { recursive: true, withFileTypes: true });
    const data = files.filter((entry) => entry.isFile() && entry.name.endsWith(".lance"));
    expect(data.length).toBeGreaterThan(0);
    for (const { parentPath, name } of data) await writeFile(path.join(parentPath, name), "not a table");
    const damaged = recorded();
    expect(await withEmbeddingCache(damaged.embedder, folder).embedPassages(TEXTS)).toEqual(plain);
    expect(damaged.seen).toHaveLength(3);
    const rebuilt = recorded();
    await withEmbeddingCache(rebuilt.embedder, folder).embedPassages(TEXTS);
    expect(rebuilt.seen).toEqual([]);
  });

  it("embeds all the same where nothing can be stored", async () => {
    const file = path.join(folder, "a file, not a folder");
    await writeFile(file, "");
    expect(await withEmbeddingCache(model, file).embedPassages(TEXTS)).toEqual(
      await model.embedPassages(TEXTS),
    );
  });

  it("passes questions on and takes no text at all", async () => {
    const cached = withEmbeddingCache(model, folder);
    expect(await cached.embedQuery("飞地经济")).toEqual(await model.embedQuery("飞地经济"));
    expect(await cached.embedPassages([])).toEqual([]);
  });
});
