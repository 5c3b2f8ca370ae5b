import { createAssistant } from "../answering/create-assistant.ts";
import type { Embedder } from "../clause-index/embedder.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { withEmbeddingCache } from "../clause-index/embedding-cache.ts";
import { openIndex } from "../clause-index/lance-index.ts";
import { createTransformersEmbedder } from "../clause-index/transformers-embedder.ts";
import type { WritableIndex } from "../ingest/ingest.ts";
import { MeasureStore } from "../matching/measure-store.ts";
import type { Config } from "./config.ts";
import { matchMeasures } from "./match-measures.ts";
import { indexNotReady } from "./absent.ts";
import { searchClauses } from "./search-clauses.ts";
import type { Services } from "./services.ts";

/** The real services, with what the commands need beside them. */
export interface OpenServices extends Services {
  readonly index: WritableIndex;
  /** For ingest: remembers every vector on disk, so that nothing is embedded twice. */
  readonly embedder: Embedder;
  /** Loads the embedding model; the first question does so otherwise. */
  load(): Promise<void>;
}

/**
 * Opens the index and puts the services together. Nothing is read or loaded yet.
 */
export const openServices = (config: Pick<Config, "dataDir" | "model">): OpenServices => {
  const embedder = createTransformersEmbedder();
  const index = openIndex(config.dataDir, embedder);
  const measures = new MeasureStore();
  let modelLoaded = false;
  const snapshot = async (): Promise<IndexSnapshot> => {
    const current = await index.snapshot();
    if (current === null) throw indexNotReady();
    return current;
  };
  return {
    index,
    embedder: withEmbeddingCache(embedder, config.dataDir),
    assistant: createAssistant({ index: { snapshot }, embedder, model: config.model }),
    snapshot,
    search: async (request) => searchClauses(await snapshot(), embedder, request),
    match: async (request) => matchMeasures(await snapshot(), measures, request),
    readiness: async () => {
      const opened = await index.snapshot().catch(() => null);
      return { index: opened !== null, model: modelLoaded };
    },
    load: async () => {
      await embedder.load();
      modelLoaded = true;
    },
  };
};
