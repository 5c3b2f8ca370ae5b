/**
 * Learns `src/answering/answer-networks.json`: whether a sentence answers a question, by their vectors, from the
 * questions of `models/recipe/data` (those that a text answers, with the sentence; those that it does not, with the
 * sentences nearest to them). Run it again with another embedding model, before `npm run fit:answerability`.
 * Usage: npm run fit:answer-network
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { answerFeatures } from "../src/answering/answer-network.ts";
import { createTransformersEmbedder } from "../src/clause-index/transformers-embedder.ts";
import { meanProbabilities } from "../src/policy/small-network.ts";
import { trainNetwork } from "./train-network.ts";
import type { LabelledFeatures } from "./train-network.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NETWORKS = 3;
const SETTINGS = {
  labels: 2,
  hidden: 32,
  epochs: 8,
  batch: 64,
  rate: 0.001,
  decay: 0.03,
  dropInput: 0.15,
  dropHidden: 0.15,
} as const;
/** Right sentences of a question, and sentences nearest to one that nothing answers, or that another one does. */
const TAKEN = { right: 2, ofUnanswered: 3, ofAnswered: 1 } as const;
/** Questions of this part, which the embedding model was not trained on either, tell how good the networks are. */
const HELD_OUT = 5;
const [ANSWERS, ANSWERS_NOT] = [0, 1] as const;

const QuestionSchema = z.object({
  query: z.string(),
  other: z.string().nullish(),
  positives: z.array(z.int()),
  negatives: z.array(z.int()),
  part: z.int(),
});
const SentenceSchema = z.object({ sentence: z.string() });

const linesOf = (name: string): string[] =>
  gunzipSync(readFileSync(path.join(ROOT, "models/recipe/data", name)))
    .toString("utf8")
    .trim()
    .split("\n");
const questions = linesOf("sentence-questions.jsonl.gz").map((line) =>
  QuestionSchema.parse(JSON.parse(line)),
);
const sentences = linesOf("sentences.jsonl.gz").map(
  (line) => SentenceSchema.parse(JSON.parse(line)).sentence,
);

const embedder = createTransformersEmbedder();
const needed = [
  ...new Set(
    questions.flatMap(({ positives, negatives }) => [...positives.slice(0, TAKEN.right), ...negatives]),
  ),
];
const vectors = await embedder.embedPassages(
  needed.map((place) => sentences[place] ?? ""),
  (done) => {
    if (done % 1_000 === 0) console.log(`${done} of ${needed.length} sentences`);
  },
);
const vectorAt = new Map(needed.map((place, index) => [place, vectors[index] ?? new Float32Array()]));

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

interface Example extends LabelledFeatures {
  readonly question: number;
}

const examples: Example[] = [];
for (const [question, { query, other, positives, negatives }] of questions.entries()) {
  for (const wording of [query, other ?? ""].filter((text) => text !== "")) {
    const asked = await embedder.embedQuery(wording);
    const of = (places: readonly number[]): Float32Array[] =>
      places.flatMap((place) => vectorAt.get(place) ?? []);
    const nearest = of(negatives)
      .toSorted((a, b) => dot(asked, b) - dot(asked, a))
      .slice(0, positives.length === 0 ? TAKEN.ofUnanswered : TAKEN.ofAnswered);
    const add = (sentence: Float32Array, label: number): number =>
      examples.push({ question, features: answerFeatures(asked, sentence), label });
    for (const sentence of of(positives.slice(0, TAKEN.right))) add(sentence, ANSWERS);
    for (const sentence of nearest) add(sentence, ANSWERS_NOT);
  }
}

const train = (chosen: readonly LabelledFeatures[], networks: number) =>
  Array.from({ length: networks }, (_, seed) => trainNetwork(chosen, { ...SETTINGS, seed: seed + 1 }));
const isHeld = ({ question }: Example): boolean => questions[question]?.part === HELD_OUT;
const tried = train(
  examples.filter((example) => !isHeld(example)),
  1,
);
const held = examples.filter((example) => isHeld(example));
const right = held.filter(({ features, label }) => {
  const [answers = 0] = meanProbabilities(tried, features);
  return answers >= 0.5 === (label === ANSWERS);
});
console.log(`${examples.length} pairs; held out: ${(right.length / held.length).toFixed(3)} right`);
writeFileSync(
  path.join(ROOT, "src/answering/answer-networks.json"),
  `${JSON.stringify({ model: embedder.id, networks: train(examples, NETWORKS) })}\n`,
);
