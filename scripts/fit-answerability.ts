/**
 * Learns the weights of `src/answering/answerability.json`: logistic regression (L2, Newton's method) over the
 * features of the best sentence, on the cases that are not kept aside, in two indexes (the seeds; the State
 * Council documents of eval/documents). Prints five-fold cross-validated rates before it writes.
 *
 * An answerable question whose evidence is not among the first three sentences says little about the threshold,
 * so it counts less. Usage: npm run fit:answerability
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadCaseLines } from "./case-lines.ts";
import { analyseQuestion } from "../src/answering/analyse-question.ts";
import { answerabilityFeatures } from "../src/answering/answerability-features.ts";
import { rankSentences } from "../src/answering/rank-sentences.ts";
import { resolveFollowUp } from "../src/answering/resolve-follow-up.ts";
import { openIndex } from "../src/clause-index/lance-index.ts";
import { withEmbeddingCache } from "../src/clause-index/embedding-cache.ts";
import { createTransformersEmbedder } from "../src/clause-index/transformers-embedder.ts";
import { ingestPaths } from "../src/ingest/ingest.ts";
import { RetrievalContext } from "../src/retrieval/retrieval-context.ts";
import { fitLogistic, predict } from "./logistic-regression.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const AS_OF = "2026-11-22";
const FOLDS = 5;
const STRENGTH = 10;
const WEIGHT_WITHOUT_EVIDENCE = 0.15;

interface Example {
  readonly set: string;
  readonly features: readonly number[];
  readonly answerable: boolean;
  readonly weight: number;
}

const squeeze = (text: string): string => text.normalize("NFKC").replaceAll(/[\s,]/g, "");

const embedder = createTransformersEmbedder();
const data = process.env["ZHENGWEN_FIT_DATA"] ?? mkdtempSync(path.join(tmpdir(), "zhengwen-fit-"));
let names: readonly string[] = [];

const examplesOf = async (folder: string, files: readonly string[]): Promise<Example[]> => {
  const index = openIndex(path.join(data, folder.replaceAll("/", "-")), embedder);
  await ingestPaths([path.join(ROOT, folder)], { index, embedder: withEmbeddingCache(embedder, data) });
  const snapshot = await index.snapshot();
  if (snapshot === null) throw new Error(`No index of ${folder}`);
  const context = new RetrievalContext(snapshot, embedder);
  const examples: Example[] = [];
  for (const file of files) {
    for (const line of loadCaseLines(path.join(ROOT, "eval/cases", file))) {
      if (line.keptAside) continue;
      const question = { question: line.question, history: line.history, asOf: AS_OF, documentIds: null };
      const analysis = await analyseQuestion(context, question, resolveFollowUp(line.question, line.history));
      if (analysis.addresses.length > 0) continue;
      const { answering } = await rankSentences(context, analysis);
      const [best, ...others] = answering;
      if (best === undefined) continue;
      const features = answerabilityFeatures(analysis, [best, ...others]);
      names = Object.keys(features);
      const quoted = answering.slice(0, 3).map(({ text }) => squeeze(text));
      const found = line.snippets.some((snippet) => quoted.some((text) => text.includes(squeeze(snippet))));
      const answerable = !line.refused;
      examples.push({
        set: file,
        features: Object.values(features),
        answerable,
        weight: answerable && !found ? WEIGHT_WITHOUT_EVIDENCE : 1,
      });
    }
  }
  return examples;
};

const all = [
  ...(await examplesOf("seeds", ["seeds.jsonl", "seeds-threshold.jsonl"])),
  ...(await examplesOf("eval/documents", ["state-council.jsonl"])),
];
const fit = (examples: readonly Example[]) =>
  fitLogistic(
    examples.map(({ features, answerable, weight }) => ({ features, label: answerable ? 1 : 0, weight })),
    STRENGTH,
  );

const held = all.map((_, index) => index % FOLDS);
const estimates = all.map((): number => 0);
for (let fold = 0; fold < FOLDS; fold += 1) {
  const model = fit(all.filter((_, index) => held[index] !== fold));
  all.forEach((example, index) => {
    if (held[index] === fold) estimates[index] = predict(model, example.features);
  });
}
for (const set of new Set(all.map((example) => example.set))) {
  for (const threshold of [0.4, 0.45, 0.5, 0.55, 0.6]) {
    const rate = (answerable: boolean): string => {
      const chosen = all.flatMap((each, index) =>
        each.set === set && each.answerable === answerable ? [estimates[index] ?? 0] : [],
      );
      const right = chosen.filter((estimate) => estimate >= threshold === answerable).length;
      return `${right}/${chosen.length} (${(right / chosen.length).toFixed(3)})`;
    };
    console.log(`${set}  threshold ${threshold}  answered ${rate(true)}  refused ${rate(false)}`);
  }
}
const model = fit(all);
const target = path.join(ROOT, "src/answering/answerability.json");
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
const learnt = {
  bias: rounded(model.bias),
  weights: Object.fromEntries(names.map((name, index) => [name, rounded(model.weights[index] ?? 0)])),
};
writeFileSync(target, `${JSON.stringify(learnt, null, 2)}\n`);
console.log(`${all.length} examples; weights written to ${path.relative(ROOT, target)}`);
