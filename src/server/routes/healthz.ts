import type { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";

/** GET /healthz: the process is alive. */
export const healthzRoute = (app: Hono<AppEnv>): void => {
  app.get("/healthz", (c) => c.json({ status: "ok" }));
};
