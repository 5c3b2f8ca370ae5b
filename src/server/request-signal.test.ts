import { EventEmitter, getEventListeners } from "node:events";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "./app-env.ts";
import { requestSignal } from "./request-signal.ts";

/** A request's signal, what it listens to, and its connection. */
const asked = async (options: { readonly closed?: boolean; readonly requestLimitMs?: number } = {}) => {
  const { closed = false, requestLimitMs = 60_000 } = options;
  const stopping = new AbortController();
  const outgoing = Object.assign(new EventEmitter(), { closed });
  const given = Promise.withResolvers<AbortSignal>();
  const app = new Hono<AppEnv>().get("/", (c) => {
    given.resolve(requestSignal(c, { requestLimitMs, stopping: stopping.signal }));
    return c.text("ok");
  });
  const response = await app.request("/", {}, { outgoing });
  expect(response.status).toBe(200);
  return { signal: await given.promise, stopping, outgoing };
};

const listeners = (stopping: AbortController): number => getEventListeners(stopping.signal, "abort").length;

describe("requestSignal", () => {
  it("lets go of everything when the connection closes, and is not aborted by that", async () => {
    const { signal, stopping, outgoing } = await asked();
    expect(listeners(stopping)).toBe(1);
    outgoing.emit("close");
    expect(listeners(stopping)).toBe(0);
    expect(signal.aborted).toBe(false);
  });

  it("lets go where the connection was gone before", async () => {
    const { signal, stopping } = await asked({ closed: true });
    expect(signal.aborted).toBe(true);
    expect(listeners(stopping)).toBe(0);
  });

  it("tells why: the server stops, or the request took too long", async () => {
    const reason = new Error("stopping");
    const stopped = await asked();
    stopped.stopping.abort(reason);
    expect(stopped.signal.reason).toBe(reason);
    expect(listeners(stopped.stopping)).toBe(0);

    const slow = await asked({ requestLimitMs: 1 });
    await new Promise((resolve) => slow.signal.addEventListener("abort", resolve, { once: true }));
    expect(slow.signal.reason).toMatchObject({ name: "TimeoutError" });
    expect(listeners(slow.stopping)).toBe(0);
  });
});
