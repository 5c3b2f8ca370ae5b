import type { Hono } from "hono";
import type { AppEnv } from "../app-env.ts";
import { openApi } from "../openapi.ts";
import { REFERENCE_STYLE, referencePage } from "../reference/reference-page.ts";

/** GET /reference: the contract for people. */
export const referenceRoute = (app: Hono<AppEnv>): void => {
  app.get("/reference", (c) => c.html(referencePage(openApi())));
  // A file of its own: the content security policy allows no style inside a page.
  app.get("/reference/style.css", (c) =>
    c.body(REFERENCE_STYLE, 200, { "Content-Type": "text/css; charset=utf-8" }),
  );
};
