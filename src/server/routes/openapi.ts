import type { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import { openApi } from "../openapi.ts";

/** GET /openapi.json: the contract for programs. */
export const openApiRoute = (app: Hono<AppEnv>): void => {
  app.get("/openapi.json", (c) => c.json(openApi()));
};
