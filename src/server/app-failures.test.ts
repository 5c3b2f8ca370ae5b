import { Writable } from "node:stream";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { PolicyError } from "../policy/policy-error.ts";
import { postJson, scriptedAssistant, scriptedServices, testApp } from "./test-app.ts";
import { problemOf } from "./test-problem.ts";

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
    expect(text).not.toContain("app-failures");
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
    expect(written).toContain("app-failures.test.ts");
    expect(written).not.toContain("机密");
    expect(written).not.toContain(encodeURIComponent("机密"));
    expect(written).not.toContain("sk-123");
  });

  it("warns of a page that was not built, without frames", async () => {
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
    expect((await testApp(scriptedServices({}), { log }).request("/")).status).toBe(503);
    const line: unknown = JSON.parse(written);
    expect(line).toMatchObject({ level: log.levels.values["warn"], code: "page_not_built" });
    expect(line).not.toHaveProperty("error");
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
