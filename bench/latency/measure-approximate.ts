import { readFileSync } from "node:fs";
import path from "node:path";
import type { Embedder } from "../../src/text-models/embedder.ts";
import { parsePointer } from "../../src/clause-index/index-pointer.ts";
import { openChunksTable } from "../methods/stored-chunks.ts";
import { openSnapshotOf } from "../question-sets/open-snapshot.ts";
import type { QuestionSet } from "../question-sets/question-set.ts";
import { mean } from "../statistics/mean.ts";
import { formatLatency, latencyOf } from "./latency.ts";
import type { Latency } from "./latency.ts";

/** Questions measured: an exact search takes tens of milliseconds. */
const QUESTIONS = 250;
const DEPTH = 10;

export interface ApproximateSearch {
  /** The share of the ten nearest chunks that the approximate search finds. */
  readonly recall10: number;
  readonly approximate: Latency;
  readonly exact: Latency;
}

/** The index's vector search against the exact one, with the model's own question vectors; null where the index scans. */
export const measureApproximate = async (
  set: QuestionSet,
  model: Pick<Embedder, "id" | "dimensions">,
  queries: Pick<Embedder, "embedQuery">,
  print: (text: string) => void,
): Promise<ApproximateSearch | null> => {
  const pointer = parsePointer(readFileSync(path.join(set.indexFolder, "pointer.json"), "utf8"));
  if (pointer.vectorPartitions === null) {
    print(`vector search: exact, ${pointer.chunkCount} chunks are scanned`);
    return null;
  }
  const snapshot = await openSnapshotOf(set.indexFolder, model);
  const table = await openChunksTable(set.indexFolder);
  const vectors: Float32Array[] = [];
  for (const { text } of set.queries.slice(0, QUESTIONS)) vectors.push(await queries.embedQuery(text));

  const searchExactly = async (vector: Float32Array): Promise<unknown[]> =>
    table
      .query()
      .nearestTo(vector)
      .distanceType("cosine")
      .bypassVectorIndex()
      .select(["chunkId", "_distance"])
      .limit(DEPTH)
      .toArray();
  const shares: number[] = [];
  for (const vector of vectors) {
    const nearest = new Set(
      (await searchExactly(vector)).map((row) =>
        typeof row === "object" && row !== null && "chunkId" in row ? row.chunkId : null,
      ),
    );
    const found = await snapshot.searchDense(vector, DEPTH);
    shares.push(found.filter(({ chunkId }) => nearest.has(chunkId)).length / nearest.size);
  }
  const result = {
    recall10: mean(shares),
    approximate: await latencyOf(vectors, (vector) => snapshot.searchDense(vector, DEPTH)),
    exact: await latencyOf(vectors, searchExactly),
  };
  print(
    `approximate vector search: recall@10 ${result.recall10.toFixed(3)} of the exact one; ` +
      `${formatLatency(result.approximate)}; exact ${formatLatency(result.exact)}`,
  );
  return result;
};
