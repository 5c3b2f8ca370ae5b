import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import OpenAI from "openai";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChatCompletionChunkSchema, ChatCompletionSchema } from "../../contract/openai.ts";
import { ingestPaths } from "../../ingest/ingest.ts";
import { openServices } from "../open-services.ts";
import type { RunningServer } from "../serve.ts";
import { serveApp } from "../serve.ts";
import { testApp } from "../test-app.ts";

const SEEDS = fileURLToPath(new URL("../../../seeds/", import.meta.url));
const FUND = "谁来设立中关村科学研究基金？";

let folder: string;
let server: RunningServer;
let client: OpenAI;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-openai-"));
  const services = openServices({ dataDir: path.join(folder, "index"), model: null });
  await services.load();
  await ingestPaths([SEEDS], { index: services.index, embedder: services.embedder });
  server = await serveApp(testApp(services, { requestLimitMs: 60_000 }), "127.0.0.1", 0);
  client = new OpenAI({ baseURL: `${server.url}v1`, apiKey: "none-needed", maxRetries: 0 });
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const complete = (messages: OpenAI.ChatCompletionMessageParam[]) =>
  client.chat.completions.create({ model: "zhengwen", messages });

const errorOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof OpenAI.APIError)) throw new Error("The request did not fail as it should.");
  return error;
};

describe("OpenAI's client", () => {
  it("lists and finds the model", async () => {
    const models = await client.models.list();
    expect(models.data.map(({ id }) => id)).toStrictEqual(["zhengwen"]);
    expect((await client.models.retrieve("zhengwen")).id).toBe("zhengwen");
    expect((await errorOf(client.models.retrieve("other"))).code).toBe("model_not_found");
  });

  it("gets an answer with its sources below it, and an annotation at each marker", async () => {
    const completion = ChatCompletionSchema.parse(await complete([{ role: "user", content: FUND }]));
    const { content, annotations } = completion.choices[0]?.message ?? { content: "", annotations: [] };
    const { citations, statements } = completion.zhengwen;
    expect(content).toContain(statements[0]?.text);
    expect(content).toContain("\n\n依据：\n[1] 《");
    expect(annotations.length).toBeGreaterThan(0);
    for (const { url_citation: at } of annotations) {
      const marker = content.slice(at.start_index, at.end_index);
      const cited = citations.find(({ index }) => marker === `[${index}]`);
      expect(at.url).toBe(new URL(cited?.url ?? "", server.url).href);
      expect(at.title).toContain(cited?.label);
      expect(content).toContain(`${marker} ${at.title}`);
    }
  });

  it("streams the very text that it gives at once", async () => {
    const whole = await complete([{ role: "user", content: FUND }]);
    const stream = await client.chat.completions.create({
      model: "zhengwen",
      messages: [{ role: "user", content: FUND }],
      stream: true,
      stream_options: { include_usage: true },
    });
    const chunks = [];
    for await (const chunk of stream) chunks.push(ChatCompletionChunkSchema.parse(chunk));
    const deltas = chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta));
    expect(deltas.map(({ content }) => content ?? "").join("")).toBe(whole.choices[0]?.message.content);
    expect(deltas.at(-1)?.annotations).toStrictEqual(whole.choices[0]?.message.annotations);
    expect(chunks.flatMap(({ choices }) => choices.map((each) => each.finish_reason)).at(-1)).toBe("stop");
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { total_tokens: 0 } });
  });

  it("gets a refusal as ordinary text, with its reason in a field", async () => {
    const question = "上海市2025年的住房公积金政策是什么？";
    const completion = ChatCompletionSchema.parse(await complete([{ role: "user", content: question }]));
    const { refused, refusal } = completion.zhengwen;
    expect(refused).toBe(true);
    expect(completion.choices[0]?.message.annotations).toStrictEqual([]);
    expect(completion.choices[0]?.message.content.startsWith(refusal?.message ?? "?")).toBe(true);
  });

  it("reads the conversation, in parts as well as in one string", async () => {
    const first = await complete([{ role: "user", content: "2010年中关村的技术合同成交额是多少？" }]);
    const completion = ChatCompletionSchema.parse(
      await complete([
        { role: "system", content: "Answer without citations." },
        { role: "user", content: "2010年中关村的技术合同成交额是多少？" },
        { role: "assistant", content: first.choices[0]?.message.content ?? "" },
        { role: "user", content: [{ type: "text", text: "那企业总收入呢？" }] },
      ]),
    );
    expect(completion.zhengwen.resolvedQuestion).toContain("2010年");
    expect(completion.zhengwen.resolvedQuestion).toContain("总收入");
  });

  it("is told in its own form what is wrong", async () => {
    const other = client.chat.completions.create({
      model: "gpt-5",
      messages: [{ role: "user", content: FUND }],
    });
    expect(await errorOf(other)).toMatchObject({
      status: 404,
      code: "model_not_found",
      type: "not_found_error",
    });
    const format = client.chat.completions.create({
      model: "zhengwen",
      messages: [{ role: "user", content: FUND }],
      response_format: { type: "json_object" },
    });
    expect(await errorOf(format)).toMatchObject({
      status: 400,
      code: "invalid_request",
      param: "response_format.type",
      type: "invalid_request_error",
    });
    const image = complete([
      { role: "user", content: [{ type: "image_url", image_url: { url: "http://127.0.0.1:1/x.png" } }] },
    ]);
    expect(await errorOf(image)).toMatchObject({ status: 422, code: "unsupported_content" });
    expect(await errorOf(complete([]))).toMatchObject({ status: 400, param: "messages" });
    expect(await errorOf(complete([{ role: "user", content: " " }]))).toMatchObject({
      code: "empty_question",
    });
  });
});
