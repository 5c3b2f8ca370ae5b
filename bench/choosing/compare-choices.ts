import { textTable } from "../../eval/report/text-table.ts";
import type { Embedder } from "../../src/text-models/embedder.ts";
import type { RememberedQueries } from "../methods/remembered-queries.ts";
import type { RunStore } from "../methods/run-store.ts";
import { openSnapshotOf } from "../question-sets/open-snapshot.ts";
import type { QuestionSet } from "../question-sets/question-set.ts";
import { mean } from "../statistics/mean.ts";
import { ratioInterval } from "../statistics/ratio-interval.ts";
import { signFlipTest } from "../statistics/sign-flip-test.ts";
import { configurationName, PRESENT } from "./configurations.ts";
import { scoreConfigurations } from "./score-configurations.ts";
import { collectScores, StoredScoresSchema } from "./stored-scores.ts";

const SHOWN = 10;

/**
 * Tries all configurations on all sets and prints those with the greatest mean, over the sets, of their nDCG@10 divided by
 * the present configuration's; then what the best gains over the present one on each set.
 */
export const compareChoices = async (
  sets: readonly QuestionSet[],
  model: Embedder,
  queries: RememberedQueries,
  store: RunStore,
  print: (text: string) => void,
): Promise<unknown> => {
  const scored: { set: QuestionSet; configurations: ReturnType<typeof scoreConfigurations> }[] = [];
  for (const set of sets) {
    const snapshot = await openSnapshotOf(set.indexFolder, model);
    const key = [snapshot.fingerprint, set.queries.map(({ id, text }) => [id, text])];
    const scores = await store.remember(StoredScoresSchema, `${set.name}-scores`, key, () => {
      process.stderr.write(`${set.name}: each method's scores for ${set.queries.length} questions\n`);
      return collectScores(snapshot, set.queries, queries);
    });
    process.stderr.write(`${set.name}: trying configurations\n`);
    scored.push({ set, configurations: scoreConfigurations(set.queries, scores) });
  }
  const present = configurationName(PRESENT);
  const valuesOf = (name: string) =>
    scored.map(({ configurations }) => configurations.get(name)?.values ?? []);
  const presentMeans = valuesOf(present).map((values) => mean(values));
  const names = [...(scored[0]?.configurations.keys() ?? [])];
  const ranked = names
    .map((name) => {
      const means = valuesOf(name).map((values) => mean(values));
      return { name, means, gain: mean(means.map((value, index) => value / (presentMeans[index] ?? 1))) };
    })
    .toSorted((a, b) => b.gain - a.gain);

  const shown = [...ranked.slice(0, SHOWN), ...ranked.filter(({ name }) => name === present)];
  print(
    textTable([
      ["normalisation, depth, weights", "mean ratio", ...sets.map(({ name }) => name)],
      ...shown.map(({ name, means, gain }) => [
        name === present ? `present: ${name}` : name,
        gain.toFixed(4),
        ...means.map((value) => value.toFixed(4)),
      ]),
    ]),
  );
  for (const [index, { set }] of scored.entries()) {
    const own = ranked.toSorted((a, b) => (b.means[index] ?? 0) - (a.means[index] ?? 0))[0];
    print(`best for ${set.name} alone: ${own?.name ?? ""}: ${(own?.means[index] ?? 0).toFixed(4)}`);
  }
  const best = ranked[0]?.name ?? present;
  const gains = scored.map(({ set, configurations }) => {
    const values = configurations.get(best)?.values ?? [];
    const before = configurations.get(present)?.values ?? [];
    const ratio = ratioInterval(values, before);
    const p = signFlipTest(values, before);
    print(
      `${set.name}: best / present ${ratio.value.toFixed(4)} [${ratio.low.toFixed(4)}, ${ratio.high.toFixed(4)}], p ${p.toFixed(4)}`,
    );
    return { set: set.name, ratio, p };
  });
  return { best, present, gains, ranked: shown };
};
