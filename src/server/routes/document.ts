import type { Hono } from "hono";
import { todayInShanghai } from "../../policy/partial-date.ts";
import type { AppEnv } from "../app-env.ts";
import { documentReply } from "../document-reply.ts";
import { documentNotFound } from "../absent.ts";
import type { Services } from "../services.ts";

/** GET /api/documents/:id: a document with its text and clause tree. */
export const documentRoute = (app: Hono<AppEnv>, services: Services): void => {
  app.get("/api/documents/:id{.+}", async (c) => {
    const snapshot = await services.snapshot();
    const document = await snapshot.getDocument(c.req.param("id"));
    if (document === null) throw documentNotFound();
    return c.json(documentReply(document, todayInShanghai()));
  });
};
