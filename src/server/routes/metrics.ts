import type { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { Metrics } from "../metrics.ts";

/** GET /metrics: for Prometheus. Needs the scope `admin` where tokens are asked for. */
export const metricsRoute = (app: Hono<AppEnv>, metrics: Metrics): void => {
  app.get("/metrics", async (c) => {
    const { body, contentType } = await metrics.text();
    return c.body(body, 200, { "Content-Type": contentType, "Cache-Control": "no-store" });
  });
};
