import type { Context, MiddlewareHandler } from "hono";
import { PolicyError } from "../policy/policy-error.ts";
import type { AppEnv } from "./app-env.ts";

/** Probes come with the address of the machine as `Host`; they show nothing but whether the server is alive. */
const OPEN_TO_ANY_HOST: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);
const WILDCARD_ADDRESSES: ReadonlySet<string> = new Set(["0.0.0.0", "::"]);

/** Whether a host name or address means this machine alone. */
export const isLoopbackName = (name: string): boolean =>
  name === "localhost" || name === "[::1]" || name === "::1" || /^127(?:\.\d{1,3}){3}$/.test(name);

const withoutPort = (host: string): string => host.replace(/:\d+$/, "");

/** The `Host` of a request in lower case, with its port where it names one. */
const hostOf = (c: Context<AppEnv>): string =>
  (c.req.header("host") ?? new URL(c.req.url).host).toLowerCase();

/**
 * Whether a `Host` header names this server: a loopback name, the host it listens on, or an allowed one (an
 * allowed name without a port stands for every port). A page elsewhere whose name was pointed at this
 * machine (DNS rebinding) fails here.
 */
export const isOwnHost = (header: string, host: string, allowedHosts: readonly string[]): boolean => {
  const name = withoutPort(header);
  if (isLoopbackName(name)) return true;
  const own = host.toLowerCase();
  if (!WILDCARD_ADDRESSES.has(own) && (name === own || name === `[${own}]`)) return true;
  return allowedHosts.includes(header) || allowedHosts.includes(name);
};

/** Whether an `Origin` header names the host that the request was sent to. */
export const isSameHost = (origin: string, host: string): boolean => {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  // `host` leaves out the scheme's default port, which a Host header may name all the same.
  return url.host === host || (url.host === withoutPort(host) && /:(?:80|443)$/.test(host));
};

/** Refuses requests for other hosts (421 `unknown_host`) and from pages of other hosts (403 `foreign_origin`). */
export const requestGuard =
  (
    host: string,
    allowedHosts: readonly string[],
    allowedOrigins: readonly string[] = [],
  ): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const own = hostOf(c);
    if (!OPEN_TO_ANY_HOST.has(c.req.path) && !isOwnHost(own, host, allowedHosts)) {
      throw new PolicyError({
        code: "unknown_host",
        status: 421,
        message: {
          zh: "本服务不以这个主机名提供；如需允许，请设置 ZHENGWEN_ALLOWED_HOSTS。",
          en: "This server does not answer for that host name; set ZHENGWEN_ALLOWED_HOSTS to allow it.",
        },
      });
    }
    const origin = c.req.header("origin");
    if (origin !== undefined && !isSameHost(origin, own) && !allowedOrigins.includes(origin)) {
      throw new PolicyError({
        code: "foreign_origin",
        status: 403,
        message: {
          zh: "不接受来自其他网站的请求。",
          en: "Requests from other sites are not accepted.",
        },
      });
    }
    await next();
  };
