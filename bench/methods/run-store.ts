import { createHash } from "node:crypto";
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { z } from "zod";

const ROOT = path.join(import.meta.dirname, "../..");

/** What rankings depend on besides index and questions. */
const SOURCES = [
  "src/retrieval/*.{ts,txt}",
  "src/retrieval/everyday/*.txt",
  "src/clause-index/{lance-snapshot,policy-terms,segment,table-indices}.ts",
  "src/server/search-clauses.ts",
  "bench/methods/{distinct-clauses,method,own-methods,run-method,stored-chunks}.ts",
  "bench/peers/*.ts",
  "bench/package-lock.json",
];

const fingerprintOfSources = (): string => {
  const hash = createHash("sha256");
  for (const file of globSync(SOURCES, { cwd: ROOT }).toSorted()) {
    if (!file.endsWith(".test.ts")) hash.update(file).update(readFileSync(path.join(ROOT, file)));
  }
  return hash.digest("hex");
};

/** Results on disk by everything that they depend on, so that a second run computes nothing. */
export interface RunStore {
  /** The stored result of that name, or a new one that `compute` gives and that is stored then. */
  remember<T>(schema: z.ZodType<T>, name: string, key: unknown, compute: () => Promise<T>): Promise<T>;
  /** How many results came from the disk. */
  readonly fromDisk: () => number;
}

/** @param fresh - true: nothing is taken from the disk */
export const openRunStore = (cache: string, fresh: boolean): RunStore => {
  const folder = path.join(cache, "runs");
  const sources = fingerprintOfSources();
  let fromDisk = 0;
  return {
    remember: async (schema, name, key, compute) => {
      const hash = createHash("sha256")
        .update(JSON.stringify([sources, key]))
        .digest("hex")
        .slice(0, 16);
      const file = path.join(folder, `${name.replaceAll(/[^\w.-]+/g, "-")}-${hash}.json.gz`);
      if (!fresh) {
        try {
          const stored = schema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")));
          fromDisk += 1;
          return stored;
        } catch {
          // Not stored yet, or not as it is read now.
        }
      }
      const result = await compute();
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, gzipSync(JSON.stringify(result)));
      return result;
    },
    fromDisk: () => fromDisk,
  };
};
