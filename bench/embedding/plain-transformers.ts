import { pipeline } from "@xenova/transformers";

/** The model that the project embeds with; its embedder has set where models are by the time this is loaded. */
const MODEL = "zhengwen-embed";

/** Embeds texts as the documentation of transformers.js shows it. */
export interface PlainTransformers {
  oneByOne(texts: readonly string[]): Promise<number>;
  inBatches(texts: readonly string[], size: number): Promise<number>;
}

/** Every method resolves to the number of vectors. */
export const loadPlainTransformers = async (): Promise<PlainTransformers> => {
  const extract = await pipeline("feature-extraction", MODEL, { dtype: "q8", device: "cpu" });
  const options = { pooling: "mean", normalize: true } as const;
  const embed = async (texts: readonly string[]): Promise<number> => {
    const tensor = await extract(
      texts.map((text) => `passage: ${text}`),
      options,
    );
    const [count] = tensor.dims;
    tensor.dispose();
    return count ?? 0;
  };
  return {
    oneByOne: async (texts) => {
      let count = 0;
      for (const text of texts) count += await embed([text]);
      return count;
    },
    inBatches: async (texts, size) => {
      let count = 0;
      for (let at = 0; at < texts.length; at += size) count += await embed(texts.slice(at, at + size));
      return count;
    },
  };
};
