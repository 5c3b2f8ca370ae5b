import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAssistantClient } from "./assistant-client.ts";
import type { EvalCase } from "./case-schema.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluation } from "./evaluation.ts";
import { loadCases } from "./load-cases.ts";
import { runCases } from "./run-cases.ts";
import { selectCases } from "./select-cases.ts";
import type { ServerProcess } from "./server-process.ts";
import { startServerProcess } from "./server-process.ts";
import { readSourceDocuments } from "./source-documents.ts";
import { fetchTargetDocuments } from "./target-documents.ts";
import { readThresholds } from "./thresholds.ts";
import { alwaysRefuse } from "./broken/always-refuse.ts";
import type { Breakage } from "./broken/breakage.ts";
import { startBrokenAssistant } from "./broken/broken-assistant.ts";
import { citeNeighbour } from "./broken/cite-neighbour.ts";
import { dropCitations } from "./broken/drop-citations.ts";
import type { MadeAnswer, MadeDocument } from "./broken/honest-assistant.ts";
import { honestAssistant } from "./broken/honest-assistant.ts";
import type { Listening } from "./broken/listen.ts";
import { listen } from "./broken/listen.ts";
import { neverRefuse } from "./broken/never-refuse.ts";
import { shiftOffsets } from "./broken/shift-offsets.ts";
import { oneCitation } from "./broken/one-citation.ts";
import { expiredAsInForce } from "./broken/expired-as-in-force.ts";
import { wanForYi } from "./broken/wan-for-yi.ts";
import { swapDigit } from "./broken/swap-digit.ts";

const DOCUMENTS: readonly MadeDocument[] = [
  {
    fileName: "old-plan.txt",
    title: "甲市产业规划（2011—2015年）",
    effectiveFrom: "2011",
    effectiveTo: "2015",
    lines: [
      "一、到2015年，总收入达到5500亿元。",
      "二、市科委每年认定300家企业。",
      "三、设立18亿元的引导基金。",
    ],
  },
  {
    fileName: "new-plan.txt",
    title: "甲市建设方案（2024—2027年）",
    effectiveFrom: "2024",
    effectiveTo: "2027",
    lines: ["一、到2027年，建成4个产业集群。", "二、研发投入占比达到40%。", "三、为人才提供便利。"],
  },
];
const ANSWERS = new Map<string, MadeAnswer>([
  ["规划的总收入目标？", { fileName: "old-plan.txt", lines: [0] }],
  ["规划每年认定多少家企业？", { fileName: "old-plan.txt", lines: [1] }],
  ["方案要建成几个产业集群？", { fileName: "new-plan.txt", lines: [0] }],
  ["方案的研发投入和人才条款？", { fileName: "new-plan.txt", lines: [1, 2] }],
]);

const answered = (
  id: string,
  question: string,
  document: string,
  snippets: readonly string[],
  facts: readonly string[],
): EvalCase => ({
  id,
  question,
  evidence: snippets.map((snippet) => ({ anyOf: [{ document, snippet }] })),
  requiredFacts: facts.map((fact) => [fact]),
  expect: { refused: false, reasons: null, notice: document === "old-plan" ? "expired" : null },
  tags: ["made"],
  keptAside: false,
});
const refused = (id: string, question: string): EvalCase => ({
  id,
  question,
  evidence: [],
  requiredFacts: [],
  expect: { refused: true, reasons: ["not_in_corpus"], notice: null },
  tags: ["made"],
  keptAside: false,
});
const CASES: readonly EvalCase[] = [
  answered("made-1", "规划的总收入目标？", "old-plan", ["总收入达到5500亿元"], ["5500亿元"]),
  answered("made-2", "规划每年认定多少家企业？", "old-plan", ["认定300家企业"], ["300家"]),
  answered("made-3", "方案要建成几个产业集群？", "new-plan", ["4个产业集群"], ["4个"]),
  answered("made-4", "方案的研发投入和人才条款？", "new-plan", ["达到40%", "为人才提供便利"], ["40％"]),
  refused("made-5", "今天天气如何？"),
  refused("made-6", "乙市的补贴标准？"),
];
const THRESHOLDS = readThresholds(new URL("thresholds.json", import.meta.url));

