import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { describe, expect, it } from "vitest";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem.ts";
import { postJson, scriptedServices, testApp } from "../test-app.ts";
import { problemOf } from "../test-problem.ts";
import { Traffic } from "../traffic.ts";
import { limitCapacity } from "./limit-capacity.ts";
import { isMemoryShort } from "./memory-short.ts";

describe("limitCapacity", () => {
  it("counts all addresses together, since they share the machine", async () => {
    const release = Promise.withResolvers<void>();
    const services = scriptedServices({
      search: async () => {
        await release.promise;
        return { hits: [] };
      },
    });
    const app = testApp(services, { access: { concurrency: 1 } });
    const running = app.request("/api/search?q=a");
    const completion = { model: "zhengwen", messages: [{ role: "user", content: "能享受什么？" }] };
    const refused = await app.request("/v1/chat/completions", postJson(completion));
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    release.resolve();
    expect((await running).status).toBe(200);
  });

  it("takes nothing in while memory is short, and everything again after", async () => {
    let isShort = true;
    const app = new Hono<AppEnv>();
    app.onError((error, c) => problemResponse(c, error));
    app.use(requestId());
    app.use(limitCapacity(10, new Traffic(), () => isShort));
    app.get("/", (c) => c.text("ok"));
    const refused = await app.request("/");
    expect(await problemOf(refused)).toMatchObject({ status: 503, code: "over_capacity" });
    expect(refused.headers.get("retry-after")).toBe("5");
    isShort = false;
    expect((await app.request("/")).status).toBe(200);
  });
});

describe("isMemoryShort", () => {
  it("looks at all that the process holds, not at the JavaScript heap alone", () => {
    expect(isMemoryShort(2_699, 3_000)).toBe(false);
    expect(isMemoryShort(2_701, 3_000)).toBe(true);
  });

  it("finds enough in a process like this one", () => {
    expect(isMemoryShort()).toBe(false);
  });
});
