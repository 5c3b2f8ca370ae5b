import type { Hono } from "hono";
import { AnswerRequestSchema } from "../../contract/answer.ts";
import type { AppEnv } from "../app-env.ts";
import type { AppSettings } from "../app-settings.ts";
import { readJson } from "../read-json.ts";
import { requestSignal, throwIfStopped } from "../request-signal.ts";
import { requireDocuments } from "../require-documents.ts";
import type { Services } from "../services.ts";
import { toQuestion } from "../to-question.ts";

/** POST /api/answer: a verified answer, or a refusal. */
export const answerRoute = (app: Hono<AppEnv>, services: Services, settings: AppSettings): void => {
  app.post("/api/answer", async (c) => {
    const question = toQuestion(await readJson(c, AnswerRequestSchema));
    await requireDocuments(await services.snapshot(), question.documentIds);
    const signal = requestSignal(c, settings);
    try {
      return c.json(await services.assistant.answer(question, signal));
    } catch (error) {
      // Why it was stopped says more than that it was.
      throwIfStopped(signal);
      throw error;
    }
  });
};
