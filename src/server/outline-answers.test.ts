import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingestPaths } from "../ingest/ingest.ts";
import { openServices } from "./open-services.ts";
import type { OpenServices } from "./open-services.ts";

const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));

/** A plan whose parts have headings, of which one is divided into as many parts as another. */
const SEA_PLAN = `即海新区海洋产业发展规划（2024—2028年）

一、发展基础

新区海岸线长120公里。

二、重点任务

（一）壮大海洋工程装备产业。建设海洋装备产业园。

（二）培育海洋生物医药产业。支持企业开展海洋药物研发。

（三）提升现代渔业。推广大型智能深水网箱。

三、融资支持

（一）设立引导基金。区级财政出资3亿元。

（二）给予贷款贴息。按实付利息的30%贴息。
`;

let folder: string;
let services: OpenServices;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-outline-"));
  services = openServices({ dataDir: path.join(folder, "index"), model: null });
  const file = path.join(folder, "sea-plan.txt");
  await writeFile(file, SEA_PLAN);
  const { index, embedder } = services;
  await ingestPaths([SEEDS, file], {
    index,
    embedder,
    removeMissing: false,
    onProgress: () => undefined,
  });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = (question: string) =>
  services.assistant.answer({ question, history: [], asOf: "2026-11-22", documentIds: null });
const said = async (question: string): Promise<string> =>
  (await ask(question)).statements.map(({ text }) => text).join("\n");

describe("a question for a part that plans have by convention", () => {
  it("lists the principles, which no heading names", async () => {
    const { statements, citations } = await ask("中关村世界领先科技园区建设方案的基本原则有哪些");
    expect(statements.map(({ text }) => text.slice(0, 6))).toStrictEqual([
      "——中国特色",
      "——原创引领",
      "——人才为本",
      "——开放融合",
    ]);
    expect(citations.map(({ documentId }) => documentId)).not.toContain("sea-plan");
  });

  it("takes the chapters between the general and the closing ones for the tasks, and counts them", async () => {
    const { statements } = await ask("世界领先科技园区要完成哪些重点任务");
    expect(statements).toHaveLength(1);
    expect(statements[0]?.count).toBe(5);
    expect(statements[0]?.text).toContain("二、打造全球领先的原始创新策源地；");
    expect(statements[0]?.text).not.toMatch(/总体要求|组织保障/);
  });

  it("finds a part by its heading, with the parts that it is divided into", async () => {
    expect(await said("2024—2027年方案的保障措施有哪些")).toContain("共5项：（十八）加强组织领导");
    expect(await said("十二五规划提出哪些具体目标")).toContain("共6项：自主创新的体制机制基本形成；");
  });

  it("keeps to what is said of the year that is asked for", async () => {
    const texts = await said("到2027年的主要目标是什么");
    expect(texts).toContain("到 2027 年，初步建成世界领先科技园区。");
    expect(texts).not.toMatch(/2035|2015/);
    expect(await said("2030年的主要目标是什么")).not.toContain("初步建成");
  });

  it("puts the goals of two plans side by side", async () => {
    const texts = await said("新旧两份中关村文件的总目标有什么不同？一个说2015年，一个说2027年。");
    expect(texts).toContain("到 2027 年，初步建成世界领先科技园区。");
    expect(texts).toContain("初步建成具有全球影响力的科技创新中心");
  });

  it("answers in English where that was asked", async () => {
    expect(await said("What are the main tasks of the 2024-2027 plan?")).toContain("has 5 parts: 二、");
  });

  it("does not take goals for principles, nor one matter's tasks for the plan's", async () => {
    expect(await said("十二五规划的指导原则包括哪些")).toContain(
      "“需求拉动、机制创新、重点突破、开放合作”的原则",
    );
    expect(await said("工业互联网的任务有哪些")).not.toContain("的任务共");
    expect(await said("原始创新策源能力怎么提升，有哪些任务")).not.toContain("的任务共");
  });
});

describe("a question for how long a document runs", () => {
  it("knows the document by the words of its title", async () => {
    expect(await said("即海新区那个海洋规划执行到哪一年")).toContain("的实施期为2024年至2028年，现行有效。");
    expect(await said("即海新区的渔业执行到哪一年")).not.toContain("的实施期为");
  });
});

describe("a question for a list that names a section", () => {
  it("lists its parts, each with what it says first", async () => {
    const { statements, citations } = await ask("即海新区的海洋规划，重点任务有哪三项");
    expect(statements.at(-1)?.count).toBe(3);
    expect(citations.map(({ quote }) => quote)).toContain("（三）提升现代渔业。推广大型智能深水网箱。");
  });

  it("does not list as many parts as were not asked for, nor a section for one of its matters", async () => {
    expect(await said("即海新区融资支持有哪些")).toContain("共2项：（一）设立引导基金");
    expect(await said("即海新区融资支持有哪五项")).not.toContain("共2项");
    expect(await said("即海新区融资支持有哪些银行参加")).not.toContain("共2项");
  });
});
