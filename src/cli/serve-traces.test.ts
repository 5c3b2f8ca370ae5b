import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { elements } from "../server/model-bench.ts";
import { sendAll, startScriptedModel } from "../server/scripted-model.ts";
import { runCli, spawnServer } from "./spawn-server.ts";
import type { SpawnedServer } from "./spawn-server.ts";

// Many commits, or processes that load the model, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const QUESTION = "对认定的企业给予多少奖励？";
const SENTENCE = "对认定的企业给予50万元奖励。";
const TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

const ValueSchema = z.object({ stringValue: z.string().optional(), intValue: z.int().optional() });
const SpanSchema = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  startTimeUnixNano: z.string(),
  endTimeUnixNano: z.string(),
  attributes: z.array(z.object({ key: z.string(), value: ValueSchema })),
});
const ExportSchema = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(SpanSchema) })) })),
});

let folder: string;
let collector: Server;
let endpoint: string;
let received: string[];
let servers: SpawnedServer[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-traces-"));
  await writeFile(path.join(folder, "plan.txt"), `支持办法\n\n第一条 ${SENTENCE}\n`);
  await runCli(folder, ["ingest", "plan.txt"]);
  received = [];
  collector = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (piece: string) => (text += piece));
    request.on("end", () => {
      received.push(text);
      response.setHeader("content-type", "application/json");
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => {
    collector.listen(0, "127.0.0.1", resolve);
  });
  const address = collector.address();
  endpoint = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
});
afterEach(async () => {
  // Those that a failed test left behind.
  for (const server of servers) {
    server.kill("SIGKILL");
    await server.exited;
  }
  servers = [];
  collector.close();
  await rm(folder, { recursive: true, force: true });
});

const serve = async (environment: Readonly<Record<string, string>>): Promise<SpawnedServer> => {
  const server = await spawnServer(folder, environment);
  servers.push(server);
  return server;
};

const ask = (
  server: SpawnedServer,
  headers: Readonly<Record<string, string>> = {},
  question: string = QUESTION,
) =>
  fetch(`${server.url}api/answer`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ question }),
  });

const stop = async (server: SpawnedServer): Promise<void> => {
  server.kill("SIGTERM");
  expect(await server.exited).toBe(0);
};

it("sends a span for each stage, under the caller's, with nothing of the question", async () => {
  const model = await startScriptedModel();
  model.play((request, reply) =>
    sendAll(
      reply,
      elements({ text: SENTENCE, quotes: [{ clause: request.handleOf("50万元"), quote: SENTENCE }] }),
    ),
  );
  const server = await serve({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OPENAI_BASE_URL: model.baseUrl,
    ZHENGWEN_MODEL: "test-model",
  });
  const response = await ask(server, { traceparent: `00-${TRACE_ID}-b7ad6b7169203331-01` });
  expect(await response.text()).toContain('"mode":"model"');
  expect((await fetch(`${server.url}api/search?q=${encodeURIComponent(QUESTION)}`)).status).toBe(200);
  // A question that no model words is verified by itself.
  const chat = { messages: [{ role: "user", parts: [{ type: "text", text: "第一条讲什么？" }] }] };
  const stream = await fetch(`${server.url}api/chat`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(chat),
  });
  expect(await stream.text()).toContain('"type":"finish"');
  expect((await ask(server, {}, "我们是北京的一家软件企业，能申请哪些政策？")).status).toBe(200);
  await stop(server);
  await model.close();

  const spans = received
    .flatMap((text) => ExportSchema.parse(JSON.parse(text)).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap((scope) => scope.spans);
  const parentOf = (span: (typeof spans)[number]) => spans.find(({ spanId }) => spanId === span.parentSpanId);
  const pathOf = (span: (typeof spans)[number]): string => {
    const parent = parentOf(span);
    return parent === undefined ? span.name : `${pathOf(parent)} > ${span.name}`;
  };
  const inCallersTrace = spans.filter(({ traceId }) => traceId === TRACE_ID);
  expect(inCallersTrace.map((span) => pathOf(span)).toSorted()).toEqual(
    [
      "POST /api/answer",
      "POST /api/answer > answer",
      ...["compose", "model", "model > verify", "search", "understand"].map(
        (stage) => `POST /api/answer > answer > ${stage}`,
      ),
    ].toSorted(),
  );
  const paths = spans.map((span) => pathOf(span));
  expect(paths).toContain("GET /api/search > search");
  expect(paths).toContain("POST /api/chat > answer > verify");
  expect(paths).toContain("POST /api/answer > answer > match");
  for (const span of spans) {
    const parent = parentOf(span);
    expect(BigInt(span.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(span.startTimeUnixNano));
    // Clocks of spans are read at two places: a millisecond is no matter.
    if (parent !== undefined) {
      expect(BigInt(span.startTimeUnixNano) + 5_000_000n).toBeGreaterThanOrEqual(
        BigInt(parent.startTimeUnixNano),
      );
    }
  }
  const sent = received.join("");
  for (const word of ["认定", "奖励", "50万", encodeURIComponent("认定"), "第一条", "支持办法"]) {
    expect(sent).not.toContain(word);
  }
  expect(sent).toContain('"zhengwen.outcome"');
});

it("ends also where the collector is away", async () => {
  const server = await serve({ OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" });
  expect((await ask(server)).status).toBe(200);
  await stop(server);
});

/** Whether a server with these settings loads what collects and sends spans. */
const loadsSdk = async (environment: Readonly<Record<string, string>>): Promise<boolean> => {
  const scripts = await mkdtemp(path.join(folder, "scripts-"));
  // What V8 lists as covered is what was loaded.
  const server = await serve({ NODE_V8_COVERAGE: scripts, ...environment });
  expect((await ask(server)).status).toBe(200);
  await stop(server);
  const reports = await Promise.all(
    (await readdir(scripts)).map((name) => readFile(path.join(scripts, name), "utf8")),
  );
  expect(reports.join("")).toContain("run-server.ts");
  return reports.join("").includes("@opentelemetry/sdk-trace");
};

it("loads nothing of it, and sends nothing, where no collector is named", async () => {
  expect(await loadsSdk({})).toBe(false);
  expect(received).toEqual([]);
  expect(await loadsSdk({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint })).toBe(true);
});
