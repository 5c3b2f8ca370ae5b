import type { Embedder } from "../../src/text-models/embedder.ts";
import type { Method } from "../methods/method.ts";
import { readStoredChunks } from "../methods/stored-chunks.ts";
import { langChainMethods } from "./langchain.ts";
import { createMiniSearch, miniSearchMethod } from "./minisearch.ts";

/** What a TypeScript developer would use instead, over the same chunks and vectors. */
export const createPeers = async (
  indexFolder: string,
  queries: Pick<Embedder, "embedQuery">,
): Promise<Method[]> => {
  const chunks = await readStoredChunks(indexFolder);
  const miniSearch = createMiniSearch(chunks);
  return [miniSearchMethod(miniSearch), ...(await langChainMethods(chunks, queries, miniSearch))];
};
