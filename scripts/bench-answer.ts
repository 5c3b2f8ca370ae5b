/**
 * Times key-free answers: the whole, and the phases beside it (reading the question, its vector, searching, the
 * vectors of sentences, the rest of composing, verifying). Each question is asked once after warming up, as its
 * first reader asks it, and once again.
 *
 * npm run bench:answer -- [--index <folder>] [--questions <file.jsonl[.gz]>] [--limit 100] [--bound 60]
 *
 * Without an index, the seeds are ingested into a folder of its own; the index of a folder is only read. Questions are
 * lines of JSON with a `question` or a `text`; without a file, those of eval/cases/seeds.jsonl that are not kept aside.
 * The exit status is 1 where the median of first answers over the seeds is over the bound.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { percentile } from "../eval/percentile.ts";
import { createAssistant } from "../src/answering/create-assistant.ts";
import type { Embedder } from "../src/text-models/embedder.ts";
import { withEmbeddingCache } from "../src/clause-index/embedding-cache.ts";
import type { IndexSnapshot } from "../src/clause-index/index-types.ts";
import { openIndex } from "../src/clause-index/lance-index.ts";
import type { AnswerReader } from "../src/text-models/pair-reader.ts";
import { createTransformersPairReader } from "../src/text-models/transformers-pair-reader.ts";
import { createTransformersEmbedder } from "../src/text-models/transformers-embedder.ts";
import { ingestPaths } from "../src/ingest/ingest.ts";
import type { Answer } from "../src/policy/answer.ts";
import { Traffic } from "../src/server/traffic.ts";

const ROOT = path.join(import.meta.dirname, "..");
const AS_OF = "2026-11-22";
/** Milliseconds of warming up at most: a large index is not read as a whole. */
const WARM_UP_MS = 60_000;

const LineSchema = z
  .object({ question: z.string().optional(), text: z.string().optional(), keptAside: z.boolean().optional() })
  .transform(({ question, text, keptAside }) => ({ question: question ?? text ?? "", keptAside }));

const readQuestions = (file: string, limit: number): string[] => {
  const bytes = readFileSync(file);
  const all = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => LineSchema.parse(JSON.parse(line)))
    .filter(({ question, keptAside }) => question !== "" && keptAside !== true)
    .map(({ question }) => question);
  const step = Math.max(1, all.length / limit);
  return Array.from({ length: Math.min(limit, all.length) }, (_, at) => all[Math.floor(at * step)] ?? "");
};

/** What one answer took, in milliseconds. */
interface Timed {
  readonly total: number;
  readonly understand: number;
  readonly questionVector: number;
  readonly search: number;
  readonly sentenceVectors: number;
  readonly reading: number;
  readonly compose: number;
  readonly verify: number;
}
const PHASES = [
  "total",
  "understand",
  "questionVector",
  "search",
  "sentenceVectors",
  "reading",
  "compose",
  "verify",
] as const;

/** Milliseconds that the models took. */
interface ModelTimes {
  readonly query: number;
  readonly passages: number;
  readonly reading: number;
}

/** The models, with the time that they take since they were last asked. */
const timedModels = (
  embedder: Embedder,
  reader: AnswerReader,
): { readonly embedder: Embedder; readonly reader: AnswerReader; taken(): ModelTimes } => {
  const spent = { query: 0, passages: 0, reading: 0 };
  const timed = async <Result>(kind: keyof typeof spent, work: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    const result = await work();
    spent[kind] += performance.now() - started;
    return result;
  };
  return {
    embedder: {
      ...embedder,
      embedQuery: (text) => timed("query", () => embedder.embedQuery(text)),
      embedPassages: (texts) => timed("passages", () => embedder.embedPassages(texts)),
    },
    reader: {
      readAnswers: (question, sentences) => timed("reading", () => reader.readAnswers(question, sentences)),
    },
    taken: () => {
      const taken = { ...spent };
      Object.assign(spent, { query: 0, passages: 0, reading: 0 });
      return taken;
    },
  };
};

const phasesOf = ({ timingMs }: Answer, { query, passages, reading }: ModelTimes): Timed => ({
  total: timingMs.total,
  understand: timingMs.understand,
  questionVector: query,
  search: timingMs.retrieve - query,
  sentenceVectors: passages,
  reading,
  compose: timingMs.compose - passages - reading,
  verify: timingMs.verify,
});

const row = (name: string, values: readonly number[]): string =>
  name.padEnd(18) +
  [0.5, 0.95].map((share) => (percentile(values, share) ?? 0).toFixed(1).padStart(10)).join("");

const { values } = parseArgs({
  options: {
    index: { type: "string" },
    questions: { type: "string", default: path.join(ROOT, "eval/cases/seeds.jsonl") },
    limit: { type: "string", default: "100" },
    bound: { type: "string", default: "60" },
  },
});

const timed = timedModels(createTransformersEmbedder(), createTransformersPairReader());
const { embedder, reader } = timed;
const own = values.index === undefined ? mkdtempSync(path.join(tmpdir(), "zhengwen-bench-")) : null;
try {
  const folder = values.index ?? own ?? "";
  const index = openIndex(folder, embedder);
  if (own !== null)
    await ingestPaths([path.join(ROOT, "seeds")], { index, embedder: withEmbeddingCache(embedder, own) });
  const snapshot = async (): Promise<IndexSnapshot> => {
    const current = await index.snapshot();
    if (current === null) throw new RangeError(`There is no index in ${folder}.`);
    return current;
  };
  const { documentCount, chunkCount } = await snapshot();
  const assistant = createAssistant({ index: { snapshot }, embedder, reader, model: null });
  await assistant.warmUp(new Traffic().givingWay(AbortSignal.timeout(WARM_UP_MS)));
  const questions = readQuestions(values.questions, Number(values.limit));
  const rounds: Timed[][] = [[], []];
  let refused = 0;
  for (const question of questions) {
    for (const round of rounds) {
      timed.taken();
      const answer = await assistant.answer({ question, history: [], asOf: AS_OF, documentIds: null });
      round.push(phasesOf(answer, timed.taken()));
      if (answer.refused) refused += 1;
    }
  }
  const lines = [
    `${documentCount} documents, ${chunkCount} chunks; ${questions.length} questions, ${refused / rounds.length} refused`,
    ...["first time", "again"].flatMap((name, at) => [
      `\n${name.padEnd(18)}${"p50 ms".padStart(10)}${"p95 ms".padStart(10)}`,
      ...PHASES.map((phase) =>
        row(
          phase,
          (rounds[at] ?? []).map((each) => each[phase]),
        ),
      ),
    ]),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  const median =
    percentile(
      (rounds[0] ?? []).map(({ total }) => total),
      0.5,
    ) ?? 0;
  if (own !== null && median > Number(values.bound)) process.exitCode = 1;
} finally {
  if (own !== null) rmSync(own, { recursive: true, force: true });
}
