import type { Hono } from "hono";
import { todayInShanghai } from "../../policy/partial-date.ts";
import type { AppEnv } from "../app-env.ts";
import { clauseDetail } from "../clause-detail.ts";
import { clauseNotFound } from "../absent.ts";
import type { Services } from "../services.ts";

/** GET /api/clauses/:id: a clause with its texts and neighbours. */
export const clauseRoute = (app: Hono<AppEnv>, services: Services): void => {
  // Clause ids that came with the data may hold a slash.
  app.get("/api/clauses/:id{.+}", async (c) => {
    const clauseId = c.req.param("id");
    const snapshot = await services.snapshot();
    const documentId = await snapshot.findDocumentOfClause(clauseId);
    const document = documentId === null ? null : await snapshot.getDocument(documentId);
    const detail = document === null ? null : clauseDetail(document, clauseId, todayInShanghai());
    if (detail === null) throw clauseNotFound();
    return c.json(detail);
  });
};