/** Every way of answering badly, with the metrics that are meant for it. */
const BROKEN: readonly (readonly [string, Breakage, readonly string[]])[] = [
  ["shifts offsets", shiftOffsets, ["offsetsRight"]],
  ["swaps a digit", swapDigit, ["numbersOutsideLock"]],
  ["never refuses", neverRefuse, ["refusalsRight"]],
  ["drops citations", dropCitations, ["statementsWithoutCitation"]],
  ["always refuses", alwaysRefuse, ["falseRefusals", "evidenceRecall"]],
  ["cites the neighbouring clause", citeNeighbour, ["evidenceRecall", "citationRecall"]],
  ["says 亿 for 万 and 万 for 亿", wanForYi, ["numbersOutsideLock"]],
  ["cites what has expired as in force", expiredAsInForce, ["validityErrors"]],
  ["attaches one citation to everything", oneCitation(), ["citationRecall"]],
];

const evaluateAt = async (target: string, cases: readonly EvalCase[]): Promise<Evaluation> => {
  const client = createAssistantClient(target);
  const runs = await runCases(client, cases, { concurrency: 2, repeats: 2, asOf: null, search: true });
  const replies = runs.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  const documents = await fetchTargetDocuments(client, replies);
  return evaluate(runs, documents, THRESHOLDS, { target, startedAt: "", casesFile: "test" });
};

const missedBy = async (
  target: string,
  cases: readonly EvalCase[],
  breakage: Breakage,
): Promise<string[]> => {
  const broken = await startBrokenAssistant(target, breakage);
  try {
    const { metrics } = await evaluateAt(broken.url, cases);
    return metrics.filter((metric) => !metric.met).map((metric) => metric.name);
  } finally {
    await broken.stop();
  }
};

describe("over made documents", () => {
  let honest: Listening;
  beforeAll(async () => {
    honest = await listen(honestAssistant(DOCUMENTS, ANSWERS, "2026-01-01"));
  });
  afterAll(() => honest.stop());

  it("the metrics find nothing wrong with an honest assistant", async () => {
    const evaluation = await evaluateAt(honest.url, CASES);
    expect(evaluation.met).toBe(true);
    expect(evaluation.cases.flatMap((each) => each.findings)).toEqual([]);
    const values = Object.fromEntries(evaluation.metrics.map(({ name, value }) => [name, value]));
    expect(values).toMatchObject({
      evidenceRecall: 1,
      evidencePrecision: 1,
      citationRecall: 1,
      citationPrecision: 1,
      spanRecall: 1,
      retrievalRecall: 1,
      // The second line of the one answer with two is found second.
      retrievalRank: 0.9,
      validityErrors: 0,
      requiredFacts: 1,
      refusalReasons: 1,
      noticesRight: 1,
      determinism: 1,
    });
  });
  it.each(BROKEN)("they catch an assistant that %s", async (_, breakage, caughtBy) => {
    const missed = await missedBy(honest.url, CASES, breakage);
    expect(missed).toEqual(expect.arrayContaining([...caughtBy]));
    // Caught as what it is, not as a server that does not work.
    expect(missed).not.toContain("replies");
  });
});

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

describe("over the project's own server and cases", () => {
  const all = loadCases(pathOf("cases/seeds.jsonl"), readSourceDocuments([pathOf("../seeds/")]));
  const own = selectCases(all, { keptAside: "exclude", filter: null });
  const tagged = (tag: string): EvalCase[] => own.filter((each) => each.tags.includes(tag));
  const cases = [...tagged("number").slice(0, 6), ...tagged("off-topic").slice(0, 3)];

  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServerProcess();
  }, 320_000);
  afterAll(() => server.stop());

  it("the metrics pass the honest server", async () => {
    const evaluation = await evaluateAt(server.url, cases);
    expect(evaluation.metrics.filter((metric) => !metric.met)).toEqual([]);
  });
  it.each(BROKEN)("they catch the same server when it %s", async (_, breakage, caughtBy) => {
    const missed = await missedBy(server.url, cases, breakage);
    expect(missed).toEqual(expect.arrayContaining([...caughtBy]));
    expect(missed).not.toContain("replies");
  });
});
