import { DefaultChatTransport, readUIMessageStream } from "ai";
import type { UIMessageChunk } from "ai";
import { describe, expect, it } from "vitest";
import type { AnswerEvent } from "../answering/assistant.ts";
import { CitationSchema, ProblemSchema } from "../contract/common.ts";
import { NoticeSchema, RefusalSchema } from "../contract/answer.ts";
import type { Answer } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import { clauseUrl } from "../policy/citation.ts";
import type { ChatMessage } from "./chat-stream.ts";
import { indexNotReady } from "./absent.ts";
import type { Services } from "./services.ts";
import { postJson, scriptedAssistant, scriptedServices, testApp } from "./test-app.ts";

const citation: Citation = {
  index: 1,
  clauseId: "plan-6",
  documentId: "plan",
  documentTitle: "《某某方案》",
  issuers: ["某某部"],
  documentNumber: null,
  label: "六、",
  path: ["六、保障"],
  quote: "设立基金。",
  start: 10,
  end: 15,
  status: "in_force",
  effectiveFrom: "2024",
  effectiveTo: "2027",
  sourceUrl: null,
  url: clauseUrl("plan", "plan-6"),
};
const statement = { text: "设立基金。", citations: [1], count: null };
const notice = { kind: "expired", documentId: "plan", text: "已到期。" } as const;
const answer: Answer = {
  id: "a1",
  resolvedQuestion: "谁设立基金？",
  refused: false,
  refusal: null,
  answer: "设立基金。[1]",
  statements: [statement],
  citations: [citation],
  notices: [notice],
  asOf: "2026-11-22",
  mode: "extractive",
  model: null,
  index: "f1",
  timingMs: { understand: 1, retrieve: 1, compose: 1, verify: 1, total: 4 },
};
const refusal = { reason: "not_in_corpus", message: "文件中没有。", nearest: [citation] } as const;

const noIndex = async (): Promise<never> => {
  throw indexNotReady();
};

type Script = Parameters<typeof scriptedAssistant>[0];

const services = (script: Script): Services => scriptedServices({ assistant: scriptedAssistant(script) });

const appThat = (script: Script, requestLimitMs = 10_000) => testApp(services(script), { requestLimitMs });

const following = (...events: readonly AnswerEvent[]): Script =>
  async function* follow() {
    yield* events;
  };

const userMessage: ChatMessage = { id: "u1", role: "user", parts: [{ type: "text", text: "谁设立基金？" }] };
const body = { messages: [userMessage] };

/** The chunks that the SDK's own transport, the one that `useChat` uses, reads from the app. */
const send = (script: Script): Promise<ReadableStream<UIMessageChunk>> => {
  const app = appThat(script);
  const transport = new DefaultChatTransport<ChatMessage>({
    api: "http://localhost/api/chat",
    fetch: async (address, init) => app.request(address instanceof URL ? address.href : address, init),
  });
  return transport.sendMessages({
    chatId: "c1",
    messageId: undefined,
    messages: [userMessage],
    trigger: "submit-message",
    abortSignal: undefined,
  });
};

const lastMessage = async (
  script: Script,
  onError?: (error: unknown) => void,
): Promise<ChatMessage | undefined> => {
  let last: ChatMessage | undefined;
  const stream = await send(script);
  for await (const message of readUIMessageStream<ChatMessage>({
    stream,
    ...(onError === undefined ? {} : { onError }),
  })) {
    last = message;
  }
  return last;
};

