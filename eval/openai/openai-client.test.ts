import { afterEach, describe, expect, it } from "vitest";
import type { EvalCase } from "../case-schema.ts";
import { evaluate } from "../evaluate.ts";
import type { Evaluation } from "../evaluation.ts";
import { madeCase, madeCitation, madeReply, madeRun, REFUSAL_CASE } from "../metrics/made-run.ts";
import { runCases } from "../run-cases.ts";
import { fetchTargetDocuments } from "../target-documents.ts";
import { judgeRuns } from "./judge-runs.ts";
import { createOpenAiClient } from "./openai-client.ts";
import { readAnswer } from "./read-answer.ts";
import { startScriptedEndpoint } from "./scripted-endpoint.ts";

const PLAN = "甲市产业规划\n一、总收入达到5500亿元。\n二、认定300家企业，\n到2015年完成。";
const COPY = "乙市产业规划\n一、总收入达到5500亿元。";
const SOURCES = new Map([
  ["other", COPY],
  ["plan", PLAN],
]);
const ABOUT = { question: "？", asOf: "2026-01-01", model: "m" };

let stop: (() => Promise<void>) | null = null;
afterEach(async () => {
  await stop?.();
  stop = null;
});

const evaluateSaying = async (
  say: Parameters<typeof startScriptedEndpoint>[0],
  cases: readonly EvalCase[],
): Promise<Evaluation> => {
  const endpoint = await startScriptedEndpoint(say);
  stop = () => endpoint.stop();
  const client = createOpenAiClient({ baseUrl: `${endpoint.url}/v1`, model: "m", apiKey: "k" }, SOURCES);
  const runs = await runCases(client, cases, { concurrency: 2, repeats: 1, asOf: null, search: true });
  expect(endpoint.requests[0]).toMatchObject({ model: "m", authorization: "Bearer k" });
  const replies = runs.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  const documents = await fetchTargetDocuments(client, replies, ["plan"]);
  return evaluate(runs, documents, {}, { target: client.target, startedAt: "", casesFile: "" });
};
const valuesOf = ({ metrics }: Evaluation) =>
  Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
const CASE = madeCase();

describe("an OpenAI-compatible endpoint", () => {
  it("is judged by what it quotes", async () => {
    const evaluation = await evaluateSaying(
      () => "《甲市产业规划》提出：“认定300家企业，到2015年完成。”该规划已到期。",
      [CASE],
    );
    expect(valuesOf(evaluation)).toMatchObject({
      replies: 1,
      citationsVerbatim: 1,
      offsetsRight: 1,
      evidenceRecall: 1,
      requiredFacts: 1,
      determinism: 1,
      // What it says of validity has no quote beside it.
      statementsWithoutCitation: 0.5,
      retrievalRecall: null,
    });
    expect(evaluation.cases[0]?.reply?.notices).toMatchObject([{ kind: "expired" }]);
  });
  it("is uncited where it quotes nothing, and caught where it makes a quote up", async () => {
    const uncited = await evaluateSaying(() => "一共认定300家企业。", [CASE]);
    expect(valuesOf(uncited)).toMatchObject({ statementsWithoutCitation: 1, evidenceRecall: 0 });
    await stop?.();
    const madeUp = await evaluateSaying(() => "文件说“每年认定三千家高新技术企业”。", [CASE]);
    expect(valuesOf(madeUp)).toMatchObject({ citationsVerbatim: 0, offsetsRight: 0, evidenceRecall: 0 });
  });
  it("refuses by saying so", async () => {
    const refused = await evaluateSaying(() => "资料中没有相关内容，无法回答。", [CASE, REFUSAL_CASE]);
    expect(valuesOf(refused)).toMatchObject({ refusalsRight: 1, falseRefusals: 1 });
  });
  it("is told what was said before", async () => {
    const history = [
      { role: "user" as const, content: "前一个问题" },
      { role: "assistant" as const, content: "前一个回答" },
    ];
    await evaluateSaying(
      (_, { messages }) => {
        expect(messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
        return "无法回答。";
      },
      [madeCase({ history })],
    );
  });
  it("is a failed request where it is out of order", async () => {
    const failed = await evaluateSaying(() => ({ status: 500 }), [CASE]);
    expect(valuesOf(failed)).toMatchObject({ replies: 0 });
    expect(failed.cases[0]?.error).toMatch(/HTTP 500, out of order/);
  });
});

const cited = (text: string) => readAnswer(text, ABOUT, SOURCES).citations.map((each) => each.documentId);

describe("readAnswer", () => {
  it("takes the document that is named where the words stand in several", () => {
    expect(cited("《甲市产业规划》：“总收入达到5500亿元”。")).toEqual(["plan"]);
    expect(cited("《乙市产业规划》：「总收入达到5500亿元」。")).toEqual(["other"]);
    expect(cited("> 总收入达到5500亿元。")).toEqual(["other"]);
  });
  it("takes short words in quotation marks for names", () => {
    expect(readAnswer("支持“小巨人”企业。", ABOUT, SOURCES).citations).toEqual([]);
  });
  it("does not take a quoted 没有 for a refusal", () => {
    expect(readAnswer("没有例外：“总收入达到5500亿元”。", ABOUT, SOURCES).refused).toBe(false);
  });
});

describe("judgeRuns", () => {
  it("asks about every statement with its quotes", async () => {
    const endpoint = await startScriptedEndpoint((last) => {
      if (last.includes('"陈述":"不明"')) return "说不清";
      return last.includes('"陈述":"认定300家企业"') && last.includes("到2015年完成") ? "是。" : "否";
    });
    stop = () => endpoint.stop();
    const statements = ["认定300家企业", "认定301家企业", "不明", "没有引文"].map((text, at) => ({
      text,
      citations: at === 3 ? [] : [1],
      count: null,
    }));
    const runs = [madeRun(madeReply({ statements, citations: [madeCitation()] })), madeRun(null)];
    const judged = await judgeRuns({ baseUrl: `${endpoint.url}/v1`, model: "j", apiKey: null }, runs, 2);
    expect(judged.map((run) => run.judged)).toEqual([[true, false, null, false], null]);
    expect(endpoint.requests).toHaveLength(3);
    expect(endpoint.requests[0]?.authorization).toBeNull();
  });
  it("has no verdict where the judge fails", async () => {
    const endpoint = await startScriptedEndpoint(() => ({ status: 429 }));
    stop = () => endpoint.stop();
    const [run] = await judgeRuns(
      { baseUrl: `${endpoint.url}/v1`, model: "j", apiKey: null },
      [madeRun(madeReply())],
      1,
    );
    expect(run?.judged).toEqual([null]);
  });
});
