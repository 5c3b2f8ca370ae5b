import type { Hono } from "hono";
import type { ExamplesReply } from "../../contract/examples.ts";
import type { AppEnv } from "../app-env.ts";
import type { Services } from "../services.ts";

/** GET /api/examples: questions to begin with, from the documents at hand. */
export const examplesRoute = (app: Hono<AppEnv>, services: Services): void => {
  app.get("/api/examples", async (c) => {
    const { documentCount } = await services.snapshot();
    const questions = documentCount === 0 ? [] : await services.examples();
    return c.json({ documents: documentCount, questions: [...questions] } satisfies ExamplesReply);
  });
};
