import { existsSync } from "node:fs";
import path from "node:path";
import { AutoModelForSequenceClassification, Tensor } from "@xenova/transformers";
import type { PreTrainedTokenizer } from "@xenova/transformers";
import { z } from "zod";
import { IN_FLIGHT, MODELS_FOLDER, disposeAll, localModel, modelError } from "./local-model.ts";
import type { ConditionReading, PairReader } from "./pair-reader.ts";

const MODEL_NAME = "zhengwen-read";
/** The two models have one vocabulary. */
const TOKENIZER_NAME = "zhengwen-embed";

/** Tokens of the first and of the second text, as in training; what is longer is cut. */
const LONGEST = { first: 72, second: 110 } as const;
/** UTF-16 units that the tokenizer gets at most: it reads all of a text before it cuts. */
const MAX_CHARACTERS = 16 * LONGEST.second;

/** Where the model's outputs begin and end: met, unmet, unknown; does not answer, answers. Two more are not used. */
const CONDITION = [0, 3] as const;
const ANSWER = [3, 5] as const;
const OUTPUTS = 7;

/** What is used of tensors; the package types their data as `any`. */
const IdsSchema = z.object({ data: z.instanceof(BigInt64Array) });
const LogitsSchema = z.object({ data: z.instanceof(Float32Array) });

const tokenIds = (tokenizer: PreTrainedTokenizer, text: string, longest: number): readonly bigint[] => {
  const inputs: Record<string, unknown> = tokenizer(text.slice(0, MAX_CHARACTERS));
  const ids = [...IdsSchema.parse(inputs["input_ids"]).data];
  disposeAll(inputs);
  const end = ids.at(-1);
  return ids.length <= longest || end === undefined ? ids : [...ids.slice(0, longest - 1), end];
};

const softmax = (values: readonly number[]): readonly number[] => {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
};

/**
 * The reader over transformers.js and the model in `models/`, offline: an encoder whose upper layers see both texts.
 * The model is loaded by `load` or the first pair.
 * Each pair runs alone, so that what is read of it does not depend on its neighbours.
 * @throws PolicyError `model_missing` here, `model_failed` from the methods.
 */
export const createTransformersPairReader = (modelsFolder: string = MODELS_FOLDER): PairReader => {
  const weights = path.join(modelsFolder, MODEL_NAME, "onnx", "model_quantized.onnx");
  if (!existsSync(weights)) throw modelError("model_missing", `There is no ${weights}`, undefined);
  const loaded = localModel(modelsFolder, MODEL_NAME, AutoModelForSequenceClassification, TOKENIZER_NAME);

  const read = async (firstText: string, secondText: string): Promise<readonly number[]> => {
    const { tokenizer, model } = await loaded();
    let inputs: Record<string, unknown> = {};
    let outputs: Record<string, unknown> = {};
    try {
      const first = tokenIds(tokenizer, firstText, LONGEST.first);
      const second = tokenIds(tokenizer, secondText, LONGEST.second);
      const ids = [...first, ...second];
      const dims = [1, ids.length];
      inputs = {
        input_ids: new Tensor("int64", BigInt64Array.from(ids), dims),
        attention_mask: new Tensor("int64", new BigInt64Array(ids.length).fill(1n), dims),
        token_type_ids: new Tensor("int64", new BigInt64Array(ids.length).fill(1n, first.length), dims),
      };
      outputs = await model(inputs);
      const { data } = LogitsSchema.parse(outputs["logits"]);
      if (data.length !== OUTPUTS)
        throw new RangeError(`The model gives ${data.length} numbers, not ${OUTPUTS}.`);
      return [...data];
    } catch (error) {
      throw modelError("model_failed", "Cannot read two texts together", error);
    } finally {
      disposeAll(inputs);
      disposeAll(outputs);
    }
  };

  /** As many at once as share the cores, each result in its place. */
  const readAll = async (
    pairs: readonly (readonly [string, string])[],
  ): Promise<readonly (readonly number[])[]> => {
    const found: (readonly number[])[] = [];
    const queue = pairs.entries();
    const work = async (): Promise<void> => {
      for (const [place, [first, second]] of queue) found[place] = await read(first, second);
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, work));
    return found;
  };

  return {
    load: async () => {
      await loaded();
    },
    readAnswers: async (question, sentences) => {
      const logits = await readAll(
        sentences.map((sentence) => [`query: ${question}`, `passage: ${sentence}`] as const),
      );
      return logits.map((each) => {
        const [answersNot = 0, answers = 0] = each.slice(...ANSWER);
        return answers - answersNot;
      });
    },
    readConditions: async (pairs) => {
      const logits = await readAll(
        pairs.map(({ condition, said }) => [`query: ${condition}`, `query: ${said}`] as const),
      );
      return logits.map((each): ConditionReading => {
        const [met = 0, unmet = 0] = softmax(each.slice(...CONDITION));
        return { met, unmet };
      });
    },
  };
};
