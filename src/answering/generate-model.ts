import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { extractJsonMiddleware, extractReasoningMiddleware, wrapLanguageModel } from "ai";
import type { LanguageModel } from "ai";

/** A language model behind an OpenAI-compatible address. */
export interface ModelSettings {
  readonly name: string;
  /** Null: OpenAI's own address. */
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
}

// The SDK's warnings go to standard error past the log, and repeat parts of the request.
globalThis.AI_SDK_LOG_WARNINGS = false;

/**
 * The model as the SDK calls it. What models put around their JSON (a code fence, a <think> part) is taken off
 * while it streams.
 * @param structured - whether the server is asked to keep to the JSON schema, or only to write JSON
 */
export const openLanguageModel = async (
  { name, baseUrl, apiKey }: ModelSettings,
  structured: boolean,
): Promise<LanguageModel> => {
  const key = apiKey === null ? {} : { apiKey };
  const model =
    baseUrl === null
      ? // Loaded only here: the package reads the environment while it is loaded.
        (await import("@ai-sdk/openai")).createOpenAI(key)(name)
      : createOpenAICompatible({
          name: "openai-compatible",
          baseURL: baseUrl,
          supportsStructuredOutputs: structured,
          ...key,
        }).chatModel(name);
  return wrapLanguageModel({
    model,
    middleware: [extractJsonMiddleware(), extractReasoningMiddleware({ tagName: "think" })],
  });
};
