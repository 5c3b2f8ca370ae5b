import { once } from "node:events";
import { connect } from "node:net";
import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { Answer } from "../policy/answer.ts";
import { PolicyError } from "../policy/policy-error.ts";
import type { AppEnv } from "./app-env.ts";
import { serveApp } from "./serve.ts";
import { postJson, scriptedAssistant, scriptedServices, testApp } from "./test-app.ts";

const HOST = "127.0.0.1";

/** An answer of two statements without a citation, as no real assistant would give it. */
const HALVES: Answer = {
  id: "a",
  resolvedQuestion: "x",
  refused: false,
  refusal: null,
  answer: "前半。\n后半。",
  statements: [
    { text: "前半。", citations: [], count: null },
    { text: "后半。", citations: [], count: null },
  ],
  citations: [],
  notices: [],
  asOf: "2026-11-22",
  mode: "extractive",
  model: null,
  index: "f1",
  timingMs: { understand: 0, retrieve: 0, compose: 0, verify: 0, total: 0 },
};

describe("serveApp", () => {
  it("listens on a port of the system's choice and stops", async () => {
    const server = await serveApp(testApp(scriptedServices({})), HOST, 0);
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
    expect((await fetch(`${server.url}healthz`)).status).toBe(200);
    await server.stop();
    await expect(fetch(`${server.url}healthz`)).rejects.toThrow();
  });

  it("names the setting when the port is taken", async () => {
    const server = await serveApp(testApp(scriptedServices({})), HOST, 0);
    const second = serveApp(testApp(scriptedServices({})), HOST, server.port).catch(
      (error: unknown) => error,
    );
    const error = await second;
    await server.stop();
    expect(error).toBeInstanceOf(PolicyError);
    expect(error instanceof PolicyError ? error.publicMessage : null).toStrictEqual({
      zh: expect.stringContaining("ZHENGWEN_PORT"),
      en: expect.stringContaining("ZHENGWEN_PORT"),
    });
  });

  it("finishes a running request before it stops, and accepts no other", async () => {
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const app = new Hono<AppEnv>().get("/slow", async (c) => {
      started.resolve();
      await release.promise;
      return c.text("whole");
    });
    const server = await serveApp(app, HOST, 0);
    const reply = fetch(`${server.url}slow`);
    await started.promise;
    const stopped = server.stop();
    await expect(fetch(`${server.url}slow`)).rejects.toThrow();
    release.resolve();
    expect(await (await reply).text()).toBe("whole");
    await stopped;
  });

  it.each([
    ["/api/chat", { messages: [{ role: "user", parts: [{ type: "text", text: "x" }] }] }, '"type":"finish"'],
    [
      "/v1/chat/completions",
      { model: "zhengwen", messages: [{ role: "user", content: "x" }], stream: true },
      "[DONE]",
    ],
  ])("finishes a stream of %s that it is in the middle of", async (address, body, end) => {
    const release = Promise.withResolvers<void>();
    const assistant = scriptedAssistant(async function* script() {
      yield { type: "statement", statement: { text: "前半。", citations: [], count: null } };
      await release.promise;
      yield { type: "statement", statement: { text: "后半。", citations: [], count: null } };
      yield { type: "done", answer: HALVES };
    });
    const server = await serveApp(testApp(scriptedServices({ assistant })), HOST, 0);
    const response = await fetch(`${server.url}${address.slice(1)}`, postJson(body));
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("前半。")) text += (await reader?.read())?.value ?? "";
    const stopped = server.stop();
    release.resolve();
    for (let chunk = await reader?.read(); chunk?.done === false; chunk = await reader?.read())
      text += chunk.value;
    expect(text).toContain("后半。");
    expect(text).toContain(end);
    await stopped;
  });

  it.each([
    ["/api/chat", { messages: [{ role: "user", parts: [{ type: "text", text: "x" }] }] }],
    ["/v1/chat/completions", { model: "zhengwen", messages: [{ role: "user", content: "x" }], stream: true }],
    ["/api/answer", { question: "x" }],
  ])("tells a request of %s that lasts too long to end, and why", async (address, body) => {
    const stopping = new AbortController();
    const reason = new PolicyError({
      code: "stopping",
      status: 503,
      retryable: true,
      message: { zh: "服务正在停止", en: "stopping" },
    });
    const started = Promise.withResolvers<void>();
    const assistant = scriptedAssistant(async function* script(_question, signal) {
      yield { type: "statement", statement: { text: "前半。", citations: [], count: null } };
      started.resolve();
      await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
    });
    const app = testApp(scriptedServices({ assistant }), { stopping: stopping.signal });
    const endRequests = (): void => stopping.abort(reason);
    const server = await serveApp(app, HOST, 0, { drainMs: 20, endRequests });
    const reply = fetch(`${server.url}${address.slice(1)}`, postJson(body)).then((response) =>
      response.text(),
    );
    await started.promise;
    await server.stop();
    // A whole reply that says it: the connection was not cut.
    expect(await reply).toContain("stopping");
  });

  it("closes the connection of a body that it does not read", async () => {
    const server = await serveApp(testApp(scriptedServices({})), HOST, 0);
    const socket = connect(server.port, HOST);
    let reply = "";
    socket.on("data", (chunk: Buffer) => {
      reply += chunk.toString();
    });
    // Only the beginning of a body that is announced as too large.
    socket.write(
      `POST /api/answer HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n\r\n{`,
    );
    await once(socket, "close");
    expect(reply.split("\r\n")[0]).toContain(" 413 ");
    expect(reply).toMatch(/^connection: close\r$/im);
    expect(reply).toContain("body_too_large");
    // A client that keeps connections takes a new one for what it asks next.
    const large = await fetch(`${server.url}api/answer`, postJson("x".repeat(3_000_000)));
    expect(large.status).toBe(413);
    await large.text();
    expect((await fetch(`${server.url}healthz`)).status).toBe(200);
    await server.stop();
  });

  it("asks the work to stop when the reader hangs up", async () => {
    const started = Promise.withResolvers<void>();
    const aborted = Promise.withResolvers<boolean>();
    const assistant = scriptedAssistant(
      // oxlint-disable-next-line require-yield -- the reader leaves before its first event
      async function* wait(_question, signal) {
        started.resolve();
        await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
        aborted.resolve(signal?.aborted ?? false);
      },
    );
    const server = await serveApp(testApp(scriptedServices({ assistant })), HOST, 0);
    const leaving = new AbortController();
    const init = { ...postJson({ question: "问" }), signal: leaving.signal };
    const reply = fetch(`${server.url}api/answer`, init).catch(() => null);
    await started.promise;
    leaving.abort();
    expect(await aborted.promise).toBe(true);
    await reply;
    await server.stop();
  });

  it("checks the Host header that came over the wire, and survives one that is no host", async () => {
    const server = await serveApp(testApp(scriptedServices({})), HOST, 0);
    const ask = async (host: string): Promise<string> => {
      const socket = connect(server.port, HOST);
      socket.end(`GET /api/documents HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      let reply = "";
      socket.on("data", (chunk: Buffer) => {
        reply += chunk.toString();
      });
      await once(socket, "close");
      return reply.split("\r\n")[0] ?? "";
    };
    expect(await ask("evil.example")).toContain(" 421 ");
    expect(await ask("a b/c")).toContain(" 400 ");
    expect(await ask(`localhost:${server.port}`)).toContain(" 500 ");
    await server.stop();
  });
});
