import type { Scope } from "./token.ts";

/** Probes of a balancer or container: they show whether the server is alive, and nothing else. */
const OPEN: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

/** What a request needs: the scope, and whether a token with it is needed on loopback too. Null: nothing. */
export const routeScope = (
  method: string,
  path: string,
): { readonly scope: Scope; readonly always: boolean } | null => {
  if (OPEN.has(path)) return null;
  if (path === "/metrics") return { scope: "admin", always: false };
  if (path === "/api/documents" && method === "POST") return { scope: "ingest", always: true };
  return { scope: "ask", always: false };
};
