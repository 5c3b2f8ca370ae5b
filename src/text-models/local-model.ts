import { availableParallelism } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { AutoTokenizer, env } from "@xenova/transformers";
import type { PreTrainedModel, PreTrainedTokenizer } from "@xenova/transformers";
import { PolicyError } from "../policy/policy-error.ts";

/** Found from this file, so that the working directory does not matter. */
export const MODELS_FOLDER = fileURLToPath(new URL("../../models/", import.meta.url));

/**
 * Texts in work at once. Each runs alone, never padded into a batch: int8 activations are scaled over a whole
 * batch, so that a vector would depend on the neighbours it happened to have, and batches of 16 were slower besides.
 */
export const IN_FLIGHT = 2;

/**
 * The texts in work share the cores. The runtime's threads else spin while they wait for each other, which took two
 * thirds of a question's processor time, and from whatever runs beside it. The vectors are the same to the bit.
 */
const SESSION_OPTIONS = {
  intraOpNumThreads: Math.max(1, Math.floor(availableParallelism() / IN_FLIGHT)),
  interOpNumThreads: 1,
  extra: { session: { intra_op: { allow_spinning: "0" } } },
};

/** A model's tokenizer and its weights, in memory. */
interface LoadedModel {
  readonly tokenizer: PreTrainedTokenizer;
  readonly model: PreTrainedModel;
}

/** A class of transformers.js that reads weights, as `AutoModel`. */
interface ModelClass {
  from_pretrained(name: string, options: object): Promise<PreTrainedModel>;
}

/** What went wrong with a model, in words for a reader. */
export const modelError = (
  code: "model_missing" | "model_failed",
  detail: string,
  cause: unknown,
): PolicyError =>
  new PolicyError({
    code,
    status: 503,
    retryable: code === "model_failed",
    message: {
      zh: code === "model_missing" ? "缺少模型文件。" : "模型运行失败。",
      en: code === "model_missing" ? "A model's files are missing." : "A model failed.",
    },
    detail,
    cause,
  });

/** Frees tensors, which lie outside the JavaScript heap: else memory grows until a collection. */
export const disposeAll = (tensors: Record<string, unknown>): void => {
  for (const tensor of Object.values(tensors)) {
    if (typeof tensor === "object" && tensor !== null && "dispose" in tensor) {
      if (typeof tensor.dispose === "function") tensor.dispose();
    }
  }
};

/**
 * Reads a model and its tokenizer from the models' folder, offline, with the first call of what is returned.
 * @param tokenizerName - the folder that holds the tokenizer, where the model's own has none
 * @throws PolicyError `model_failed`, from what is returned
 */
export const localModel = (
  modelsFolder: string,
  name: string,
  modelClass: ModelClass,
  tokenizerName: string = name,
): (() => Promise<LoadedModel>) => {
  let loading: Promise<LoadedModel> | null = null;
  const load = async (): Promise<LoadedModel> => {
    env.allowRemoteModels = false;
    env.allowLocalModels = true;
    env.localModelPath = modelsFolder;
    env.useFSCache = false;
    const [tokenizer, model] = await Promise.all([
      AutoTokenizer.from_pretrained(tokenizerName),
      modelClass.from_pretrained(name, { dtype: "q8", device: "cpu", session_options: SESSION_OPTIONS }),
    ]);
    return { tokenizer, model };
  };
  return async () => {
    loading ??= load();
    const current = loading;
    try {
      return await current;
    } catch (error) {
      // A failure is forgotten, so that the next call can succeed.
      if (loading === current) loading = null;
      throw modelError("model_failed", `Cannot load the model in ${path.join(modelsFolder, name)}`, error);
    }
  };
};
