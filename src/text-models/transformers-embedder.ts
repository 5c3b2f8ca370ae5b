import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { AutoModel } from "@xenova/transformers";
import { z } from "zod";
import type { Embedder } from "./embedder.ts";
import { IN_FLIGHT, MODELS_FOLDER, disposeAll, localModel, modelError } from "./local-model.ts";

const MODEL_NAME = "zhengwen-embed";

/** The model's own limit; what is longer is cut by the tokenizer. */
const MAX_TOKENS = 512;
/**
 * UTF-16 units that the tokenizer gets at most. It reads all of a text before it cuts, and of some hundred thousand
 * characters without a break it fails; no piece of its vocabulary is nearly as long as 16 characters on average.
 */
const MAX_CHARACTERS = 16 * MAX_TOKENS;

const ConfigSchema = z.object({ hidden_size: z.int().positive() });

/** What is used of a tensor; the package types its tensors' data as `any`. */
const TensorSchema = z.object({
  dims: z.array(z.int().positive()).length(3),
  data: z.instanceof(Float32Array),
});

/** The mean of the rows of a `[1, tokens, dimensions]` tensor, scaled to length 1. */
const meanUnitVector = (tensor: unknown, dimensions: number): Float32Array => {
  const { dims, data } = TensorSchema.parse(tensor);
  if (dims[2] !== dimensions) throw new RangeError(`The model gives ${dims[2]} numbers, not ${dimensions}.`);
  const sums = new Float64Array(dimensions);
  for (let offset = 0; offset < data.length; offset += dimensions) {
    for (let column = 0; column < dimensions; column += 1) {
      sums[column] = (sums[column] ?? 0) + (data[offset + column] ?? 0);
    }
  }
  const length = Math.hypot(...sums);
  if (!(length > 0)) throw new RangeError("The model gave a vector without length.");
  return Float32Array.from(sums, (sum) => sum / length);
};

/**
 * The embedder over transformers.js and the model in `models/`, offline. Reads the model's files once to name
 * it by their content; the model itself is loaded by `load` or by the first text.
 * @throws PolicyError `model_missing` here, `model_failed` from the methods.
 */
export const createTransformersEmbedder = (modelsFolder: string = MODELS_FOLDER): Embedder => {
  const folder = path.join(modelsFolder, MODEL_NAME);
  let id: string;
  let dimensions: number;
  try {
    const weights = readFileSync(path.join(folder, "onnx", "model_quantized.onnx"));
    id = `${MODEL_NAME}@${createHash("sha256").update(weights).digest("hex").slice(0, 12)}`;
    const config: unknown = JSON.parse(readFileSync(path.join(folder, "config.json"), "utf8"));
    dimensions = ConfigSchema.parse(config).hidden_size;
  } catch (error) {
    throw modelError("model_missing", `Cannot read the model in ${folder}`, error);
  }

  const loaded = localModel(modelsFolder, MODEL_NAME, AutoModel);

  const embed = async (text: string): Promise<Float32Array> => {
    const { tokenizer, model } = await loaded();
    let inputs: Record<string, unknown> = {};
    let outputs: Record<string, unknown> = {};
    try {
      inputs = tokenizer(text.slice(0, MAX_CHARACTERS), { truncation: true, max_length: MAX_TOKENS });
      outputs = await model(inputs);
      return meanUnitVector(outputs["last_hidden_state"], dimensions);
    } catch (error) {
      throw modelError("model_failed", "Cannot embed a text", error);
    } finally {
      // The tensors lie outside the JavaScript heap: without this, memory grows until a collection.
      disposeAll(inputs);
      disposeAll(outputs);
    }
  };

  return {
    id,
    dimensions,
    load: async () => {
      await loaded();
    },
    embedQuery: (text) => embed(`query: ${text}`),
    embedPassages: async (texts, onProgress) => {
      // Longest first: the runtime's arena is sized once, and the last texts to finish are short ones.
      const order = texts.map((text, index) => ({ text, index }));
      order.sort((a, b) => b.text.length - a.text.length || a.index - b.index);
      const vectors: Float32Array[] = texts.map(() => new Float32Array());
      let done = 0;
      const queue = order.values();
      const work = async (): Promise<void> => {
        for (const { text, index } of queue) {
          vectors[index] = await embed(`passage: ${text}`);
          done += 1;
          onProgress?.(done);
        }
      };
      await Promise.all(Array.from({ length: IN_FLIGHT }, work));
      return vectors;
    },
  };
};
