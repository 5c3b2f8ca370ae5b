import { z } from "zod";
import type { Embedder } from "../../src/text-models/embedder.ts";
import { openSnapshotOf } from "../question-sets/open-snapshot.ts";
import type { QuestionSet } from "../question-sets/question-set.ts";
import { loadPeers } from "./load-peers.ts";
import type { Method } from "./method.ts";
import { ownMethods } from "./own-methods.ts";
import { RankedQuestionSchema } from "./ranked-question.ts";
import type { RankedQuestion } from "./ranked-question.ts";
import type { RememberedQueries } from "./remembered-queries.ts";
import { runMethod } from "./run-method.ts";
import type { RunStore } from "./run-store.ts";

/** All methods' rankings of one set. */
export interface RankedSet {
  readonly singles: ReadonlyMap<string, readonly RankedQuestion[]>;
  readonly fusion: readonly RankedQuestion[];
  readonly peers: ReadonlyMap<string, readonly RankedQuestion[]>;
}

const RunSchema = z.array(z.object({ method: z.string(), ranked: z.array(RankedQuestionSchema) }));

/** Methods that do without a vector. */
const WITHOUT_VECTOR = /^(?:BM25|MiniSearch)/;

const byName = (results: z.infer<typeof RunSchema>) =>
  new Map(results.map(({ method, ranked }) => [method, ranked]));

/** Ranks every question of a set with the project's methods and, where they are wanted, with the peers'. */
export const rankSet = async (
  set: QuestionSet,
  model: Embedder,
  queries: RememberedQueries,
  store: RunStore,
  withPeers: boolean,
): Promise<RankedSet> => {
  const snapshot = await openSnapshotOf(set.indexFolder, model);
  const key = [snapshot.fingerprint, set.queries.map(({ id, text }) => [id, text])];

  const run = (name: string, create: () => Promise<readonly Method[]>) =>
    store.remember(RunSchema, `${set.name}-${name}`, key, async () => {
      const results: z.infer<typeof RunSchema> = [];
      for (const { text } of set.queries) await queries.embedQuery(text);
      queries.save();
      for (const method of await create()) {
        process.stderr.write(`${set.name}: ${method.name}, ${set.queries.length} questions\n`);
        const embedding = WITHOUT_VECTOR.test(method.name) ? () => 0 : queries.milliseconds;
        results.push({ method: method.name, ranked: await runMethod(method, set.queries, embedding) });
      }
      return results;
    });

  const own = ownMethods(snapshot, queries);
  const singles = await run("singles", () => Promise.resolve(own.singles));
  const [fusion] = await run("fusion", () => Promise.resolve([own.fusion]));
  const peers = withPeers ? await run("peers", () => loadPeers(set.indexFolder, queries)) : [];
  return { singles: byName(singles), fusion: fusion?.ranked ?? [], peers: byName(peers) };
};
