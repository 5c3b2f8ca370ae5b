import { createHash } from "node:crypto";
import path from "node:path";
import type { Table } from "@lancedb/lancedb";
import { Field, Schema, Utf8 } from "apache-arrow";
import { z } from "zod";
import { vectorField } from "./arrow-schemas.ts";
import { sqlIn } from "./chunk-filter.ts";
import { connectBounded } from "./connect-bounded.ts";
import type { Embedder } from "../text-models/embedder.ts";
import { isBucketAddress } from "./index-storage.ts";
import { makeArrowTable, Session } from "./lancedb.ts";

/** Texts looked up together. */
const LOOKED_UP = 512;
/** Texts embedded and stored together: what a killed ingest loses at most, about a second and a half of work. */
const STORED = 64;
/** Each group stored is a file of its own; beyond this many they are put together. */
const MANY_FILES = 128;
/** Bytes that LanceDB may keep in memory for itself; its defaults are gigabytes. */
const CACHE_BYTES = 32n * 1024n * 1024n;
/** How far the length of a stored unit vector may be from 1. */
const TOLERANCE = 1e-3;

const StoredSchema = z.object({
  key: z.string(),
  vector: z.custom<Iterable<number>>(
    (value) => value !== null && typeof value === "object" && Symbol.iterator in value,
  ),
});

const keyOf = (text: string): string => createHash("sha256").update(text).digest("hex");

interface OpenCache {
  readonly table: Table;
  readonly schema: Schema;
}

/** The table of one embedder; created if it is missing, broken or to be `fresh`; null if that fails too. */
const openCache = async (
  uri: string,
  embedder: Embedder,
  storageOptions: Readonly<Record<string, string>>,
  fresh: boolean,
): Promise<OpenCache | null> => {
  const name = `vectors_${keyOf(embedder.id).slice(0, 16)}`;
  const schema = new Schema([new Field("key", new Utf8(), false), vectorField(embedder.dimensions)]);
  try {
    const session = new Session(CACHE_BYTES, CACHE_BYTES);
    const connection = await connectBounded(uri, storageOptions, session);
    const existing = fresh ? null : await connection.openTable(name).catch(() => null);
    if (existing !== null) return { table: existing, schema };
    await connection.dropTable(name).catch(() => undefined);
    return { table: await connection.createEmptyTable(name, schema, { mode: "overwrite" }), schema };
  } catch {
    return null;
  }
};

const isUnitVector = (vector: Float32Array, dimensions: number): boolean =>
  vector.length === dimensions && Math.abs(Math.hypot(...vector) - 1) < TOLERANCE;

const readVectors = async (
  table: Table,
  keys: readonly string[],
  dimensions: number,
): Promise<Map<string, Float32Array>> => {
  const rows: unknown[] = await table.query().where(sqlIn("key", keys)).select(["key", "vector"]).toArray();
  const found = new Map<string, Float32Array>();
  for (const row of rows) {
    const { key, vector } = StoredSchema.parse(row);
    // A copy: the row's own vector would keep the whole batch in memory.
    const values = Float32Array.from(vector);
    if (isUnitVector(values, dimensions)) found.set(key, values);
  }
  return found;
};

/**
 * The same embedder, remembering every passage's vector in the data folder or bucket, by embedder id and the
 * text's SHA-256, so that no text is embedded twice. The cache is a help and never a condition: where it
 * cannot be read or written, texts are embedded.
 */
export const withEmbeddingCache = (
  embedder: Embedder,
  location: string,
  storageOptions: Readonly<Record<string, string>> = {},
): Embedder => {
  const uri = isBucketAddress(location)
    ? `${location.replace(/\/+$/, "")}/embedding-cache`
    : path.join(location, "embedding-cache");

  const embedPassages = async (
    texts: readonly string[],
    onProgress?: (done: number) => void,
  ): Promise<Float32Array[]> => {
    if (texts.length === 0) return [];
    const keys = texts.map((text) => keyOf(text));
    const textOf = new Map(keys.map((key, index) => [key, texts[index] ?? ""]));
    const vectors = new Map<string, Float32Array>();
    // Texts that occur more than once are embedded once; progress counts them all.
    const share = texts.length / textOf.size;
    const report = (distinct: number): void => onProgress?.(Math.round(distinct * share));
    let cache = await openCache(uri, embedder, storageOptions, false);

    const unique = [...textOf.keys()];
    const missing: string[] = [];
    for (let start = 0; start < unique.length; start += LOOKED_UP) {
      const group = unique.slice(start, start + LOOKED_UP);
      const found =
        cache === null ? null : await readVectors(cache.table, group, embedder.dimensions).catch(() => null);
      if (cache !== null && found === null) cache = await openCache(uri, embedder, storageOptions, true);
      for (const key of group) {
        const vector = found?.get(key);
        if (vector === undefined) missing.push(key);
        else vectors.set(key, vector);
      }
    }
    const known = vectors.size;
    if (known > 0) report(known);

    for (let start = 0; start < missing.length; start += STORED) {
      const group = missing.slice(start, start + STORED);
      const fresh = await embedder.embedPassages(
        group.map((key) => textOf.get(key) ?? ""),
        (done) => report(known + start + done),
      );
      const rows = group.map((key, index) => ({ key, vector: fresh[index] ?? new Float32Array() }));
      for (const { key, vector } of rows) vectors.set(key, vector);
      if (cache === null) continue;
      const { table, schema } = cache;
      await table.add(makeArrowTable(rows, { schema })).catch(() => {
        cache = null;
      });
    }
    if (cache !== null && missing.length > 0) await compact(cache.table);
    return keys.map((key) => vectors.get(key) ?? new Float32Array());
  };

  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    load: () => embedder.load(),
    embedQuery: (text) => embedder.embedQuery(text),
    embedPassages,
  };
};

const compact = async (table: Table): Promise<void> => {
  try {
    const { fragmentStats } = await table.stats();
    // Earlier versions are of no use: nobody but the one ingest that runs reads the cache.
    if (fragmentStats.numFragments > MANY_FILES) await table.optimize({ cleanupOlderThan: new Date() });
  } catch {
    // The vectors are returned and stored already.
  }
};
