import type { Hono } from "hono";
import type { MatchReply } from "../../contract/match.ts";
import { MatchRequestSchema } from "../../contract/match.ts";
import type { AppEnv } from "../app-env.ts";
import { readJson } from "../read-json.ts";
import { requireDocuments } from "../require-documents.ts";
import type { Services } from "../services.ts";

/** POST /api/match: the measures that apply to a profile, with reasons; nothing of the profile is kept. */
export const matchRoute = (app: Hono<AppEnv>, services: Services): void => {
  app.post("/api/match", async (c) => {
    const request = await readJson(c, MatchRequestSchema);
    const { documentIds } = request;
    const kept = documentIds === undefined || documentIds.length === 0 ? null : documentIds;
    await requireDocuments(await services.snapshot(), kept);
    return c.json((await services.match(request)) satisfies MatchReply);
  });
};
