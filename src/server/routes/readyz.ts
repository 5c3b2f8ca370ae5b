import type { Hono } from "hono";
import { PolicyError } from "../../policy/policy-error.ts";
import type { AppEnv } from "../app-env.ts";
import type { Services } from "../services.ts";

/** GET /readyz: 200 once the index is open and the model loaded, 503 until then. */
export const readyzRoute = (app: Hono<AppEnv>, services: Services): void => {
  app.get("/readyz", async (c) => {
    const { index, model } = await services.readiness();
    if (index && model) return c.json({ status: "ready", index, model });
    throw new PolicyError({
      code: "not_ready",
      status: 503,
      retryable: true,
      message: index
        ? { zh: "向量模型尚未载入。", en: "The embedding model is not loaded yet." }
        : { zh: "索引尚未就绪。", en: "The index is not ready yet." },
    });
  });
};
