/**
 * Learns `src/matching/condition-networks.json`: whether what a company says meets a condition, from the rows of
 * eval/matching/conditions (a condition, and statements that meet it, deny it, or leave it open) and the vectors of
 * the embedding model. Prints, with each fold's conditions held out, how often a judgement over a threshold is right
 * and how many statements get one. Run it again with another embedding model. Usage: npm run fit:conditions
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { createTransformersEmbedder } from "../src/clause-index/transformers-embedder.ts";
import { conditionFeatures, meanJudgement } from "../src/matching/condition-judge.ts";
import type { SmallNetwork } from "../src/policy/small-network.ts";
import { trainNetwork } from "./train-network.ts";
import type { LabelledFeatures } from "./train-network.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDS = 3;
const NETWORKS = 3;
const SETTINGS = {
  labels: 3,
  hidden: 24,
  epochs: 24,
  batch: 32,
  rate: 0.0012,
  decay: 0.05,
  dropInput: 0.2,
  dropHidden: 0.2,
} as const;
const THRESHOLDS = [0.6, 0.7, 0.8, 0.85, 0.9, 0.95] as const;

const RowSchema = z.object({
  condition: z.string(),
  met: z.array(z.string()),
  unmet: z.array(z.string()),
  unknown: z.array(z.string()),
});
const LABELS = ["met", "unmet", "unknown"] as const;

const folder = path.join(ROOT, "eval/matching/conditions");
const rows = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .toSorted()
  .flatMap((name) => readFileSync(path.join(folder, name), "utf8").trim().split("\n"))
  .map((line) => RowSchema.parse(JSON.parse(line)));

const embedder = createTransformersEmbedder();
const vectors = new Map<string, Float32Array>();
const vectorOf = async (text: string): Promise<Float32Array> => {
  const vector = vectors.get(text) ?? (await embedder.embedQuery(text));
  vectors.set(text, vector);
  return vector;
};

/** Rows of the same condition are held out together. */
const groups = new Map<string, number>();
const examples: (LabelledFeatures & { readonly group: number })[] = [];
for (const { condition, ...said } of rows) {
  const group = groups.get(condition) ?? groups.size;
  groups.set(condition, group);
  for (const [label, name] of LABELS.entries()) {
    for (const statement of said[name]) {
      const features = conditionFeatures(
        { condition, said: statement },
        await vectorOf(condition),
        await vectorOf(statement),
      );
      examples.push({ group, features, label });
    }
  }
}
console.log(`${groups.size} conditions, ${examples.length} statements`);

const train = (chosen: readonly LabelledFeatures[]): SmallNetwork[] =>
  Array.from({ length: NETWORKS }, (_, seed) => trainNetwork(chosen, { ...SETTINGS, seed: seed + 1 }));

const held: { readonly label: number; readonly met: number; readonly unmet: number }[] = [];
for (let fold = 0; fold < FOLDS; fold += 1) {
  const networks = train(examples.filter(({ group }) => group % FOLDS !== fold));
  for (const { group, features, label } of examples) {
    if (group % FOLDS === fold) held.push({ label, ...meanJudgement(networks, features) });
  }
}
const right = held.filter(
  ({ label, met, unmet }) =>
    label === (met > unmet && met > 1 - met - unmet ? 0 : unmet > 1 - met - unmet ? 1 : 2),
);
console.log(`held out: ${(right.length / held.length).toFixed(3)} right of three`);
for (const [label, name] of (["met", "unmet"] as const).entries()) {
  for (const threshold of THRESHOLDS) {
    const judged = held.filter((each) => each[name] >= threshold);
    const correct = judged.filter((each) => each.label === label).length;
    const all = held.filter((each) => each.label === label).length;
    console.log(
      `${name} from ${threshold}: ${judged.length} judged, ${(correct / judged.length).toFixed(3)} right, ` +
        `${(correct / all).toFixed(3)} of all that are`,
    );
  }
}
writeFileSync(
  path.join(ROOT, "src/matching/condition-networks.json"),
  `${JSON.stringify({ model: embedder.id, networks: train(examples) })}\n`,
);
