/**
 * Learns the weights of `src/verification/reworded-weights.json`: logistic regression (L2, Newton's method) over
 * the features of statements, honest and wrong, of the half that is not kept aside, that break at most a soft
 * lock. The threshold lies above every wrong one that breaks no lock, estimated with folds held out, with a margin,
 * and above nine of ten that only a soft lock holds.
 *
 * Usage: npm run fit:verification
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { labelledStatements } from "../eval/verification/labelled-statements.ts";
import { readRewording } from "../src/verification/reworded-features.ts";
import { fitLogistic, predict } from "./logistic-regression.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const FOLDS = 5;
const STRENGTH = 1;
/** Mistakes of each kind made in honest rewordings. */
const MOST_OF_A_KIND = 500;
/** Added to the highest estimate of a wrong statement, in log-odds. */
const MARGIN = 0.1;
/** Locks whose breaking the features see too: statements that break only these are learnt from. */
const SOFT: ReadonlySet<string> = new Set(["own word", "order", "mixed", "twice", "copied", "topic"]);
/** Share of the wrong ones that break only soft locks which may score above the threshold: the locks hold them. */
const SOFT_MAY_REACH = 0.25;

const logOdds = (probability: number): number => Math.log(probability / (1 - probability));

const statements = labelledStatements("fitted", MOST_OF_A_KIND);
const read = statements.flatMap(({ statement, quotes, isHonest, group }) =>
  quotes.flatMap((quote) => {
    const { broken, features } = readRewording(statement, quote, []);
    return broken.every((lock) => SOFT.has(lock))
      ? [{ statement, isHonest, group, features, isLeft: broken.length === 0 }]
      : [];
  }),
);
const names = Object.keys(read[0]?.features ?? {});
const examples = read.map(({ features, isHonest }) => ({
  features: Object.values(features),
  label: isHonest ? (1 as const) : (0 as const),
  weight: 1,
}));
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const counted = (isHonest: boolean, onlyLeft: boolean): number =>
  read.filter((each) => each.isHonest === isHonest && (each.isLeft || !onlyLeft)).length;
print(
  `${statements.length} statements; no lock is broken by ${counted(true, true)} honest and ${counted(false, true)} ` +
    `wrong ones, at most a soft one by ${counted(true, false)} and ${counted(false, false)}`,
);

const estimates = examples.map((): number => 0);
for (let fold = 0; fold < FOLDS; fold += 1) {
  const model = fitLogistic(
    examples.filter((_, index) => index % FOLDS !== fold),
    STRENGTH,
  );
  examples.forEach(({ features }, index) => {
    if (index % FOLDS === fold) estimates[index] = predict(model, features);
  });
}
const model = fitLogistic(examples, STRENGTH);
const wrong = read
  .map((each, index) => ({
    ...each,
    estimate: Math.max(estimates[index] ?? 0, predict(model, examples[index]?.features ?? [])),
  }))
  .filter(({ isHonest }) => !isHonest)
  .toSorted((a, b) => b.estimate - a.estimate);
for (const { estimate, group, statement, isLeft } of [
  ...wrong.filter(({ isLeft: open }) => open),
  ...wrong.slice(0, 8),
])
  print(`${isLeft ? "!" : " "} ${estimate.toFixed(3)} ${group}: ${statement}`);
const highest = wrong.find(({ isLeft }) => isLeft)?.estimate ?? 0;
const typical = wrong[Math.floor(wrong.length * SOFT_MAY_REACH)]?.estimate ?? 0.5;
const threshold = Math.max(typical, highest === 0 ? 0 : 1 / (1 + Math.exp(-(logOdds(highest) + MARGIN))));
const round = (value: number): number => Number(value.toFixed(4));
const passed = read.filter(
  ({ isHonest, isLeft }, index) =>
    isHonest && isLeft && predict(model, examples[index]?.features ?? []) >= threshold,
);
print(`threshold ${threshold.toFixed(3)}: ${passed.length} honest ones pass`);
writeFileSync(
  path.join(ROOT, "src/verification/reworded-weights.json"),
  `${JSON.stringify(
    {
      bias: round(model.bias),
      threshold: round(threshold),
      weights: Object.fromEntries(names.map((name, index) => [name, round(model.weights[index] ?? 0)])),
    },
    null,
    2,
  )}\n`,
);
