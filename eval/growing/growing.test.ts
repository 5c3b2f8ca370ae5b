import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createAssistantClient } from "../assistant-client.ts";
import { honestAssistant } from "../broken/honest-assistant.ts";
import { listen } from "../broken/listen.ts";
import { caseCheck } from "../case-problems.ts";
import { loadCases } from "../load-cases.ts";
import { startScriptedEndpoint } from "../openai/scripted-endpoint.ts";
import type { DocumentReply } from "../../src/contract/documents.ts";
import { acceptDrafts } from "./accept-drafts.ts";
import { addDrafts, readDrafts, writeDrafts } from "./draft.ts";
import { ReportSchema } from "../../src/contract/report.ts";
import { draftFromReport } from "./draft-from-report.ts";
import { proposeFromModel } from "./propose-from-model.ts";
import { proposeFromTemplates } from "./propose-from-templates.ts";

const LINES = [
  "第一条 本办法所称示范企业，是指在本市注册的科技型企业。",
  "第二条 市科技局负责示范企业的认定和监督管理工作。",
  "第三条 到2027年，示范企业研发投入占比达到40%，全市示范企业总数超过300家。",
  "第四条 2026年6月底前，各区要制定示范企业培育的具体办法。",
  "第五条 本办法自发布之日起施行，由有关部门负责解释。",
];
const SOURCES = new Map([["rules", LINES.join("\n")]]);

