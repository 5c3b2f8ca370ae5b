import { describe, expect, it } from "vitest";
import type { Answer } from "../policy/answer.ts";
import { postJson, scriptedAssistant, scriptedServices, testApp } from "./test-app.ts";

const PUBLIC = "https://policy.example.cn";
const ANSWER: Answer = {
  id: "a",
  resolvedQuestion: "x",
  refused: false,
  refusal: null,
  answer: "奖励。[1]",
  statements: [{ text: "奖励。", citations: [1], count: null }],
  citations: [
    {
      index: 1,
      clauseId: "c",
      documentId: "plan",
      documentTitle: "办法",
      issuers: [],
      documentNumber: null,
      label: "第一条",
      path: [],
      quote: "奖励",
      start: 0,
      end: 2,
      status: "in_force",
      effectiveFrom: null,
      effectiveTo: null,
      sourceUrl: null,
      url: "/documents/plan#c",
    },
  ],
  notices: [],
  asOf: "2026-11-22",
  mode: "extractive",
  model: null,
  index: "f1",
  timingMs: { understand: 0, retrieve: 0, compose: 0, verify: 0, total: 0 },
};
const assistant = scriptedAssistant(async function* script() {
  yield { type: "done", answer: ANSWER };
});
const behindTls = testApp(scriptedServices({ assistant }), { publicOrigin: PUBLIC });
const plain = testApp(scriptedServices({ assistant }));
const completion = { model: "zhengwen", messages: [{ role: "user", content: "x" }] };

const statusOf = async (headers: Readonly<Record<string, string>>) =>
  (await behindTls.request("/api/answer", postJson({ question: "问" }, headers))).status;

describe("a public address behind TLS", () => {
  it.each([false, true])("is what links begin with (streamed: %s)", async (stream) => {
    const request = postJson({ ...completion, stream }, { host: "policy.example.cn", origin: PUBLIC });
    const response = await behindTls.request("/v1/chat/completions", request);
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text).toContain(`${PUBLIC}/documents/plan#c`);
    expect(text).not.toContain("http://");
  });

  it("is a host and an origin that may ask, and no other is", async () => {
    expect(await statusOf({ host: "policy.example.cn" })).toBe(200);
    // A proxy that asks under a name of its own.
    expect(await statusOf({ host: "localhost:8787", origin: PUBLIC })).toBe(200);
    expect(await statusOf({ host: "evil.example" })).toBe(421);
    expect(await statusOf({ host: "policy.example.cn", origin: "https://evil.example" })).toBe(403);
  });

  it("keeps browsers to TLS, and says nothing of it elsewhere", async () => {
    const header = "strict-transport-security";
    expect((await behindTls.request("/healthz")).headers.get(header)).toBe("max-age=31536000");
    expect((await plain.request("/healthz")).headers.get(header)).toBeNull();
  });
});
