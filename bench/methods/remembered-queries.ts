import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Embedder } from "../../src/text-models/embedder.ts";

const StoredSchema = z.record(z.string(), z.tuple([z.number(), z.array(z.number())]));

/** Question vectors, each computed once; what computing one took belongs to every method that needs it. */
export interface RememberedQueries {
  readonly embedQuery: Embedder["embedQuery"];
  /** Milliseconds that the model took for a question; 0 for one that was never embedded. */
  readonly milliseconds: (question: string) => number;
  /** Writes the vectors to the cache. */
  readonly save: () => void;
}

export const rememberQueries = (model: Embedder, cache: string): RememberedQueries => {
  const name = createHash("sha256").update(model.id).digest("hex").slice(0, 12);
  const file = path.join(cache, `query-vectors-${name}.json`);
  let known: Map<string, [number, number[]]>;
  try {
    known = new Map(Object.entries(StoredSchema.parse(JSON.parse(readFileSync(file, "utf8")))));
  } catch {
    known = new Map();
  }
  return {
    embedQuery: async (question) => {
      const stored = known.get(question);
      if (stored !== undefined) return Float32Array.from(stored[1]);
      const begun = performance.now();
      const vector = await model.embedQuery(question);
      known.set(question, [performance.now() - begun, [...vector]]);
      return vector;
    },
    milliseconds: (question) => known.get(question)?.[0] ?? 0,
    save: () => {
      mkdirSync(cache, { recursive: true });
      writeFileSync(file, JSON.stringify(Object.fromEntries(known)));
    },
  };
};