let folder = "";
let document: DocumentReply;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "zhengwen-growing-"));
  const made = {
    fileName: "rules.txt",
    title: "甲市示范企业管理办法",
    effectiveFrom: "2024",
    effectiveTo: "2027",
    lines: LINES.map((line) => line.replace(" ", "、")),
  };
  const server = await listen(honestAssistant([made], new Map(), "2026-01-01"));
  try {
    const client = createAssistantClient(server.url);
    const [first] = await client.documents();
    document = await client.document(first?.documentId ?? "");
  } finally {
    await server.stop();
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const questions = (count: number) =>
  proposeFromTemplates(document, count).map((draft) => draft.case.question);

describe("proposeFromTemplates", () => {
  it("asks what clauses say: numbers, terms, who and until when", () => {
    expect(questions(20)).toEqual(
      expect.arrayContaining([
        "《甲市示范企业管理办法》中，示范企业研发投入占比达到百分之多少？",
        "《甲市示范企业管理办法》中，全市示范企业总数超过多少家？",
        "《甲市示范企业管理办法》所称的示范企业是指什么？",
        "按照《甲市示范企业管理办法》，示范企业的认定和监督管理工作由谁负责？",
        "《甲市示范企业管理办法》要求在什么时候之前各区要制定示范企业培育的具体办法？",
        "《甲市示范企业管理办法》第三条规定了什么？",
        "《甲市示范企业管理办法》为什么说示范企业研发投入占比达到50%？",
      ]),
    );
  });
  it("gives drafts that stand the checks of a run, and the same ones each time", () => {
    const sources = new Map([["rules", document.text]]);
    const drafts = proposeFromTemplates(document, 20);
    expect(drafts.flatMap((draft) => caseCheck(sources)(draft.case))).toEqual([]);
    expect(drafts.every((draft) => !draft.accept)).toBe(true);
    expect(new Set(drafts.map((draft) => draft.case.id)).size).toBe(drafts.length);
    expect(proposeFromTemplates(document, 20)).toEqual(drafts);
  });
  it("keeps to the count and lets the templates take turns", () => {
    const drafts = proposeFromTemplates(document, 3);
    expect(drafts).toHaveLength(3);
    expect(new Set(drafts.map(({ from }) => from.name)).size).toBe(3);
  });
});

describe("proposeFromModel", () => {
  it("keeps what quotes the clause and throws away what does not", async () => {
    const endpoint = await startScriptedEndpoint((last) => {
      if (last.includes("监督管理"))
        return '好的：{"question": "示范企业由哪个部门认定？", "snippet": "市科技局负责示范企业的认定", "facts": ["市科技局", "市财政局"]}';
      return last.includes("40%") ? '{"question": "占比多少？", "snippet": "占比达到90%"}' : "我不会。";
    });
    try {
      const drafts = await proposeFromModel(
        { baseUrl: `${endpoint.url}/v1`, model: "m", apiKey: null },
        document,
        5,
      );
      expect(drafts.map((draft) => [draft.from, draft.case.question, draft.case.requiredFacts])).toEqual([
        [
          { kind: "model", name: "m", clause: expect.any(String) },
          "示范企业由哪个部门认定？",
          [["市科技局"]],
        ],
      ]);
    } finally {
      await endpoint.stop();
    }
  });
});

const report = (changes: object = {}) =>
  ReportSchema.parse({
    id: "r-1",
    question: "示范企业归谁管？",
    comment: "引的是第四条，应该是第二条。",
    citations: [{ documentId: "rules", quote: "各区要制定示范企业培育的具体办法" }],
    expected: [{ quote: "市科技局负责示范企业的认定" }],
    ...changes,
  });

describe("draftFromReport", () => {
  it("forbids what was cited and expects what would be right", () => {
    const draft = draftFromReport(report(), SOURCES);
    expect(draft.case).toMatchObject({
      question: "示范企业归谁管？",
      evidence: [{ anyOf: [{ document: "rules", snippet: "市科技局负责示范企业的认定" }] }],
      forbiddenEvidence: [{ document: "rules", snippet: "各区要制定示范企业培育的具体办法" }],
      expect: { refused: false },
    });
    expect(draft).toMatchObject({ accept: false, from: { kind: "report", name: "r-1" } });
    expect(draft.toDo).toContain("引的是第四条");
    expect(caseCheck(SOURCES)(draft.case)).toEqual([]);
  });
  it("says what a person has to add", () => {
    expect(draftFromReport(report({ expected: [] }), SOURCES).toDo).toContain("Add the evidence");
    expect(draftFromReport(report({ citations: [{ quote: "没有这句话的" }] }), SOURCES).toDo).toContain(
      "1 quotes of the report stand in no source",
    );
    expect(draftFromReport(report({ reason: "outdated" }), SOURCES).toDo).toContain("expect.status");
  });
  it("expects a refusal where the reader says that there is no answer", () => {
    expect(draftFromReport(report({ reason: "should_refuse" }), SOURCES).case).toMatchObject({
      evidence: [],
      expect: { refused: true },
    });
  });
});

describe("drafts", () => {
  it("become cases once a person accepts them", () => {
    const drafts = join(folder, "drafts.jsonl");
    const cases = join(folder, "cases.jsonl");
    const made = draftFromReport(report(), SOURCES);
    expect(addDrafts(drafts, [made, made])).toBe(1);
    expect(addDrafts(drafts, [made])).toBe(0);
    expect(acceptDrafts(drafts, cases, SOURCES)).toBe(0);
    writeDrafts(drafts, [
      { ...made, accept: true },
      { ...draftFromReport(report({ question: "另一个？" }), SOURCES) },
    ]);
    expect(acceptDrafts(drafts, cases, SOURCES)).toBe(1);
    expect(loadCases(cases, SOURCES)).toEqual([made.case]);
    expect(readDrafts(drafts).map((draft) => draft.case.question)).toEqual(["另一个？"]);
  });
  it("stay where they are when one is wrong", () => {
    const drafts = join(folder, "wrong.jsonl");
    const cases = join(folder, "none.jsonl");
    const wrong = { ...draftFromReport(report({ expected: [] }), SOURCES), accept: true };
    writeDrafts(drafts, [
      { ...draftFromReport(report({ question: "好的？" }), SOURCES), accept: true },
      wrong,
    ]);
    const before = readFileSync(drafts, "utf8");
    expect(() => acceptDrafts(drafts, cases, SOURCES)).toThrow(/Nothing was accepted:[\s\S]*no evidence/);
    expect(readFileSync(drafts, "utf8")).toBe(before);
    writeFileSync(drafts, '{"accept": "yes"}\n');
    expect(() => readDrafts(drafts)).toThrow(/Line 1 of .* is wrong: accept/);
  });
});
