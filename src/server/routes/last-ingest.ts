import type { Hono } from "hono";
import type { LastIngestReply } from "../../contract/ingest.ts";
import type { AppEnv } from "../app-env.ts";
import type { AppSettings } from "../app-settings.ts";
import { readLastIngest } from "../last-ingest.ts";

/** GET /api/ingests/last: what the last ingest changed. */
export const lastIngestRoute = (app: Hono<AppEnv>, settings: AppSettings): void => {
  app.get("/api/ingests/last", async (c) => {
    const ingest = settings.dataFolder === null ? null : await readLastIngest(settings.dataFolder);
    return c.json({ ingest } satisfies LastIngestReply);
  });
};
