import type { Context } from "hono";
import type { AppEnv } from "./app-env.ts";
import type { AppSettings } from "./app-settings.ts";

/**
 * Aborted when the reader goes away, after the limit on one request, or when the server will wait no longer before
 * it stops. Nothing of it outlives the reply: signals that `AbortSignal.any` makes stay with a long-lived source.
 */
export const requestSignal = (
  c: Context<AppEnv>,
  { requestLimitMs, stopping }: Pick<AppSettings, "requestLimitMs" | "stopping">,
): AbortSignal => {
  const controller = new AbortController();
  const sources = [c.req.raw.signal, stopping];
  const timer = setTimeout(
    () => controller.abort(new DOMException("The request took too long.", "TimeoutError")),
    requestLimitMs,
  );
  timer.unref();
  const follow = (event: Event): void => {
    if (event.target instanceof AbortSignal) controller.abort(event.target.reason);
  };
  const letGo = (): void => {
    clearTimeout(timer);
    for (const source of sources) source.removeEventListener("abort", follow);
  };
  controller.signal.addEventListener("abort", letGo, { once: true });
  for (const source of sources) {
    if (source.aborted) controller.abort(source.reason);
    if (!controller.signal.aborted) source.addEventListener("abort", follow, { once: true });
  }
  const outgoing = c.env?.outgoing;
  // Where the connection is gone already, its end will not be told again.
  if (outgoing?.closed === true) controller.abort(new DOMException("The reader went away.", "AbortError"));
  outgoing?.once("close", letGo);
  return controller.signal;
};

/** Throws why `signal` was aborted, if it was: always an error, whatever the reason was given as. */
export const throwIfStopped = (signal: AbortSignal): void => {
  if (!signal.aborted) return;
  throw signal.reason instanceof Error
    ? signal.reason
    : new DOMException("The reader went away.", "AbortError");
};
