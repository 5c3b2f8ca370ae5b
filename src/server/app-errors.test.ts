import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Problem } from "../contract/common.ts";
import { ProblemSchema } from "../contract/common.ts";
import { postJson, scriptedServices, testApp } from "./test-app.ts";
import { problemOf } from "./test-problem.ts";

const app = testApp(scriptedServices({}));

const chatOf = (text: string) => ({ messages: [{ role: "user", parts: [{ type: "text", text }] }] });

const dayOf = ({ errors }: Problem) => errors?.find(({ path }) => path === "asOf")?.message;

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

  it("refuses a method in plain text, compressed where that is understood", async () => {
    const plain = await app.request("/api/documents", { method: "DELETE" });
    const packed = await app.request("/api/documents", {
      method: "DELETE",
      headers: { "accept-encoding": "gzip, deflate" },
    });
    expect([plain.status, packed.status]).toStrictEqual([405, 405]);
    expect(plain.headers.get("content-encoding")).toBeNull();
    const encoding = packed.headers.get("content-encoding");
    const bytes = Buffer.from(await packed.arrayBuffer());
    const text = (encoding === "gzip" ? gunzipSync(bytes) : bytes).toString();
    expect(ProblemSchema.parse(JSON.parse(text)).code).toBe("method_not_allowed");
  });

  it("names the methods that an address has", async () => {
    const response = await app.request("/api/search", { method: "POST" });
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
    expect(dayOf(chinese)).toBe("日期应写作 YYYY-MM-DD");
    expect(dayOf(english)).toBe("expected YYYY-MM-DD");
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
