import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseCliOptions } from "./cli-options.ts";
import { startScriptedEndpoint } from "./openai/scripted-endpoint.ts";
import { runEvaluation } from "./run-evaluation.ts";

const SOURCE = "一、总收入达到5500亿元。\n二、认定300家企业，\n到2015年完成。";
const CASES = [
  {
    id: "a",
    question: "认定多少家？",
    evidence: [{ anyOf: [{ document: "made-plan", snippet: "认定300家企业" }] }],
    expect: { refused: false },
  },
  { id: "b", question: "天气如何？", expect: { refused: true } },
];

let folder = "";
let stop: (() => Promise<void>) | null = null;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhengwen-run-"));
  writeFileSync(join(folder, "made-plan.txt"), SOURCE);
  writeFileSync(join(folder, "cases.jsonl"), CASES.map((each) => JSON.stringify(each)).join("\n"));
});
afterEach(async () => {
  await stop?.();
  stop = null;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** An endpoint that answers, refuses and judges. */
const startEndpoint = async () => {
  const endpoint = await startScriptedEndpoint((last) => {
    if (last.startsWith("{")) return "是";
    return last.includes("天气") ? "资料中没有相关内容，无法回答。" : "规划说“认定300家企业，到2015年完成”。";
  });
  stop = () => endpoint.stop();
  return endpoint;
};
const optionsAt = (url: string, ...more: readonly string[]) =>
  parseCliOptions([
    "--target",
    `openai:${url}/v1`,
    "--model",
    "m",
    "--cases",
    join(folder, "cases.jsonl"),
    "--documents",
    folder,
    "--report",
    join(folder, "report"),
    ...more,
  ]);

describe("runEvaluation", () => {
  it("asks an OpenAI-compatible endpoint, lets a model judge, and does not ask again on resuming", async () => {
    const endpoint = await startEndpoint();
    const judge = ["--judge", `openai:${endpoint.url}/v1`, "--judge-model", "j"];
    const evaluation = await runEvaluation(optionsAt(endpoint.url, ...judge));
    const values = Object.fromEntries(evaluation.metrics.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({
      evidenceRecall: 1,
      refusalsRight: 1,
      citationsVerbatim: 1,
      judgedRecall: 1,
    });
    expect(evaluation).toMatchObject({ judge: { model: "j" }, modes: ["m"] });
    expect(
      readFileSync(join(folder, "report", "run.jsonl"), "utf8")
        .trim()
        .split("\n"),
    ).toHaveLength(3);
    const asked = endpoint.requests.length;
    const again = await runEvaluation(optionsAt(endpoint.url, "--resume"));
    expect(endpoint.requests).toHaveLength(asked);
    expect(again.cases.map(({ reply }) => reply)).toEqual(evaluation.cases.map(({ reply }) => reply));
  });
  it("holds the run to the thresholds that are given", async () => {
    const endpoint = await startEndpoint();
    const thresholds = join(folder, "thresholds.json");
    writeFileSync(thresholds, '{"spanPrecision": {"min": 1}}');
    expect((await runEvaluation(optionsAt(endpoint.url, "--thresholds", thresholds))).met).toBe(false);
    writeFileSync(thresholds, '{"spanPrecision": {"min": 0.1}}');
    expect((await runEvaluation(optionsAt(endpoint.url, "--thresholds", thresholds))).met).toBe(true);
  });
  it("stops before asking where no case is left", async () => {
    const endpoint = await startEndpoint();
    await expect(runEvaluation(optionsAt(endpoint.url, "--filter", "nothing"))).rejects.toThrow(/No case/);
    expect(endpoint.requests).toEqual([]);
  });
});
