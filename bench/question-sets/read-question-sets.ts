import { existsSync } from "node:fs";
import path from "node:path";
import type { Embedder } from "../../src/text-models/embedder.ts";
import { buildIndex } from "./build-index.ts";
import { openSnapshotOf } from "./open-snapshot.ts";
import { readPolicyCases } from "./policy-cases.ts";
import type { Part, QuestionSet } from "./question-set.ts";
import { readStard } from "./stard.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const SOURCES = {
  "state-council": path.join(ROOT, "eval/documents"),
  seeds: path.join(ROOT, "seeds"),
} as const;

/** Which sets are asked for, and where what they need is. */
export interface SetsWanted {
  readonly names: readonly QuestionSet["name"][];
  readonly part: Part;
  /** The folder with `stard/`; null where there is none. */
  readonly data: string | null;
  /** A finished index of STARD's articles; null: one in the cache, built where it is missing. */
  readonly stardIndex: string | null;
  readonly cache: string;
}

/** Reads the question sets that are asked for and builds the indices that are missing. */
export const readQuestionSets = async (wanted: SetsWanted, model: Embedder): Promise<QuestionSet[]> => {
  const sets: QuestionSet[] = [];
  for (const name of wanted.names) {
    const ownIndex = path.join(wanted.cache, `index-${name}`);
    if (name === "stard") {
      if (wanted.data === null) continue;
      const indexFolder = wanted.stardIndex ?? ownIndex;
      if (!existsSync(path.join(indexFolder, "pointer.json"))) {
        if (wanted.stardIndex !== null) throw new Error(`There is no finished index in ${indexFolder}.`);
        await buildIndex(indexFolder, [path.join(wanted.data, "stard", "corpus.jsonl.gz")], model);
      }
      sets.push({ name, indexFolder, queries: readStard(wanted.data, wanted.part), left: {} });
      continue;
    }
    await buildIndex(ownIndex, [SOURCES[name]], model);
    const snapshot = await openSnapshotOf(ownIndex, model);
    const file = path.join(ROOT, "eval/cases", `${name}.jsonl`);
    const read = await readPolicyCases(file, Object.values(SOURCES), snapshot, wanted.part);
    sets.push({ name, indexFolder: ownIndex, ...read });
  }
  return sets;
};
