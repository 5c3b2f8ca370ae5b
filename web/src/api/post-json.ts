import type { z } from "zod";
import { ApiFailure } from "./api-failure.ts";
import { callServer } from "./call-server.ts";

const post = (url: string, body: unknown, signal: AbortSignal): Promise<Response> =>
  callServer(url, {
    method: "POST",
    signal,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

/** Posts JSON and reads the JSON reply with `schema`; throws an `ApiFailure`, or an AbortError when aborted. */
export const postJson = async <T>(
  url: string,
  body: unknown,
  schema: z.ZodType<T>,
  signal: AbortSignal,
): Promise<T> => {
  const response = await post(url, body, signal);
  try {
    return schema.parse(await response.json());
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiFailure("malformed", null, error);
  }
};

/** Posts JSON and gives the reply's text. */
export const postForText = async (url: string, body: unknown, signal: AbortSignal): Promise<string> => {
  const response = await post(url, body, signal);
  return response.text();
};
