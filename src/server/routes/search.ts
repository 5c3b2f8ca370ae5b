import type { Hono } from "hono";
import type { SearchReply } from "../../contract/search.ts";
import { SearchQuerySchema } from "../../contract/search.ts";
import type { AppEnv } from "../app-env.ts";
import { parseRequest } from "../invalid-request.ts";
import { languageOf } from "../problem.ts";
import { searchRequest } from "../search-request.ts";
import type { Services } from "../services.ts";

/** GET /api/search: the plain ranking, one hit for each clause. */
export const searchRoute = (app: Hono<AppEnv>, services: Services): void => {
  app.get("/api/search", async (c) => {
    const query = parseRequest(SearchQuerySchema, c.req.query(), languageOf(c));
    const reply = await services.search(searchRequest(query));
    return c.json(reply satisfies SearchReply);
  });
};
