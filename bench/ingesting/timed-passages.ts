import type { Embedder } from "../../src/text-models/embedder.ts";

/** An embedder that counts what it is asked and how long that takes. */
export interface TimedEmbedder extends Embedder {
  readonly seconds: () => number;
  readonly passages: () => number;
}

export const timePassages = (embedder: Embedder): TimedEmbedder => {
  let milliseconds = 0;
  let passages = 0;
  return {
    id: embedder.id,
    dimensions: embedder.dimensions,
    load: () => embedder.load(),
    embedQuery: (text) => embedder.embedQuery(text),
    embedPassages: async (texts, onProgress) => {
      const begun = performance.now();
      const vectors = await embedder.embedPassages(texts, onProgress);
      milliseconds += performance.now() - begun;
      passages += texts.length;
      return vectors;
    },
    seconds: () => milliseconds / 1000,
    passages: () => passages,
  };
};
