import { createAssistant } from "../answering/create-assistant.ts";
import type { Embedder } from "../text-models/embedder.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { withEmbeddingCache } from "../clause-index/embedding-cache.ts";
import { openIndex } from "../clause-index/lance-index.ts";
import { createTransformersEmbedder } from "../text-models/transformers-embedder.ts";
import type { PairReader } from "../text-models/pair-reader.ts";
import { createTransformersPairReader } from "../text-models/transformers-pair-reader.ts";
import { toSimplified } from "../retrieval/fold-question.ts";
import type { WritableIndex } from "../ingest/ingest.ts";
import type { GiveWay } from "../policy/ahead-of-need.ts";
import { MeasureStore } from "../matching/measure-store.ts";
import type { MatchReply, MatchRequest } from "../contract/match.ts";
import type { Config } from "./config.ts";
import { matchMeasures } from "./match-measures.ts";
import { withMatching } from "./matching-assistant.ts";
import { ExampleStore } from "./example-store.ts";
import { indexNotReady } from "./absent.ts";
import { keepExamples } from "./kept-examples.ts";
import { keepMeasures } from "./kept-measures.ts";
import { ownSynonymsFile, readOwnVocabulary } from "./own-vocabulary.ts";
import { searchReply } from "./search-clauses.ts";
import type { Services } from "./services.ts";

/** The real services, with what the commands need beside them. */
export interface OpenServices extends Services {
  readonly index: WritableIndex;
  /** For ingest: remembers every vector on disk, so that nothing is embedded twice. */
  readonly embedder: Embedder;
  readonly reader: PairReader;
  /** Loads the models; the first question does so otherwise. */
  load(): Promise<void>;
  /** Reads ahead what first questions would wait for; never fails, ends where `giveWay` says so. */
  warmUp(giveWay: GiveWay): Promise<void>;
  /** After an ingest: measures and example questions are made and kept, so that no server has to; never fails. */
  keepAhead(): Promise<void>;
  /** Resolves when what is being kept is written; never fails. */
  kept(): Promise<void>;
}

/**
 * Opens the index and puts the services together. Nothing is read or loaded yet but the user's own synonyms.
 * @throws PolicyError `vocabulary_malformed`, `vocabulary_missing`
 */
export const openServices = (
  config: Pick<Config, "dataDir" | "model"> & Partial<Pick<Config, "synonymsFile" | "indexHoldsMs">>,
): OpenServices => {
  const { dataDir, synonymsFile = null } = config;
  const vocabulary = readOwnVocabulary(dataDir, synonymsFile);
  const embedder = createTransformersEmbedder();
  const reader = createTransformersPairReader();
  const index = openIndex(dataDir, embedder, {}, config.indexHoldsMs);
  const measures = new MeasureStore(keepMeasures(dataDir));
  let modelLoaded = false;
  const snapshot = async (): Promise<IndexSnapshot> => {
    const current = await index.snapshot();
    if (current === null) throw indexNotReady();
    return current;
  };
  const isReadable = async (): Promise<boolean> => {
    const opened = await index.snapshot();
    await opened?.probe();
    return opened !== null;
  };
  const assistant = createAssistant({
    index: { snapshot },
    embedder,
    reader,
    model: config.model,
    vocabulary,
  });
  // Examples are tried without a model, which costs; what is answered without one is answered with it too.
  const keyFree =
    config.model === null
      ? assistant
      : createAssistant({ index: { snapshot }, embedder, reader, model: null, vocabulary });
  const examples = new ExampleStore(
    (question, asOf) => keyFree.answer({ question, history: [], asOf, documentIds: null }),
    keepExamples(dataDir, ownSynonymsFile(dataDir, synonymsFile)),
  );
  const match = async (request: MatchRequest): Promise<MatchReply> =>
    matchMeasures(await snapshot(), measures, request, reader);
  const kept = async (): Promise<void> => {
    await Promise.all([measures.kept(), examples.kept()]);
  };
  return {
    index,
    embedder: withEmbeddingCache(embedder, dataDir),
    reader,
    assistant: withMatching(assistant, { snapshot, match }),
    snapshot,
    search: async (request) => searchReply(await snapshot(), embedder, request, vocabulary),
    match,
    examples: async () => examples.questions(await snapshot()),
    readiness: async () => {
      return { index: await isReadable().catch(() => false), model: modelLoaded };
    },
    load: async () => {
      await Promise.all([embedder.load(), reader.load()]);
      // The dictionary too, so that no question waits for it.
      toSimplified("載入");
      modelLoaded = true;
    },
    // A question that meets the same failure reports it.
    warmUp: async (giveWay) => {
      const ahead: readonly (() => Promise<unknown>)[] = [
        // What the page asks for first.
        async () => examples.questions(await snapshot(), giveWay),
        () => assistant.warmUp(giveWay),
        async () => measures.measuresOf(await snapshot(), giveWay),
        // One match is made: the first that someone asks for finds everything ready.
        () => match({ profile: { description: "企业" }, limit: 1 }),
      ];
      for (const read of ahead) {
        if (!(await giveWay())) return;
        await read().catch(() => {});
      }
    },
    keepAhead: async () => {
      try {
        const current = await snapshot();
        await measures.measuresOf(current);
        await examples.questions(current);
      } catch {
        // A server makes them when it is asked.
      }
      await kept();
    },
    kept,
  };
};
