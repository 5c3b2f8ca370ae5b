import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { analyseQuestion } from "../answering/analyse-question.ts";
import { isAnswerable, readOdds } from "../answering/is-answerable.ts";
import { rankSentences } from "../answering/rank-sentences.ts";
import { makeDocument } from "../clause-index/fixtures.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { openIndex } from "../clause-index/lance-index.ts";
import { RetrievalContext } from "../retrieval/retrieval-context.ts";
import { createTransformersEmbedder } from "../text-models/transformers-embedder.ts";
import { createTransformersPairReader } from "../text-models/transformers-pair-reader.ts";

const embedder = createTransformersEmbedder();
const reader = createTransformersPairReader();
const QUESTIONS = [
  "外籍人才可以申请什么证件",
  "先使用后付费的试点做几年",
  "租房补贴每月多少钱",
  "海水淡化谁负责",
  "潜水教练证给不给补贴",
  "老板是外国人怎么办居留",
  "毕业生有没有补贴",
];
let snapshot: IndexSnapshot;

beforeAll(async () => {
  const index = openIndex(mkdtempSync(path.join(tmpdir(), "zhengwen-answerable-")), embedder);
  const { document, chunks } = makeDocument("plan", [
    "支持先使用后付费方式转化科技成果。该项政策试点三年。",
    "外籍人才可申请居留证件。",
    "对符合条件的毕业生，每月给予1500元租房补贴。",
    "取得救生员证的，给予一次性补贴。",
  ]);
  const vectors = await embedder.embedPassages(chunks.map(({ text }) => text));
  snapshot = await index.commit({ documents: [{ document, chunks, vectors }], removedDocumentIds: [] });
}, 60_000);

/** A question's sentences, and a reader that says the same odds of all, or what the model says. */
const asked = async (question: string, odds: number | null) => {
  const read: string[] = [];
  const context = new RetrievalContext(snapshot, embedder, {
    readAnswers: async (text, sentences) => {
      read.push(...sentences);
      return odds === null ? reader.readAnswers(text, sentences) : sentences.map(() => odds);
    },
  });
  const analysis = await analyseQuestion(
    context,
    { question, history: [], asOf: "2026-11-22", documentIds: null },
    question,
  );
  const [best, ...others] = (await rankSentences(context, analysis)).answering;
  if (best === undefined) throw new RangeError(`Nothing was found for ${question}.`);
  const outcome = await isAnswerable(context, analysis, [best, ...others]);
  return { outcome, read, context, analysis, ranked: [best, ...others] };
};

it("reads sentences only where that can change the outcome, two at most", async () => {
  const reads: boolean[] = [];
  for (const question of QUESTIONS) {
    const [against, inFavour, real] = await Promise.all([
      asked(question, -9),
      asked(question, 9),
      asked(question, null),
    ]);
    const isOpen = against.outcome !== inFavour.outcome;
    expect(real.read.length > 0).toBe(isOpen);
    expect(real.read.length).toBeLessThanOrEqual(2);
    if (!isOpen) expect(real.outcome).toBe(inFavour.outcome);
    if (isOpen) expect(inFavour.outcome).toBe(true);
    reads.push(isOpen);
  }
  expect(new Set(reads)).toEqual(new Set([true, false]));
});

it("trusts no reading without bounds", async () => {
  const { context, analysis, ranked } = await asked("租房补贴每月多少钱", 50);
  expect(new Set(await readOdds(context, analysis, ranked))).toEqual(new Set([4]));
});
