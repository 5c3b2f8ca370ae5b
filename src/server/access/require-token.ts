import type { MiddlewareHandler } from "hono";
import { PolicyError } from "../../policy/policy-error.ts";
import type { AppEnv } from "../app-env.ts";
import { routeScope } from "./route-scope.ts";
import type { TokenStore } from "./token-store.ts";
import { allows } from "./token.ts";

const missing = (): PolicyError =>
  new PolicyError({
    code: "token_required",
    status: 401,
    message: {
      zh: "需要有效的访问令牌（Authorization: Bearer …）。",
      en: "A valid token is needed (Authorization: Bearer …).",
    },
  });

const insufficient = (scope: string): PolicyError =>
  new PolicyError({
    code: "insufficient_scope",
    status: 403,
    message: { zh: `令牌没有 ${scope} 权限。`, en: `The token does not have the scope ${scope}.` },
  });

/** The token of an `Authorization` header: a bearer token, or the password of a browser's own prompt. */
export const tokenOf = (header: string | undefined): string | null => {
  const [, scheme = "", value = ""] = /^(\S+) +(\S+)$/.exec(header?.trim() ?? "") ?? [];
  if (scheme.toLowerCase() === "bearer") return value;
  if (scheme.toLowerCase() !== "basic") return null;
  const [, password = ""] = /^[^:]*:(.*)$/s.exec(Buffer.from(value, "base64").toString("utf8")) ?? [];
  return password === "" ? null : password;
};

/**
 * Lets in who holds a token with the scope that the route needs: 401 `token_required` without, 403
 * `insufficient_scope` with another.
 * @param required - whether a token is needed for everything; else only where a route always needs one
 */
export const requireToken =
  (tokens: TokenStore, required: boolean): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const needed = routeScope(c.req.method, c.req.path);
    if (needed !== null && (required || needed.always)) {
      const token = tokenOf(c.req.header("authorization"));
      const record = token === null ? null : await tokens.find(token);
      if (record === null) {
        // A browser that opens the page asks its user, and sends what it was given with everything the page asks for.
        const isPage = (c.req.header("accept") ?? "").includes("text/html");
        c.header("WWW-Authenticate", `${isPage ? "Basic" : "Bearer"} realm="zhengwen"`);
        throw missing();
      }
      if (!allows(record, needed.scope)) {
        c.header(
          "WWW-Authenticate",
          `Bearer realm="zhengwen", error="insufficient_scope", scope="${needed.scope}"`,
        );
        throw insufficient(needed.scope);
      }
      c.set("tokenId", record.id);
    }
    await next();
  };
