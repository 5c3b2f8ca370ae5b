import { APICallError, Output, streamText } from "ai";
import { z } from "zod";
import { openLanguageModel } from "./generate-model.ts";
import type { ModelSettings } from "./generate-model.ts";
import { INSTRUCTIONS } from "./generate-prompt.ts";

/** What a model says, before anything of it is believed. */
const GeneratedStatementSchema = z.object({
  text: z.string(),
  quotes: z.array(z.object({ clause: z.string(), quote: z.string() })),
});
export type GeneratedStatement = z.infer<typeof GeneratedStatementSchema>;

/** Milliseconds to wait for a whole answer, for its first words (retries included), and between two pieces. */
export interface ModelTimeouts {
  readonly totalMs: number;
  readonly firstChunkMs: number;
  readonly chunkMs: number;
}
const MODEL_TIMEOUTS: ModelTimeouts = { totalMs: 60_000, firstChunkMs: 20_000, chunkMs: 15_000 };

/** Words and tokens of an answer are few; a model that repeats itself is stopped here. */
const MOST_TOKENS = 4_000;

/**
 * Asks for statements and gives each as soon as it is complete. Returns whether the model came to its own end;
 * never throws, and tells nothing of what went wrong: errors of a provider repeat the request and the key.
 */
export type StatementGenerator = (
  prompt: string,
  signal: AbortSignal,
) => AsyncGenerator<GeneratedStatement, boolean, undefined>;

/** Whether the server turned the request itself down, as it does when it knows no JSON schemas. */
const isRequestRefused = (error: unknown): boolean =>
  APICallError.isInstance(error) && (error.statusCode === 400 || error.statusCode === 422);

/** The generator over one model. A server that knows no JSON schemas is asked for plain JSON from then on. */
export const createStatementGenerator = (
  settings: ModelSettings,
  timeouts: ModelTimeouts = MODEL_TIMEOUTS,
): StatementGenerator => {
  let structured = true;

  async function* attempt(
    prompt: string,
    signal: AbortSignal,
    onError: (error: unknown) => void,
  ): AsyncGenerator<GeneratedStatement, boolean, undefined> {
    let failed = false;
    const model = await openLanguageModel(settings, structured);
    // The SDK's own limit for the first chunk begins with the reply's headers, and so not while it waits to retry.
    const silence = new AbortController();
    const waiting = setTimeout(() => silence.abort(), timeouts.firstChunkMs);
    const result = streamText({
      model,
      instructions: INSTRUCTIONS,
      prompt,
      output: Output.array({ element: GeneratedStatementSchema, name: "answer" }),
      temperature: 0,
      maxOutputTokens: MOST_TOKENS,
      maxRetries: 1,
      timeout: { totalMs: timeouts.totalMs, chunkMs: timeouts.chunkMs },
      abortSignal: AbortSignal.any([signal, silence.signal]),
      onChunk: ({ chunk }) => {
        if (chunk.type === "text-delta" || chunk.type === "reasoning-delta") clearTimeout(waiting);
      },
      // The default prints request and response.
      onError: ({ error }) => {
        failed = true;
        onError(error);
      },
    });
    try {
      yield* result.elementStream;
      // A stream that was cut off, timed out or aborted ends as a whole one does; only the reason tells.
      return (await result.finishReason) === "stop" && !failed;
    } catch (error) {
      onError(error);
      return false;
    } finally {
      clearTimeout(waiting);
    }
  }

  return async function* generate(prompt, signal) {
    let refused = false;
    let given = 0;
    const first = attempt(prompt, signal, (error) => {
      refused ||= isRequestRefused(error);
    });
    for (;;) {
      const next = await first.next();
      if (next.done === true) {
        if (next.value || !refused || given > 0 || !structured) return next.value;
        break;
      }
      given += 1;
      yield next.value;
    }
    structured = false;
    return yield* attempt(prompt, signal, () => {});
  };
};
