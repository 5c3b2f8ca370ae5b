import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";

/** Aborted when the reader goes away or after `limitMs` milliseconds, whichever comes first. */
export const requestSignal = (c: Context<AppEnv>, limitMs: number): AbortSignal =>
  AbortSignal.any([c.req.raw.signal, AbortSignal.timeout(limitMs)]);
