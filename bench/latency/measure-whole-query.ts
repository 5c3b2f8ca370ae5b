import type { Embedder } from "../../src/text-models/embedder.ts";
import { searchClauses } from "../../src/server/search-clauses.ts";
import { openSnapshotOf } from "../question-sets/open-snapshot.ts";
import type { QuestionSet } from "../question-sets/question-set.ts";
import { formatLatency, latencyOf } from "./latency.ts";
import type { Latency } from "./latency.ts";

const QUESTIONS = 250;
/** What /api/search gives unless asked for more. */
const LIMIT = 10;

/** A whole search as /api/search does it, nothing remembered: words cut, question embedded, searched, fused, texts read. */
export const measureWholeQuery = async (
  set: QuestionSet,
  model: Embedder,
  print: (text: string) => void,
): Promise<Latency> => {
  const snapshot = await openSnapshotOf(set.indexFolder, model);
  const asOf = new Date().toISOString().slice(0, 10);
  const latency = await latencyOf(set.queries.slice(0, QUESTIONS), ({ text }) =>
    searchClauses(snapshot, model, { query: text, limit: LIMIT, asOf, inForceOnly: false }),
  );
  print(
    `whole query, ${LIMIT} clauses: ${formatLatency(latency)}, p95 / p50 ${(latency.p95 / latency.p50).toFixed(2)}`,
  );
  return latency;
};
