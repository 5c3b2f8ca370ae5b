import { FOUND_LIMIT, foundRank } from "../found-rank.ts";
import type { Metric } from "./metric.ts";

export const retrievalRecall: Metric = {
  name: "retrievalRecall",
  title: `Retrieval recall (first ${FOUND_LIMIT})`,
  better: "higher",
  definition: `Share of expected evidence that stands in one of the first ${FOUND_LIMIT} clauses of the plain search (/api/search), whatever the answer makes of them.`,
  source: "Recall@k over gold passages as in BEIR (Thakur et al. 2021).",
  score: ({ evalCase, found }, target) => {
    if (evalCase.expect.refused || found === null || evalCase.evidence.length === 0) return null;
    const hits = evalCase.evidence.filter((entry) => foundRank(found, entry, target) !== null).length;
    return { hits, total: evalCase.evidence.length, findings: [] };
  },
};
