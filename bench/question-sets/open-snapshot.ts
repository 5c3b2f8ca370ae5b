import { openIndex } from "../../src/clause-index/lance-index.ts";
import type { Embedder } from "../../src/text-models/embedder.ts";
import type { IndexSnapshot } from "../../src/clause-index/index-types.ts";

/** The published state of the index in a folder. @throws Error where there is none */
export const openSnapshotOf = async (
  folder: string,
  embedder: Pick<Embedder, "id" | "dimensions">,
): Promise<IndexSnapshot> => {
  const snapshot = await openIndex(folder, embedder).snapshot();
  if (snapshot === null) throw new Error(`There is no index in ${folder}.`);
  return snapshot;
};
