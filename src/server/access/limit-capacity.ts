import type { MiddlewareHandler } from "hono";
import { PolicyError } from "../../policy/policy-error.ts";
import type { AppEnv } from "../app-env.ts";
import type { Traffic } from "../traffic.ts";
import { isMemoryShort } from "./memory-short.ts";

const RETRY_SECONDS = "5";

/**
 * Takes in so many requests at a time, each until its reply is sent, and none while memory is short; the others
 * get 503 `over_capacity` with `Retry-After`.
 */
export const limitCapacity = (
  most: number,
  traffic: Traffic,
  isShort: () => boolean = () => isMemoryShort(),
): MiddlewareHandler<AppEnv> => {
  return async (c, next) => {
    if (traffic.running >= most || isShort()) {
      c.header("Retry-After", RETRY_SECONDS);
      throw new PolicyError({
        code: "over_capacity",
        status: 503,
        retryable: true,
        message: { zh: "服务繁忙，请稍后再试。", en: "The server is busy; try again later." },
      });
    }
    const release = traffic.begin();
    const outgoing = c.env?.outgoing;
    // A stream goes on after the handler has returned; without a connection (in tests) there is nothing to wait for.
    outgoing?.once("close", release);
    try {
      await next();
    } finally {
      if (outgoing === undefined || outgoing.closed) release();
    }
  };
};
