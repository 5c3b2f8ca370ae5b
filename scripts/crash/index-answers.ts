import { createHash } from "node:crypto";
import type { Embedder } from "../../src/text-models/embedder.ts";
import { openIndex } from "../../src/clause-index/lance-index.ts";
import { queryBigrams, queryWords } from "../../src/clause-index/segment.ts";
import { walkClauses } from "../../src/policy/clause.ts";
import { PROBES } from "./crash-corpus.ts";

const HITS = 50;
/** Scores are compared to this many digits: the last ones depend on the order of additions. */
const DIGITS = 5;

/** What an index answers to a fixed set of questions, and every document that it holds, as one hash; null without an index. */
export const indexAnswers = async (
  dataDir: string,
  embedder: Embedder,
  questionVectors: readonly Float32Array[],
): Promise<string | null> => {
  // Opened anew, as another process would.
  const snapshot = await openIndex(dataDir, embedder).snapshot();
  if (snapshot === null) return null;
  const answers: unknown[] = [snapshot.fingerprint, snapshot.documentCount, snapshot.chunkCount];
  for (const [index, probe] of PROBES.entries()) {
    for (const hits of [
      await snapshot.searchWords(queryWords(probe), HITS),
      await snapshot.searchBigrams(queryBigrams(probe), HITS),
      await snapshot.searchDense(questionVectors[index] ?? new Float32Array(), HITS),
    ]) {
      answers.push(hits.map(({ chunkId, score }) => [chunkId, score.toFixed(DIGITS)]));
    }
  }
  for (const { documentId, title } of await snapshot.listDocuments()) {
    const document = await snapshot.getDocument(documentId);
    const clauses = [...walkClauses(document?.clauses ?? [])].map(({ clause }) => clause.clauseId);
    const owners = await snapshot.findDocumentsOfClauses(clauses);
    answers.push([
      documentId,
      title,
      document?.text,
      clauses,
      [...owners].map((pair) => pair.join(" ")).toSorted(),
    ]);
  }
  return createHash("sha256").update(JSON.stringify(answers)).digest("hex");
};
