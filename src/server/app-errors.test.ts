import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { Problem } from "../contract/common.ts";
import { ProblemSchema } from "../contract/common.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { postJson, scriptedAssistant, scriptedServices, testApp } from "./test-app.ts";

const app = testApp(scriptedServices({}));

const problemOf = async (response: Response): Promise<Problem> => {
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const problem = ProblemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  return problem;
};

const chatOf = (text: string) => ({ messages: [{ role: "user", parts: [{ type: "text", text }] }] });

const failing = (error: unknown, log = pino({ level: "silent" })) =>
  testApp(
    scriptedServices({
      // oxlint-disable-next-line require-yield -- it fails before its first event
      assistant: scriptedAssistant(async function* fail() {
        throw error;
      }),
    }),
    { log },
  );

describe("errors of a request", () => {
  const cases: readonly [string, string, RequestInit, number, string][] = [
    ["an empty question", "/api/answer", postJson({ question: "" }), 422, "empty_question"],
    ["a blank question", "/api/answer", postJson({ question: " \n　" }), 422, "empty_question"],
    ["a long question", "/api/answer", postJson({ question: "问".repeat(2001) }), 422, "question_too_long"],
    ["an empty chat question", "/api/chat", postJson(chatOf("")), 422, "empty_question"],
    ["a long chat question", "/api/chat", postJson(chatOf("问".repeat(2001))), 422, "question_too_long"],
    [
      "a chat without a user message",
      "/api/chat",
      postJson({ messages: [{ role: "assistant", parts: [] }] }),
      422,
      "empty_question",
    ],
    ["a chat without messages", "/api/chat", postJson({ messages: [] }), 400, "invalid_request"],
    ["an empty query", "/api/search?q=", {}, 422, "empty_question"],
    ["no query", "/api/search", {}, 400, "invalid_request"],
    ["a limit that is too high", "/api/search?q=x&limit=101", {}, 400, "invalid_request"],
    ["a limit that is no number", "/api/search?q=x&limit=ten", {}, 400, "invalid_request"],
    ["no question", "/api/answer", postJson({}), 400, "invalid_request"],
    ["a question that is no text", "/api/answer", postJson({ question: 7 }), 400, "invalid_request"],
    ["a body that is no object", "/api/answer", postJson("[]"), 400, "invalid_request"],
    ["broken JSON", "/api/answer", postJson('{"question":'), 400, "invalid_json"],
    ["an empty body", "/api/answer", postJson(""), 400, "invalid_json"],
    [
      "a body that is not UTF-8",
      "/api/answer",
      { ...postJson(""), body: new Uint8Array([0x22, 0xd6, 0xd0, 0x22]) },
      400,
      "invalid_json",
    ],
    [
      "another content type",
      "/api/answer",
      { method: "POST", headers: { "content-type": "text/plain" }, body: "{}" },
      415,
      "unsupported_media_type",
    ],
    ["no content type", "/api/answer", { method: "POST" }, 415, "unsupported_media_type"],
    ["a large body", "/api/answer", postJson({ question: "x".repeat(1_000_001) }), 413, "body_too_large"],
    ["an unknown route", "/api/nothing", {}, 404, "not_found"],
    ["an unknown file", "/assets/nothing.js", {}, 404, "not_found"],
    ["a way out of the folder", "/assets/..%2f..%2fpackage.json", {}, 404, "not_found"],
    ["a wrong method", "/api/answer", { method: "GET" }, 405, "method_not_allowed"],
    ["a wrong method on a list", "/api/documents", { method: "DELETE" }, 405, "method_not_allowed"],
    ["a foreign host", "/api/documents", { headers: { host: "evil.example" } }, 421, "unknown_host"],
    [
      "a foreign origin",
      "/api/answer",
      postJson({ question: "问" }, { host: "localhost:8787", origin: "http://localhost:3000" }),
      403,
      "foreign_origin",
    ],
    [
      "an opaque origin",
      "/api/answer",
      postJson({ question: "问" }, { origin: "null" }),
      403,
      "foreign_origin",
    ],
    ["a server that is not ready", "/readyz", {}, 503, "not_ready"],
    ["a page that was not built", "/", {}, 503, "page_not_built"],
  ];

  it.each(cases)("%s", async (_name, address, init, status, code) => {
    const response = await app.request(address, init);
    const problem = await problemOf(response);
    expect({ status: problem.status, code: problem.code }).toStrictEqual({ status, code });
    expect(problem.detail).toMatch(/\p{Script=Han}/u);
  });

  it("limits a body of unknown length too", async () => {
    const half = new TextEncoder().encode("x".repeat(600_000));
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(half);
        controller.enqueue(half);
        controller.close();
      },
    });
    const init = {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      duplex: "half",
    } as const;
    expect((await problemOf(await app.request("/api/answer", init))).code).toBe("body_too_large");
  });

  it("names the methods that an address has", async () => {
    const response = await app.request("/api/documents", { method: "POST" });
    expect(response.headers.get("allow")).toContain("GET");
  });

  it("lists the paths of what is wrong, in both languages", async () => {
    const body = { question: "问", asOf: "2026-02-30", history: [{ role: "system", content: "x" }] };
    const chinese = await problemOf(await app.request("/api/answer", postJson(body)));
    const english = await problemOf(
      await app.request("/api/answer", postJson(body, { "accept-language": "en" })),
    );
    expect(chinese.errors?.map(({ path }) => path).toSorted()).toStrictEqual(["asOf", "history.0.role"]);
    expect(english.errors?.map(({ path }) => path)).toStrictEqual(chinese.errors?.map(({ path }) => path));
    for (const { message } of chinese.errors ?? []) expect(message).toMatch(/\p{Script=Han}/u);
    for (const { message } of english.errors ?? []) expect(message).not.toMatch(/\p{Script=Han}/u);
  });

  it("speaks English where English is preferred", async () => {
    const response = await app.request(
      "/api/answer",
      postJson({ question: "" }, { "accept-language": "en-GB,en" }),
    );
    expect(response.headers.get("content-language")).toBe("en");
    const problem = await problemOf(response);
    expect(problem.title + problem.detail).not.toMatch(/\p{Script=Han}/u);
  });

  it("answers probes under any host name", async () => {
    expect((await app.request("/healthz", { headers: { host: "10.1.2.3:8787" } })).status).toBe(200);
  });
});

