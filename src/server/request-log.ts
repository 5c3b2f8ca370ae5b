import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { pino } from "pino";
import type { Logger } from "pino";
import { PolicyError } from "../policy/policy-error.ts";
import type { AppEnv } from "./app-env.ts";
import { asPolicyError } from "./problem.ts";

/** The structured log of a process, one JSON object a line on standard output. */
export const createLog = (level: string): Logger =>
  pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 1, sync: true }),
  );

/**
 * What the log may say of an error. Messages of foreign errors can hold the question or a key (a provider's
 * error repeats the request), so only their name, code and stack frames are kept.
 */
export const describeError = (error: unknown, depth = 0): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const code: unknown = "code" in error ? error.code : undefined;
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(error instanceof PolicyError && error.detail !== null ? { detail: error.detail } : {}),
    frames: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
};

/** States of an installation that its operator knows how to end: each visit would else log the same frames. */
const KNOWN_STATES: ReadonlySet<string> = new Set(["page_not_built"]);

const PROBES: ReadonlySet<string> = new Set(["/healthz", "/readyz"]);

/** One line for each request: id, method, route pattern (never the address), status, milliseconds, and which token. */
export const requestLog =
  (log: Logger): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const started = performance.now();
    await next();
    const line = {
      requestId: c.get("requestId"),
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      ...(c.get("tokenId") === undefined ? {} : { token: c.get("tokenId") }),
    };
    if (c.error === undefined) {
      // Probes come every few seconds, and say nothing while all is well.
      log[PROBES.has(c.req.path) ? "debug" : "info"](line, "request");
      return;
    }
    const error = asPolicyError(c.error, c.req.raw.signal);
    const failure = { ...line, code: error.code };
    if (error.status < 500) log.info(failure, "request refused");
    else if (error.retryable) log.warn(failure, "request put off");
    else if (KNOWN_STATES.has(error.code)) log.warn(failure, "request failed");
    else log.error({ ...failure, error: describeError(c.error) }, "request failed");
  };
