import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exampleCandidates } from "./example-candidates.ts";
import { AnswerSchema } from "../contract/answer.ts";
import { ExamplesReplySchema } from "../contract/examples.ts";
import { ingestPaths } from "../ingest/ingest.ts";
import { ExampleStore } from "./example-store.ts";
import { keepExamples } from "./kept-examples.ts";
import { openServices } from "./open-services.ts";
import type { OpenServices } from "./open-services.ts";
import { postJson, testApp } from "./test-app.ts";

const SEEDS = fileURLToPath(new URL("../../seeds/", import.meta.url));
const LAW = fileURLToPath(new URL("../../eval/documents/gov2019-58.txt", import.meta.url));

let folder: string;
let services: OpenServices;
let app: ReturnType<typeof testApp>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-examples-"));
  services = openServices({ dataDir: path.join(folder, "index"), model: null });
  app = testApp(services, { requestLimitMs: 60_000 });
  await ingestPaths([SEEDS], services);
}, 300_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const examples = async () => {
  const response = await app.request("/api/examples");
  expect(response.status).toBe(200);
  return ExamplesReplySchema.parse(await response.json());
};

const answerTo = async (question: string) =>
  AnswerSchema.parse(await (await app.request("/api/answer", postJson({ question }))).json());

describe("GET /api/examples", () => {
  it("waits for an index like every other route", async () => {
    const empty = openServices({ dataDir: path.join(folder, "empty"), model: null });
    expect((await testApp(empty).request("/api/examples")).status).toBe(503);
  });

  it("offers only questions that are answered, from the passages that their headings are of", async () => {
    const { documents, questions } = await examples();
    expect(documents).toBe(2);
    expect(questions).toHaveLength(5);
    expect(new Set(questions).size).toBe(5);
    const snapshot = await services.snapshot();
    const plan = await snapshot.getDocument("zhongguancun-plan-2024-2027");
    if (plan === null) throw new Error("no plan");
    const byQuestion = new Map(exampleCandidates(plan).map(({ question, clause }) => [question, clause]));
    for (const question of questions) {
      const { refused, citations } = await answerTo(question);
      expect(refused).toBe(false);
      const clause = byQuestion.get(question);
      if (clause === undefined) continue;
      for (const { documentId, start, end } of citations) {
        expect(documentId).toBe(plan.documentId);
        expect(start).toBeGreaterThanOrEqual(clause.start);
        expect(end).toBeLessThanOrEqual(clause.wholeEnd);
      }
    }
    // The last one shows an expired document for what it is.
    const last = await answerTo(questions.at(-1) ?? "");
    expect(last.statements[0]?.text).toContain("已到期");
  });

  it("keeps them in the data folder for the next start, and asks those of another day again", async () => {
    const questions = await services.examples();
    await services.keepAhead();
    const snapshot = await services.snapshot();
    const dataDir = path.join(folder, "index");
    const synonyms = path.join(folder, "own.txt");
    const keeper = keepExamples(dataDir, path.join(dataDir, "synonyms.txt"));
    const afterStart = async (kept: typeof keeper) => {
      const asked: string[] = [];
      const store = new ExampleStore((question, asOf) => {
        asked.push(question);
        return services.assistant.answer({ question, history: [], asOf, documentIds: null });
      }, kept);
      const offered = await store.questions(snapshot);
      await store.kept();
      return { offered, asked };
    };
    expect(await afterStart(keeper)).toEqual({ offered: questions, asked: [] });
    await keeper?.write({ fingerprint: snapshot.fingerprint, day: "2020-01-01", questions });
    expect(await afterStart(keeper)).toEqual({ offered: questions, asked: questions });
    // Kept for this day now.
    expect((await afterStart(keeper)).asked).toEqual([]);
    // With other synonyms, or for another index, they are made anew.
    await writeFile(synonyms, "小高企 => 高新技术企业\n");
    expect((await afterStart(keepExamples(dataDir, synonyms))).asked.length).toBeGreaterThan(5);
    await keeper?.write({ fingerprint: "another", day: snapshot.fingerprint, questions: ["？"] });
    expect((await afterStart(keeper)).offered).toEqual(questions);
    expect(keepExamples("s3://bucket/index", synonyms)).toBeNull();
  });

  it("makes them once for a state of the index, and anew for another", async () => {
    const first = services.examples();
    const [one, two] = await Promise.all([first, services.examples()]);
    expect(two).toBe(one);
    await ingestPaths([LAW], services);
    const after = await services.examples();
    expect(after).not.toBe(one);
    for (const question of after) expect((await answerTo(question)).refused).toBe(false);
  }, 300_000);
});

describe("the candidates of a document", () => {
  it("are headings that say what is to be done or what is stated, and no others", async () => {
    const plan = await (await services.snapshot()).getDocument("zhongguancun-plan-2024-2027");
    const questions = plan === null ? [] : exampleCandidates(plan).map(({ question }) => question);
    expect(questions).toContain("建设高水平研究型大学有哪些措施？");
    for (const question of questions) {
      expect(question).toMatch(/^(?:[^，。；《》]{6,22}有哪些措施|《.+》的[^，。；]{2,22}是什么)？$/);
    }
    expect(new Set(questions).size).toBe(questions.length);
  });
});