describe("errors of the work", () => {
  it("tells nothing of an unexpected error", async () => {
    const response = await failing(new Error("secret path /etc/keys")).request(
      "/api/answer",
      postJson({ question: "问" }),
    );
    const text = await response.clone().text();
    const problem = await problemOf(response);
    expect({ status: problem.status, code: problem.code }).toStrictEqual({
      status: 500,
      code: "internal_error",
    });
    expect(text).not.toContain("secret");
    expect(text).not.toContain("app-errors");
  });

  it("passes on the code and the public message of a known error, not its detail", async () => {
    const error = new PolicyError({
      code: "index_corrupt",
      status: 503,
      retryable: true,
      message: { zh: "索引已损坏。", en: "The index is corrupt." },
      detail: "/var/lib/zhengwen/pointer.json",
    });
    const response = await failing(error).request("/api/answer", postJson({ question: "问" }));
    const text = await response.clone().text();
    expect(await problemOf(response)).toMatchObject({
      status: 503,
      code: "index_corrupt",
      detail: "索引已损坏。",
    });
    expect(response.headers.get("retry-after")).not.toBeNull();
    expect(text).not.toContain("pointer.json");
  });

  it("logs route, status and code, and never the question, the address or a foreign message", async () => {
    let written = "";
    const log = pino(
      { level: "trace" },
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          written += chunk.toString();
          done();
        },
      }),
    );
    const cause = Object.assign(new Error("机密问题 key sk-123"), { requestBodyValues: "机密问题" });
    const broken = failing(new Error("about 机密问题", { cause }), log);
    await broken.request("/api/answer", postJson({ question: "机密问题" }));
    await broken.request(`/api/search?q=${encodeURIComponent("机密问题")}`);
    expect(written).toContain('"route":"/api/answer"');
    expect(written).toContain('"status":500');
    expect(written).toContain('"code":"internal_error"');
    expect(written).toContain("app-errors.test.ts");
    expect(written).not.toContain("机密");
    expect(written).not.toContain(encodeURIComponent("机密"));
    expect(written).not.toContain("sk-123");
  });

  it("ends work that takes too long, asking it to stop", async () => {
    let stopped = false;
    const slow = testApp(
      scriptedServices({
        // oxlint-disable-next-line require-yield -- it is stopped before its first event
        assistant: scriptedAssistant(async function* wait(_question, signal) {
          await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
          stopped = true;
        }),
      }),
      { requestLimitMs: 50 },
    );
    const response = await slow.request("/api/answer", postJson({ question: "问" }));
    expect(await problemOf(response)).toMatchObject({ status: 504, code: "timeout" });
    expect(stopped).toBe(true);
  });

  it("calls it a time-out also where the assistant calls it its own", async () => {
    const error = new PolicyError({
      code: "aborted",
      status: 499,
      message: { zh: "已取消。", en: "Cancelled." },
    });
    const slow = testApp(
      scriptedServices({
        // oxlint-disable-next-line require-yield -- it is stopped before its first event
        assistant: scriptedAssistant(async function* wait(_question, signal) {
          await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
          throw error;
        }),
      }),
      { requestLimitMs: 50 },
    );
    const response = await slow.request("/api/answer", postJson({ question: "问" }));
    expect(await problemOf(response)).toMatchObject({ status: 504, code: "timeout" });
  });

  it("ends work that does not listen", async () => {
    const deaf = testApp(
      scriptedServices({
        // oxlint-disable-next-line require-yield -- it never comes to its first event
        assistant: scriptedAssistant(async function* never() {
          await new Promise(() => undefined);
        }),
      }),
      { requestLimitMs: 50 },
    );
    const response = await deaf.request("/api/answer", postJson({ question: "问" }));
    expect(await problemOf(response)).toMatchObject({ status: 504, code: "timeout" });
  });
});

describe("headers", () => {
  it("allow scripts and styles of this server alone", async () => {
    for (const address of ["/", "/api/documents", "/healthz"]) {
      const { headers } = await app.request(address);
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("keep a request id that came with the request, unless it is nonsense", async () => {
    const kept = await app.request("/healthz", { headers: { "x-request-id": "abc-123" } });
    expect(kept.headers.get("x-request-id")).toBe("abc-123");
    const replaced = await app.request("/healthz", { headers: { "x-request-id": "a b<script>" } });
    expect(replaced.headers.get("x-request-id")).toMatch(/^[\w-]+$/);
  });
});
