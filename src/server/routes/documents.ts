import type { Hono } from "hono";
import type { DocumentList } from "../../contract/documents.ts";
import { todayInShanghai } from "../../policy/partial-date.ts";
import type { AppEnv } from "../app-env.ts";
import { documentSummary } from "../document-reply.ts";
import type { Services } from "../services.ts";

/** GET /api/documents: every document, with its status today. */
export const documentsRoute = (app: Hono<AppEnv>, services: Services): void => {
  app.get("/api/documents", async (c) => {
    const snapshot = await services.snapshot();
    const today = todayInShanghai();
    const documents = (await snapshot.listDocuments()).map((head) => documentSummary(head, today));
    return c.json({ documents } satisfies DocumentList);
  });
};
