import type { Hono } from "hono";
import type { DocumentList } from "../../contract/documents.ts";
import { DocumentListQuerySchema } from "../../contract/documents.ts";
import { todayInShanghai } from "../../policy/partial-date.ts";
import type { AppEnv } from "../app-env.ts";
import { documentSummary } from "../document-reply.ts";
import { parseRequest } from "../invalid-request.ts";
import { languageOf } from "../problem.ts";
import type { Services } from "../services.ts";

/** GET /api/documents: every document, with its status today or on the day that is asked for. */
export const documentsRoute = (app: Hono<AppEnv>, services: Services): void => {
  app.get("/api/documents", async (c) => {
    const query = parseRequest(DocumentListQuerySchema, c.req.query(), languageOf(c));
    const snapshot = await services.snapshot();
    const asOf = query.asOf ?? todayInShanghai();
    const documents = (await snapshot.listDocuments()).map((head) => documentSummary(head, asOf));
    return c.json({ documents, asOf } satisfies DocumentList);
  });
};
