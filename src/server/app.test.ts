import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { AnswerSchema } from "../contract/answer.ts";
import { ClauseDetailSchema, DocumentListSchema, DocumentSchema } from "../contract/documents.ts";
import { SearchReplySchema } from "../contract/search.ts";
import { ingestPaths } from "../ingest/ingest.ts";
import { openServices } from "./open-services.ts";
import type { OpenServices } from "./open-services.ts";
import { postJson, testApp } from "./test-app.ts";
import { problemOf } from "./test-problem.ts";
import { walkClauses } from "./walk-clauses.ts";

const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));
const NEW_PLAN = "zhongguancun-plan-2024-2027";
const OLD_PLAN = "zhongguancun-plan-2011-2015";

const ENDED_CLAUSE = "law/第2条";

const ChunkSchema = z.looseObject({
  type: z.string(),
  data: z.unknown().optional(),
  delta: z.string().optional(),
});

let folder: string;
let services: OpenServices;
let app: ReturnType<typeof testApp>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-app-"));
  services = openServices({ dataDir: path.join(folder, "index"), model: null });
  app = testApp(services, { requestLimitMs: 60_000 });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const get = async <S extends z.ZodType>(address: string, schema: S): Promise<z.output<S>> => {
  const response = await app.request(address);
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
};

const answerTo = async (body: Readonly<Record<string, unknown>>) => {
  const response = await app.request("/api/answer", postJson(body));
  expect(response.status).toBe(200);
  return AnswerSchema.parse(await response.json());
};

describe("before there is an index", () => {
  it("is alive, not ready, and says so everywhere", async () => {
    expect((await app.request("/healthz")).status).toBe(200);
    const addresses = ["readyz", "api/documents", "api/documents/x", "api/clauses/x", "api/search?q=x"];
    for (const address of addresses) expect((await app.request(`/${address}`)).status).toBe(503);
    expect((await app.request("/api/answer", postJson({ question: "基金" }))).status).toBe(503);
    const chat = { messages: [{ role: "user", parts: [{ type: "text", text: "基金" }] }] };
    expect((await app.request("/api/chat", postJson(chat))).status).toBe(503);
  });
});

