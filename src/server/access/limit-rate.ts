import type { Context, MiddlewareHandler } from "hono";
import { PolicyError } from "../../policy/policy-error.ts";
import type { AppEnv } from "../app-env.ts";
import { RateBuckets } from "./rate-buckets.ts";
import { routeScope } from "./route-scope.ts";

/**
 * Refuses what comes too often: 429 `too_many_requests` with `Retry-After`. Probes are not counted.
 * @param perMinute - null: no limit
 * @param keyOf - who asks; null is not counted
 */
export const limitRate = (
  perMinute: number | null,
  keyOf: (c: Context<AppEnv>) => string | null,
): MiddlewareHandler<AppEnv> => {
  const buckets = perMinute === null ? null : new RateBuckets(perMinute);
  return async (c, next) => {
    const key = buckets === null || routeScope(c.req.method, c.req.path) === null ? null : keyOf(c);
    const seconds = key === null || buckets === null ? 0 : buckets.take(key);
    if (seconds > 0) {
      c.header("Retry-After", String(seconds));
      throw new PolicyError({
        code: "too_many_requests",
        status: 429,
        retryable: true,
        message: {
          zh: `请求过于频繁，请在 ${seconds} 秒后再试。`,
          en: `Too many requests; try again in ${seconds} s.`,
        },
      });
    }
    await next();
  };
};
