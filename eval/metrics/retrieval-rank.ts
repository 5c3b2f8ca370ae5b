import { foundRank } from "../found-rank.ts";
import type { Metric } from "./metric.ts";

export const retrievalRank: Metric = {
  name: "retrievalRank",
  title: "Retrieval, mean reciprocal rank",
  better: "higher",
  definition:
    "The mean of 1/rank of the first clause of the plain search that holds the evidence, 0 where none does; an entry of evidence each.",
  source: "Mean reciprocal rank (Voorhees 1999, TREC-8 question answering).",
  score: ({ evalCase, found }, target) => {
    if (evalCase.expect.refused || found === null || evalCase.evidence.length === 0) return null;
    const ranks = evalCase.evidence.map((entry) => foundRank(found, entry, target));
    const hits = ranks.reduce<number>((sum, rank) => sum + (rank === null ? 0 : 1 / rank), 0);
    return { hits, total: ranks.length, findings: [] };
  },
};
