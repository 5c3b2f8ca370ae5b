/**
 * Learns the weights of `src/answering/sentence-weights.json`: softmax regression over the sentences of a question
 * (listwise, as in ListNet: Cao and others 2007; all sentences that hold the evidence are right), L2, gradient
 * descent, on the cases that are not kept aside. Prints ten-fold cross-validated rates before it writes.
 *
 * The weights are scaled so that the third sentence lies as far below the best as when the margins of
 * `select-candidates.ts` were chosen. Run `npm run fit:answerability` afterwards. Usage: npm run fit:ranking
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { rankingFeatures } from "../src/answering/sentence-score.ts";
import { answerExamples } from "./answer-examples.ts";
import { fitSoftmax, scoresOf } from "./softmax-regression.ts";
import type { RankingExample } from "./softmax-regression.ts";

const FOLDS = 10;
const STRENGTH = 0.003;
/** The median distance of the third sentence from the best. */
const DISTANCE_OF_THIRD = 0.84;

let names: readonly string[] = [];
const all = (await answerExamples()).flatMap(
  ({ set, ranked, answerable, isEvidence }): (RankingExample & { readonly set: string })[] => {
    const right = ranked.map((candidate) => isEvidence(candidate));
    if (!answerable || ranked.length < 2 || !right.includes(true)) return [];
    const rows = ranked.map(({ features }) => rankingFeatures(features));
    names = Object.keys(rows[0] ?? {});
    return [{ set, rows: rows.map((row) => Object.values(row)), right }];
  },
);

const rankOfRight = (weights: readonly number[], { rows, right }: RankingExample): number => {
  const scores = scoresOf(weights, rows);
  return scores
    .map((score, index) => ({ score, isRight: right[index] === true }))
    .toSorted((a, b) => b.score - a.score)
    .findIndex(({ isRight }) => isRight);
};

const ranks = all.map((): number => 0);
for (let fold = 0; fold < FOLDS; fold += 1) {
  const weights = fitSoftmax(
    all.filter((_, index) => index % FOLDS !== fold),
    STRENGTH,
  );
  all.forEach((example, index) => {
    if (index % FOLDS === fold) ranks[index] = rankOfRight(weights, example);
  });
}
for (const set of new Set(all.map((example) => example.set))) {
  const own = ranks.filter((_, index) => all[index]?.set === set);
  const share = (within: number): string =>
    (own.filter((rank) => rank < within).length / own.length).toFixed(3);
  console.log(`${set}  ${own.length} questions  evidence first ${share(1)}  among three ${share(3)}`);
}

const weights = fitSoftmax(all, STRENGTH);
const distances = all
  .map(({ rows }) => scoresOf(weights, rows).toSorted((a, b) => b - a))
  .map((scores) => (scores[0] ?? 0) - (scores[Math.min(2, scores.length - 1)] ?? 0))
  .toSorted((a, b) => a - b);
const scale = DISTANCE_OF_THIRD / (distances[Math.floor(distances.length / 2)] ?? 1);
const learnt = Object.fromEntries(
  names.map((name, index) => [name, Math.round((weights[index] ?? 0) * scale * 10_000) / 10_000]),
);
const target = path.join(
  fileURLToPath(new URL("..", import.meta.url)),
  "src/answering/sentence-weights.json",
);
writeFileSync(target, `${JSON.stringify(learnt, null, 2)}\n`);
console.log(`${all.length} questions; weights written to src/answering/sentence-weights.json`);