describe("over the two plans and a law file", () => {
  beforeAll(async () => {
    const law = path.join(folder, "laws.jsonl");
    const line = { id: "law/第1条#a b", title: "第一条", text: "为了测试，制定本法。", document: "测试法" };
    const ended = {
      ...line,
      id: ENDED_CLAUSE,
      title: "第二条",
      text: "对量子实验奖励三万元。",
      effectiveTo: "2020",
    };
    await writeFile(law, `${JSON.stringify(line)}\n${JSON.stringify(ended)}\n`);
    await services.load();
    await ingestPaths([SEEDS, law], { index: services.index, embedder: services.embedder });
  });

  it("is ready", async () => {
    const response = await app.request("/readyz");
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ index: true, model: true });
  });

  it("lists the documents with their status today", async () => {
    const { documents } = await get("/api/documents", DocumentListSchema);
    const statuses = Object.fromEntries(documents.map(({ documentId, status }) => [documentId, status]));
    expect(statuses).toMatchObject({ [OLD_PLAN]: "expired" });
    expect(documents).toHaveLength(3);
    for (const document of documents) expect(document).not.toHaveProperty("text");
    const then = await get("/api/documents?asOf=2014-06-01", DocumentListSchema);
    expect(then.asOf).toBe("2014-06-01");
    expect(then.documents.find(({ documentId }) => documentId === OLD_PLAN)?.status).toBe("in_force");
    expect((await app.request("/api/documents?asOf=2014")).status).toBe(400);
  });

  it.each([NEW_PLAN, OLD_PLAN])("shows %s with every clause in its place", async (documentId) => {
    const document = await get(`/api/documents/${documentId}`, DocumentSchema);
    const clauses = [...walkClauses(document.clauses)];
    expect(clauses.length).toBeGreaterThan(50);
    const { clause, parent } = clauses.at(-1) ?? { clause: null, parent: null };
    const detail = await get(
      `/api/clauses/${encodeURIComponent(clause?.clauseId ?? "")}`,
      ClauseDetailSchema,
    );
    expect(detail.ownText).toBe(document.text.slice(clause?.start, clause?.end));
    expect(detail.text).toBe(document.text.slice(clause?.start, clause?.wholeEnd));
    expect(detail.parent).toBe(parent?.clauseId ?? null);
    expect(detail.next).toBeNull();
  });

  it("leads from clause to clause", async () => {
    const document = await get(`/api/documents/${NEW_PLAN}`, DocumentSchema);
    const parent = document.clauses.find(({ children }) => children.length > 1);
    const [first, second] = parent?.children ?? [];
    const detail = await get(`/api/clauses/${first?.clauseId ?? ""}`, ClauseDetailSchema);
    expect(detail).toMatchObject({ parent: parent?.clauseId, previous: null, next: second?.clauseId });
  });

  it.each([encodeURIComponent("law/第1条#a b"), "law/%E7%AC%AC1%E6%9D%A1%23a%20b"])(
    "finds a clause by the id that came with it: %s",
    async (id) => {
      const detail = await get(`/api/clauses/${id}`, ClauseDetailSchema);
      expect(detail).toMatchObject({ clauseId: "law/第1条#a b", documentTitle: "测试法" });
      expect(new URL(detail.url, "http://localhost").hash).toBe(`#${encodeURIComponent("law/第1条#a b")}`);
    },
  );

  it.each([
    "/api/documents/nothing",
    "/api/clauses/nothing",
    "/api/clauses/%E0%A4%A",
    "/api/clauses/'%20OR%20''='",
  ])("knows nothing of %s", async (address) => {
    expect((await app.request(address)).status).toBe(404);
  });

  it("searches: the plain ranking, one hit for each clause", async () => {
    const query = `q=${encodeURIComponent("中关村科学研究基金")}`;
    const { hits } = await get(`/api/search?${query}&limit=20`, SearchReplySchema);
    expect(hits).toHaveLength(20);
    expect(hits[0]?.text).toContain("中关村科学研究基金");
    expect(new Set(hits.map(({ clauseId }) => clauseId)).size).toBe(20);
    expect(hits.map(({ score }) => score)).toStrictEqual(
      hits.map(({ score }) => score).toSorted((left, right) => right - left),
    );
    expect((await get(`/api/search?${query}`, SearchReplySchema)).hits).toHaveLength(10);
  });

  it("judges a clause by dates of its own", async () => {
    const { documents } = await get("/api/documents", DocumentListSchema);
    const law = documents.find(({ title }) => title === "测试法");
    expect(law?.status).toBe("unknown");
    const detail = await get(`/api/clauses/${encodeURIComponent(ENDED_CLAUSE)}`, ClauseDetailSchema);
    expect(detail.status).toBe("expired");
    const address = `/api/search?q=${encodeURIComponent("量子实验奖励三万元")}`;
    const statusOn = async (asOf: string) =>
      (await get(`${address}&asOf=${asOf}`, SearchReplySchema)).hits.find(
        ({ clauseId }) => clauseId === ENDED_CLAUSE,
      )?.status;
    expect(await statusOn("2026-11-22")).toBe("expired");
    expect(await statusOn("2020-06-01")).toBe("in_force");
  });

  it("knows no document that is not there, and no restriction without one", async () => {
    const question = "谁来设立中关村科学研究基金？";
    const documentIds = [NEW_PLAN, "no-such-plan", "nor-this"];
    const chat = { messages: [{ role: "user", parts: [{ type: "text", text: question }] }], documentIds };
    for (const response of [
      await app.request("/api/answer", postJson({ question, documentIds })),
      await app.request("/api/chat", postJson(chat)),
    ]) {
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status: 404, code: "document_not_found" });
      expect(problem.detail).toContain("no-such-plan、nor-this");
      expect(problem.detail).not.toContain(NEW_PLAN);
    }
    expect((await answerTo({ question, documentIds: [] })).refused).toBe(false);
  });

  it("searches what is in force on a day", async () => {
    const address = `/api/search?q=${encodeURIComponent("技术合同成交额")}&limit=100`;
    const idsOn = async (rest: string) =>
      new Set((await get(`${address}${rest}`, SearchReplySchema)).hits.map(({ documentId }) => documentId));
    expect(await idsOn("")).toContain(OLD_PLAN);
    expect(await idsOn("&status=in_force&asOf=2026-11-22")).not.toContain(OLD_PLAN);
    const then = await idsOn("&status=in_force&asOf=2013-01-01");
    expect(then).toContain(OLD_PLAN);
    expect(then).not.toContain(NEW_PLAN);
  });

  it("survives a query of nothing but punctuation, quotes or a broken character", async () => {
    for (const query of ["？！", "\"'", "’ OR 1=1 --"]) {
      await get(`/api/search?q=${encodeURIComponent(query)}`, SearchReplySchema);
    }
    const answer = await answerTo({ question: "基金\ud800" });
    expect(answer.resolvedQuestion.isWellFormed()).toBe(true);
  });

  it("answers with quotes that stand in the documents, word for word", async () => {
    const answer = await answerTo({ question: "谁来设立中关村科学研究基金？" });
    expect(answer.refused).toBe(false);
    expect(answer.citations.length).toBeGreaterThan(0);
    for (const { documentId, quote, start, end } of answer.citations) {
      const { text } = await get(`/api/documents/${documentId}`, DocumentSchema);
      expect(quote).toBe(text.slice(start, end));
    }
    for (const { citations } of answer.statements) expect(citations.length).toBeGreaterThan(0);
  });

  it("refuses what the documents do not hold", async () => {
    const answer = await answerTo({ question: "上海市2025年的住房公积金政策是什么？" });
    expect(answer).toMatchObject({ refused: true, statements: [], citations: [] });
    expect(answer.refusal?.message).not.toBe("");
  });

  it("judges validity on the day that is asked for, and keeps to the documents that are asked for", async () => {
    const question = "2010年中关村的技术合同成交额是多少？";
    const today = await answerTo({ question, asOf: "2026-11-22" });
    expect(today.citations.find(({ documentId }) => documentId === OLD_PLAN)?.status).toBe("expired");
    expect(today.notices.map(({ kind }) => kind)).toContain("expired");
    const then = await answerTo({ question, asOf: "2013-01-01" });
    expect(then.citations.find(({ documentId }) => documentId === OLD_PLAN)?.status).toBe("in_force");
    const elsewhere = await answerTo({ question, documentIds: [NEW_PLAN] });
    expect(elsewhere.citations.map(({ documentId }) => documentId)).not.toContain(OLD_PLAN);
  });

  it("streams the very answer that it gives at once", async () => {
    const question = "谁来设立中关村科学研究基金？";
    const whole = await answerTo({ question });
    const chat = { messages: [{ role: "user", parts: [{ type: "text", text: question }] }] };
    const text = await (await app.request("/api/chat", postJson(chat))).text();
    const chunks = text
      .split("\n\n")
      .filter((line) => line.startsWith("data: {"))
      .map((line) => ChunkSchema.parse(JSON.parse(line.slice("data: ".length))));
    const of = (type: string) => chunks.filter((chunk) => chunk.type === type);
    expect(of("data-citation").map(({ data }) => data)).toStrictEqual(whole.citations);
    expect(of("text-delta").map(({ delta }) => delta)).toStrictEqual(
      whole.statements.map((each) => each.text + each.citations.map((index) => `[${index}]`).join("")),
    );
    expect(of("finish")).toHaveLength(1);
    expect(of("error")).toHaveLength(0);
  });
});
