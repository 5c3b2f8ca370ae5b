import { z } from "zod";
import { PolicyError } from "../../src/policy/policy-error.ts";

const REQUEST_LIMIT_MS = 120_000;

/** An OpenAI-compatible endpoint (`…/v1`) and one of its models. */
export interface ChatEndpoint {
  readonly baseUrl: string;
  readonly model: string;
  /** Sent as a bearer token; null for an endpoint that asks for none. */
  readonly apiKey: string | null;
}

export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

const ReplySchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullable() }) })).min(1),
});
const EnvironmentSchema = z.object({ OPENAI_API_KEY: z.string().optional() });

const failure = (baseUrl: string, what: string, status: number, cause?: unknown): PolicyError =>
  new PolicyError({
    code: "model_failed",
    status: 502,
    retryable: status >= 500,
    message: { zh: `模型接口 ${baseUrl} 出错：${what}`, en: `The model at ${baseUrl} failed: ${what}` },
    cause,
  });

/** The endpoint with the key of the environment (`OPENAI_API_KEY`), if there is one. */
export const chatEndpoint = (baseUrl: string, model: string): ChatEndpoint => {
  const key = EnvironmentSchema.parse(process.env).OPENAI_API_KEY ?? "";
  return { baseUrl: baseUrl.replace(/\/+$/, ""), model, apiKey: key === "" ? null : key };
};

/**
 * What the model says, at temperature 0.
 * @throws PolicyError `model_failed`: unreachable, an error reply, or a reply without text
 */
export const completeChat = async (
  { baseUrl, model, apiKey }: ChatEndpoint,
  messages: readonly ChatMessage[],
): Promise<string> => {
  let response: Response;
  let text: string;
  try {
    response = await fetch(`${baseUrl}/chat/completions`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify({ model, messages, temperature: 0, stream: false }),
      signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
    });
    text = await response.text();
  } catch (error) {
    throw failure(baseUrl, error instanceof Error ? error.message : String(error), 503, error);
  }
  if (!response.ok) throw failure(baseUrl, `HTTP ${response.status}, ${text.slice(0, 200)}`, response.status);
  try {
    return ReplySchema.parse(JSON.parse(text)).choices[0]?.message.content ?? "";
  } catch (error) {
    throw failure(baseUrl, "the reply is no chat completion", response.status, error);
  }
};