describe("the chat stream", () => {
  it("is read back by the SDK with every part in its place", async () => {
    const message = await lastMessage(
      following(
        { type: "notice", notice },
        { type: "citation", citation },
        { type: "statement", statement },
        { type: "done", answer },
      ),
    );
    const parts = message?.parts ?? [];
    expect(parts.map(({ type }) => type)).toStrictEqual([
      "data-notice",
      "source-document",
      "data-citation",
      "text",
      "data-answer",
    ]);
    expect(parts.find((part) => part.type === "text")?.text).toBe("设立基金。[1]");
    expect(parts.find((part) => part.type === "source-document")).toMatchObject({
      sourceId: "plan-6",
      mediaType: "text/plain",
      title: "《某某方案》六、",
    });
    expect(CitationSchema.parse(parts.find((part) => part.type === "data-citation")?.data)).toStrictEqual(
      citation,
    );
    expect(NoticeSchema.parse(parts.find((part) => part.type === "data-notice")?.data)).toStrictEqual(notice);
    const data = parts.find((part) => part.type === "data-answer")?.data;
    expect(data).toMatchObject({ id: "a1", refused: false, index: "f1" });
    expect(data).not.toHaveProperty("citations");
  });

  it("shows a refusal as text and as data", async () => {
    const refused: Answer = { ...answer, refused: true, refusal, answer: "", statements: [], citations: [] };
    const message = await lastMessage(
      following({ type: "refusal", refusal }, { type: "done", answer: refused }),
    );
    const parts = message?.parts ?? [];
    expect(parts.map(({ type }) => type)).toStrictEqual(["text", "data-refusal", "data-answer"]);
    expect(parts.find((part) => part.type === "text")?.text).toBe("文件中没有。");
    expect(RefusalSchema.parse(parts.find((part) => part.type === "data-refusal")?.data)).toStrictEqual(
      refusal,
    );
  });

  it("says as problem details what went wrong in the middle, without any detail", async () => {
    const errors: unknown[] = [];
    const message = await lastMessage(
      async function* fail() {
        yield { type: "citation", citation };
        yield { type: "statement", statement };
        throw new Error("secret");
      },
      (error) => errors.push(error),
    );
    expect(message?.parts.map(({ type }) => type)).not.toContain("data-answer");
    const text = errors[0] instanceof Error ? errors[0].message : "";
    expect(ProblemSchema.parse(JSON.parse(text))).toMatchObject({ status: 500, code: "internal_error" });
    expect(text).not.toContain("secret");
  });

  it("does not pass off half an answer as a whole one", async () => {
    const errors: unknown[] = [];
    await lastMessage(following({ type: "citation", citation }, { type: "statement", statement }), (error) =>
      errors.push(error),
    );
    expect(errors).toHaveLength(1);
  });

  it("says so when the time is up in the middle", async () => {
    const app = appThat(async function* wait(_question, signal) {
      yield { type: "citation", citation };
      await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
    }, 50);
    const text = await (await app.request("/api/chat", postJson(body))).text();
    expect(text).toContain('\\"code\\":\\"timeout\\"');
  });

  it("stops the work when the reader goes away", async () => {
    const aborted = Promise.withResolvers<boolean>();
    const app = appThat(async function* wait(_question, signal) {
      yield { type: "citation", citation };
      await new Promise<void>((resolve) => signal?.addEventListener("abort", () => resolve()));
      aborted.resolve(signal?.aborted ?? false);
    });
    const leaving = new AbortController();
    const response = await app.request("/api/chat", { ...postJson(body), signal: leaving.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    leaving.abort();
    expect(await aborted.promise).toBe(true);
    await reader?.cancel();
  });

  it("is an event stream that nothing keeps, compresses or loses the request id of", async () => {
    const app = appThat(following({ type: "done", answer }));
    const response = await app.request("/api/chat", postJson(body, { "accept-encoding": "gzip" }));
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    expect(response.headers.get("cache-control")).toContain("no-cache");
    expect(response.headers.get("content-encoding")).toBeNull();
    expect(response.headers.get("x-request-id")).toMatch(/^[\w-]+$/);
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await response.text()).toMatch(/data: \[DONE\]\n\n$/);
  });

  it("is a status, not a stream, where there is no index", async () => {
    const response = await testApp(scriptedServices({ snapshot: noIndex })).request(
      "/api/chat",
      postJson(body),
    );
    expect(response.status).toBe(503);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });
});
