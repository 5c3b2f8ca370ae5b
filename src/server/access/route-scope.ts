import type { Scope } from "../../contract/access.ts";

/** Probes of a balancer or container, which show whether the server is alive, and what a reader needs to log in. */
const OPEN: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/api/access"]);
/** The page: everybody may load it, since it is where a reader logs in; it holds nothing of the documents. */
const PAGE =
  /^\/(?:$|documents(?:\/|$)|assets\/|widget\.js$|[A-Za-z0-9_-]+\.(?:ico|svg|png|txt|webmanifest)$)/;

/** What a request needs: the scope, and whether a token with it is needed on loopback too. Null: nothing. */
export const routeScope = (
  method: string,
  path: string,
): { readonly scope: Scope; readonly always: boolean } | null => {
  if (OPEN.has(path) || (PAGE.test(path) && (method === "GET" || method === "HEAD"))) return null;
  if (path === "/metrics") return { scope: "admin", always: false };
  if (path === "/api/documents" && method === "POST") return { scope: "ingest", always: true };
  return { scope: "ask", always: false };
};
