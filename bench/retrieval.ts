import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { createTransformersEmbedder } from "../src/text-models/transformers-embedder.ts";
import { compareChoices } from "./choosing/compare-choices.ts";
import { measureApproximate } from "./latency/measure-approximate.ts";
import { measureWholeQuery } from "./latency/measure-whole-query.ts";
import { rankSet } from "./methods/rank-set.ts";
import { rememberQueries } from "./methods/remembered-queries.ts";
import { openRunStore } from "./methods/run-store.ts";
import { readQuestionSets } from "./question-sets/read-question-sets.ts";
import { compareMethods } from "./results/compare-methods.ts";
import { scoreMethod } from "./results/method-scores.ts";
import { comparisonTable, scoresTable } from "./results/result-tables.ts";
import { parseRetrievalOptions, USAGE } from "./retrieval-options.ts";

/* `npm run bench:retrieval`: how well and how fast clauses are found, against each method alone and against peers. */
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const options = parseRetrievalOptions(process.argv.slice(2));
const model = createTransformersEmbedder();
const queries = rememberQueries(model, options.cache);
const store = openRunStore(options.cache, options.fresh);

const measure = async (): Promise<unknown> => {
  const sets = await readQuestionSets({ ...options, names: options.sets, stardIndex: options.index }, model);
  if (options.choose) return compareChoices(sets, model, queries, store, print);
  const results = [];
  for (const set of sets) {
    const left = Object.entries(set.left).filter(([, count]) => count > 0);
    print(
      `\n${set.name}, ${options.part}: ${set.queries.length} questions` +
        (left.length === 0 ? "" : ` (left out: ${left.map(([why, count]) => `${count} ${why}`).join(", ")})`),
    );
    const ranked = await rankSet(set, model, queries, store, !options["no-peers"]);
    const scores = [...ranked.singles, ["fusion", ranked.fusion] as const, ...ranked.peers].map(
      ([method, each]) => scoreMethod(method, set.queries, each),
    );
    const comparisons = compareMethods(set.queries, ranked);
    print(`${scoresTable(scores)}\n\n${comparisonTable(comparisons)}`);
    const approximate = await measureApproximate(set, model, queries, print);
    const wholeQuery = await measureWholeQuery(set, model, print);
    results.push({ set: set.name, part: options.part, scores, comparisons, approximate, wholeQuery });
  }
  return results;
};

if (options.help) print(USAGE);
else {
  const load = loadavg()[0] ?? 0;
  const results = await measure();
  queries.save();
  print(
    `\nLoad of the machine at the start: ${load.toFixed(1)}. ${store.fromDisk()} results from the cache (--fresh measures again).`,
  );
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify({ load, results }, null, 2)}\n`);
}
