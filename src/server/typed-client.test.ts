import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ClientError } from "../client/client-error.ts";
import { createClient } from "../client/create-client.ts";
import type { ChatEvent } from "../client/read-chat.ts";
import { IngestReplySchema } from "../contract/ingest.ts";
import { ingestPaths } from "../ingest/ingest.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { writeTokens } from "./access/token-file.ts";
import { TokenStore } from "./access/token-store.ts";
import { createToken } from "./access/token.ts";
import { openServices } from "./open-services.ts";
import { serveApp } from "./serve.ts";
import type { RunningServer } from "./serve.ts";
import { scriptedAssistant, scriptedServices, testApp } from "./test-app.ts";
import { Uploads } from "./uploads/uploads.ts";

const QUESTION = "对认定的企业给予多少奖励？";
const { token, record } = createToken("client", ["ask", "ingest"], null);

let folder: string;
let server: RunningServer;
const clientOf = (options: Parameters<typeof createClient>[0] = {}) =>
  createClient({ baseUrl: server.url, token, ...options });

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-client-"));
  await writeTokens(path.join(folder, "tokens.json"), [record]);
  await writeFile(path.join(folder, "plan.txt"), "支持办法\n\n第一条 对认定的企业给予50万元奖励。\n");
  const services = openServices({ dataDir: path.join(folder, "index"), model: null });
  await services.load();
  await ingestPaths([path.join(folder, "plan.txt")], services);
  const app = testApp(services, {
    requestLimitMs: 60_000,
    access: { tokens: new TokenStore(path.join(folder, "tokens.json")), tokenRequired: true },
    reportFolder: path.join(folder, "reports"),
    uploads: new Uploads(path.join(folder, "uploads"), async (file) =>
      IngestReplySchema.parse(await ingestPaths([file], services)),
    ),
  });
  server = await serveApp(app, "127.0.0.1", 0);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const errorOf = async (promise: Promise<unknown>): Promise<ClientError> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ClientError) return error;
  throw new Error(`no ClientError: ${String(error)}`);
};

const page = async (): Promise<Response> => new Response("<html>", { status: 200 });
const busy = async (): Promise<Response> =>
  new Response("", { status: 503, headers: { "retry-after": "5" } });

const eventsOf = async (events: AsyncGenerator<ChatEvent, void, undefined>): Promise<ChatEvent[]> => {
  const found: ChatEvent[] = [];
  for await (const event of events) found.push(event);
  return found;
};

const chatOf = (text: string) => ({ messages: [{ role: "user" as const, parts: [{ type: "text", text }] }] });

describe("the typed client", () => {
  it("streams the very answer that it gets at once", async () => {
    const client = clientOf();
    const answer = await client.answer({ question: QUESTION });
    const events = await eventsOf(client.chat(chatOf(QUESTION)));
    const texts = events.flatMap((event) => (event.type === "text" ? [event.text] : []));
    expect(texts.join("\n")).toBe(answer.answer);
    const cited = events.flatMap((event) => (event.type === "citation" ? [event.citation] : []));
    expect(cited).toEqual(answer.citations);
    const last = events.at(-1);
    expect(last?.type === "done" ? last.answer.statements : null).toEqual(answer.statements);
  });

  it("tells a refusal with the clauses that are nearest", async () => {
    const events = await eventsOf(clientOf().chat(chatOf("上海市的住房公积金怎么提取？")));
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(["refusal", "text", "done"]));
  });

  it("reaches every route", async () => {
    const client = clientOf();
    const { hits } = await client.search("奖励", { limit: 3, asOf: "2026-11-22", status: "in_force" });
    const { documents } = await client.documents();
    const id = documents[0]?.documentId ?? "";
    expect((await client.document(id)).text).toContain("50万元");
    expect((await client.clause(hits[0]?.clauseId ?? "")).documentId).toBe(id);
    expect((await client.match({ profile: { description: "企业" } })).asOf).toMatch(/^\d{4}/);
    expect(await client.matchBatch({ csv: "名称,简介\n甲,企业\n" })).toContain(",");
    expect((await client.report({ question: QUESTION })).reportId).not.toBe("");
    expect((await client.access()).token?.name).toBe("client");
    const uploaded = await client.upload(new File(["人才办法\n\n第一条 住房补贴为3万元。\n"], "other.txt"));
    expect(uploaded.files).toHaveLength(1);
    expect(client.linkTo("/documents/x#y")).toBe(`${server.url}documents/x#y`);
  });

  it("throws what the server says, in the language that was asked for", async () => {
    expect(await errorOf(clientOf({ token: "wrong" }).documents())).toMatchObject({
      status: 401,
      code: "token_required",
    });
    const error = await errorOf(clientOf({ language: "en" }).document("nothing"));
    expect(error).toMatchObject({ status: 404, code: "document_not_found", retryAfter: null });
    expect(error.message).toMatch(/^[ -~]+$/);
    expect(await errorOf(eventsOf(clientOf().chat(chatOf(" "))))).toMatchObject({ code: "empty_question" });
  });

  it("says that nobody answers, and what else answers than this server", async () => {
    expect(await errorOf(clientOf({ baseUrl: "http://127.0.0.1:9" }).documents())).toMatchObject({
      status: 0,
      code: "no_reply",
    });
    expect(await errorOf(clientOf({ fetch: page }).documents())).toMatchObject({ code: "unexpected_reply" });
    expect(await errorOf(clientOf({ fetch: busy }).documents())).toMatchObject({
      status: 503,
      retryAfter: 5,
    });
  });
});

describe("a stream of the typed client", () => {
  const half = { type: "statement" as const, statement: { text: "前半。", citations: [], count: null } };

  it("throws an error of mid-stream after what came before it", async () => {
    const error = new PolicyError({ code: "stopping", status: 503, message: { zh: "停止", en: "stopping" } });
    const assistant = scriptedAssistant(async function* script() {
      yield half;
      throw error;
    });
    const other = await serveApp(testApp(scriptedServices({ assistant })), "127.0.0.1", 0);
    const seen: string[] = [];
    const reading = (async () => {
      for await (const event of createClient({ baseUrl: other.url }).chat(chatOf("x"))) seen.push(event.type);
    })();
    expect(await errorOf(reading)).toMatchObject({ status: 503, code: "stopping" });
    expect(seen).toEqual(["text"]);
    await other.stop();
  });

  it("asks the server to stop when the loop is left", async () => {
    const stopped = Promise.withResolvers<void>();
    const assistant = scriptedAssistant(async function* script(_question, signal) {
      yield half;
      await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
      stopped.resolve();
    });
    const other = await serveApp(testApp(scriptedServices({ assistant })), "127.0.0.1", 0);
    for await (const event of createClient({ baseUrl: other.url }).chat(chatOf("x"))) {
      expect(event.type).toBe("text");
      break;
    }
    await stopped.promise;
    await other.stop();
  });

  it.each(["", 'data: {"type":"text-delta","delta":"半"}\n\n', "data: {broken\n\n", "data: [DONE]\n\n"])(
    "that ends early is no answer: %j",
    async (text) => {
      const cut = async (): Promise<Response> => new Response(text);
      const client = createClient({ baseUrl: "http://127.0.0.1", fetch: cut });
      expect(await errorOf(eventsOf(client.chat(chatOf("x"))))).toMatchObject({ code: "no_reply" });
    },
  );
});
