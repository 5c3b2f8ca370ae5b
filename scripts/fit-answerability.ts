/**
 * Learns the weights of `src/answering/answerability.json`: logistic regression (L2, Newton's method) over the
 * features of the best sentence, on the cases that are not kept aside, in two indexes (the seeds; the State
 * Council documents of eval/documents). Prints five-fold cross-validated rates before it writes.
 *
 * An answerable question whose evidence is not among the first three sentences says little about the threshold,
 * so it counts less. Usage: npm run fit:answerability
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { answerabilityFeatures } from "../src/answering/answerability-features.ts";
import { answerExamples } from "./answer-examples.ts";
import { fitLogistic, predict } from "./logistic-regression.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDS = 5;
const STRENGTH = 5;
const WEIGHT_WITHOUT_EVIDENCE = 0.15;

interface Example {
  readonly set: string;
  readonly features: readonly number[];
  readonly answerable: boolean;
  readonly weight: number;
}

let names: readonly string[] = [];
const all = (await answerExamples()).map(
  ({ set, analysis, ranked, odds, answerable, isEvidence }): Example => {
    const features = answerabilityFeatures(analysis, ranked, odds);
    names = Object.keys(features);
    const found = ranked.slice(0, 3).some((candidate) => isEvidence(candidate));
    return {
      set,
      features: Object.values(features),
      answerable,
      weight: answerable && !found ? WEIGHT_WITHOUT_EVIDENCE : 1,
    };
  },
);
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
  for (const threshold of [0.3, 0.35, 0.4, 0.45, 0.5]) {
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
