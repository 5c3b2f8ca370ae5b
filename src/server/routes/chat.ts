import { createUIMessageStream, createUIMessageStreamResponse } from "ai";
import type { Hono } from "hono";
import { AnswerRequestSchema } from "../../contract/answer.ts";
import { ChatRequestSchema } from "../../contract/chat.ts";
import type { AppEnv } from "../app-env.ts";
import type { AppSettings } from "../app-settings.ts";
import { chatQuestion } from "../chat-question.ts";
import type { ChatMessage } from "../chat-stream.ts";
import { chatChunks } from "../chat-stream.ts";
import { parseRequest } from "../invalid-request.ts";
import { asPolicyError, languageOf, toProblem } from "../problem.ts";
import { readJson } from "../read-json.ts";
import { describeError } from "../request-log.ts";
import { requestSignal, throwIfStopped } from "../request-signal.ts";
import { requireDocuments } from "../require-documents.ts";
import type { Services } from "../services.ts";
import { toQuestion } from "../to-question.ts";

/** A comment line keeps proxies from closing a connection on which nothing has been said for so long. */
const KEEP_ALIVE_MS = 15_000;

/**
 * POST /api/chat: the same answer as an AI SDK UI message stream. Only what the assistant has verified enters
 * the stream. An error after the stream has begun arrives as its error part: problem details as JSON text.
 */
export const chatRoute = (app: Hono<AppEnv>, services: Services, settings: AppSettings): void => {
  app.post("/api/chat", async (c) => {
    const language = languageOf(c);
    const chat = await readJson(c, ChatRequestSchema);
    const question = toQuestion(parseRequest(AnswerRequestSchema, chatQuestion(chat), language));
    // Before the stream begins, so that a missing index or document is a status and not an error part.
    await requireDocuments(await services.snapshot(), question.documentIds);
    const requestId = c.get("requestId");
    const left = c.req.raw.signal;
    const signal = requestSignal(c, settings);
    const started = performance.now();
    const finished = (outcome: string): void => {
      const ms = Math.round(performance.now() - started);
      settings.log.info({ requestId, route: "/api/chat", outcome, ms }, "stream ended");
    };

    const stream = createUIMessageStream<ChatMessage>({
      execute: async ({ writer }) => {
        writer.write({ type: "start" });
        let done = false;
        let place = 0;
        for await (const event of services.assistant.stream(question, signal)) {
          place += 1;
          for (const chunk of chatChunks(event, place)) writer.write(chunk);
          done = event.type === "done";
        }
        // The assistant stops without `done` when the signal is aborted: an answer that is not whole says so.
        if (!done) {
          throwIfStopped(signal);
          throw new Error("The assistant ended without an answer.");
        }
        writer.write({ type: "finish", finishReason: "stop" });
        finished("answered");
      },
      onError: (error) => {
        const policyError = asPolicyError(error, left);
        finished(policyError.code);
        if (policyError.status >= 500) {
          settings.log.error({ requestId, route: "/api/chat", error: describeError(error) }, "stream failed");
        }
        return JSON.stringify(toProblem(policyError, language, requestId));
      },
    });
    return createUIMessageStreamResponse({
      stream,
      headers: { "X-Request-Id": requestId },
      keepAliveMs: KEEP_ALIVE_MS,
    });
  });
};
