import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Context, Hono } from "hono";
import { getMimeType } from "hono/utils/mime";
import { PolicyError } from "../policy/policy-error.ts";
import type { AppEnv } from "./app-env.ts";
import { routeNotFound } from "./absent.ts";

/** Vite names these files after their content, so that they never change. */
const FOREVER = "public, max-age=31536000, immutable";
/** Changes with the server: a site that embeds it asks again now and then. */
const SHORT = "public, max-age=600";
/** May be kept, but is asked for again each time. */
const REVALIDATE = "no-cache";

const pageNotBuilt = (): PolicyError =>
  new PolicyError({
    code: "page_not_built",
    status: 503,
    message: {
      zh: "网页尚未构建：请运行 npm run build:web，或用 npm start 启动。",
      en: "The page has not been built: run npm run build:web, or start with npm start.",
    },
  });

const sendFile = async (
  c: Context<AppEnv>,
  file: string,
  cacheControl: string,
  missing: () => PolicyError,
): Promise<Response> => {
  let content: Buffer<ArrayBuffer>;
  try {
    content = await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "EISDIR")) {
      throw missing();
    }
    throw error;
  }
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  c.header("Cache-Control", cacheControl);
  c.header("ETag", etag);
  // Compression makes the tag a weak one (W/) on its way out.
  if (
    (c.req.header("if-none-match") ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag)
  ) {
    return c.body(null, 304);
  }
  c.header("Content-Type", getMimeType(file) ?? "application/octet-stream");
  return c.body(new Uint8Array(content));
};

/**
 * The built page: its assets, the few files beside it, and the page itself for `/` and `/documents/…`, whose
 * addresses the page reads. File names are matched by a pattern without slashes and leading dots, so that no
 * address leads out of the folder.
 */
export const staticPage = (app: Hono<AppEnv>, folder: string): void => {
  const page = (c: Context<AppEnv>): Promise<Response> =>
    sendFile(c, join(folder, "index.html"), REVALIDATE, pageNotBuilt);
  app.get("/", page);
  app.get("/documents/*", page);
  app.get("/assets/:file{[A-Za-z0-9_-][A-Za-z0-9._-]*}", (c) =>
    sendFile(c, join(folder, "assets", c.req.param("file")), FOREVER, routeNotFound),
  );
  // For pages of other sites, which load it under a name that never changes.
  app.get("/widget.js", (c) => sendFile(c, join(folder, "widget.js"), SHORT, pageNotBuilt));
  app.get("/:file{[A-Za-z0-9_-]+\\.(?:ico|svg|png|txt|webmanifest)}", (c) =>
    sendFile(c, join(folder, c.req.param("file")), REVALIDATE, routeNotFound),
  );
};
