import type { Hono } from "hono";
import { MatchBatchRequestSchema } from "../../contract/match.ts";
import type { AppEnv } from "../app-env.ts";
import type { AppSettings } from "../app-settings.ts";
import { readClients, writeMatches } from "../client-table.ts";
import { readJson } from "../read-json.ts";
import { requestSignal, throwIfStopped } from "../request-signal.ts";
import type { Services } from "../services.ts";

/** POST /api/match/batch: a CSV table of clients in, a CSV table of measures out. */
export const matchBatchRoute = (app: Hono<AppEnv>, services: Services, settings: AppSettings): void => {
  app.post("/api/match/batch", async (c) => {
    const { csv, asOf, limit } = await readJson(c, MatchBatchRequestSchema);
    const clients = readClients(csv);
    const signal = requestSignal(c, settings);
    const matches = [];
    for (const { name, profile } of clients) {
      throwIfStopped(signal);
      const reply = await services.match({ profile, limit, ...(asOf === undefined ? {} : { asOf }) });
      matches.push({ name, reply });
    }
    return c.body(writeMatches(matches), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="zhengwen-match.csv"',
    });
  });
};
