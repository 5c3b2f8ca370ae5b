import type { Hono } from "hono";
import type { ModelList, ModelReply } from "../../contract/openai.ts";
import { MODEL_ID } from "../../contract/openai.ts";
import type { AppEnv } from "../app-env.ts";
import { modelNotFound } from "./chat-completions.ts";

/** Clients only show it; it never changes: 2026-01-01. */
const CREATED = 1_767_225_600;

const MODEL: ModelReply = { id: MODEL_ID, object: "model", created: CREATED, owned_by: "zhengwen" };

/** GET /v1/models and /v1/models/:id: the one model there is. */
export const modelsRoute = (app: Hono<AppEnv>): void => {
  app.get("/v1/models", (c) => c.json({ object: "list", data: [MODEL] } satisfies ModelList));
  app.get("/v1/models/:id", (c) => {
    if (c.req.param("id") !== MODEL_ID) throw modelNotFound();
    return c.json(MODEL);
  });
};
