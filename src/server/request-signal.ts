import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";

/** Aborted when the reader goes away or after `limitMs` milliseconds, whichever comes first. */
export const requestSignal = (c: Context<AppEnv>, limitMs: number): AbortSignal =>
  AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(limitMs)]);

/** Throws why `signal` was aborted, if it was: always an error, whatever the reason was given as. */
export const throwIfStopped = (signal: AbortSignal): void => {
  if (!signal.aborted) return;
  throw signal.reason instanceof Error
    ? signal.reason
    : new DOMException("The reader went away.", "AbortError");
};
