import { describe, expect, it } from "vitest";
import type { Answer } from "../policy/answer.ts";
import { postJson, scriptedAssistant, scriptedServices, testApp } from "./test-app.ts";

const SECRET = "谁来设立基金";

const answer: Answer = {
  id: "a",
  resolvedQuestion: SECRET,
  refused: true,
  refusal: { reason: "off_topic", message: "无关。", nearest: [] },
  answer: "无关。",
  statements: [],
  citations: [],
  notices: [],
  asOf: "2026-11-22",
  mode: "extractive",
  model: null,
  index: "f1",
  timingMs: { understand: 1, retrieve: 2, compose: 3, verify: 4, total: 10 },
};

const services = scriptedServices({
  assistant: scriptedAssistant(async function* script() {
    yield { type: "done", answer };
  }),
});

const metricsOf = async (app: ReturnType<typeof testApp>): Promise<string> => {
  const response = await app.request("/metrics");
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  return response.text();
};

describe("GET /metrics", () => {
  it("counts requests by route and answers by outcome, whichever way they were asked for", async () => {
    const app = testApp(services);
    const messages = [{ role: "user", content: SECRET }];
    await (await app.request("/api/answer", postJson({ question: SECRET }))).text();
    await (
      await app.request("/v1/chat/completions", postJson({ model: "zhengwen", messages, stream: true }))
    ).text();
    await app.request(`/api/clauses/${SECRET}`);
    await app.request(`/${SECRET}`);
    const text = await metricsOf(app);
    expect(text).toContain('zhengwen_answers_total{outcome="off_topic",mode="extractive"} 2');
    expect(text).toContain('zhengwen_http_requests_total{method="POST",route="/api/answer",status="200"} 1');
    expect(text).toContain('zhengwen_answer_seconds_sum{stage="total"} 0.02');
    expect(text).toMatch(/zhengwen_http_requests_running 1\n/);
    expect(text).toContain("process_resident_memory_bytes");
    expect(text).not.toContain(SECRET);
    expect(text).not.toContain(encodeURIComponent(SECRET));
  });

  it("keeps the numbers of servers apart", async () => {
    await testApp(services).request("/api/answer", postJson({ question: SECRET }));
    expect(await metricsOf(testApp(services))).not.toContain("off_topic");
  });
});
