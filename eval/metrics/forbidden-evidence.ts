import { quotesSnippet } from "../evidence-match.ts";
import type { Metric } from "./metric.ts";
import { shorten } from "./metric.ts";

export const forbiddenEvidence: Metric = {
  name: "forbiddenEvidence",
  title: "Forbidden evidence cited",
  better: "lower",
  definition: "Share of the passages that must not be cited that an answer cites all the same.",
  source: "Citations that readers reported as wrong: the counterpart of evidence recall.",
  score: ({ evalCase, reply }, target) => {
    const forbidden = evalCase.forbiddenEvidence ?? [];
    if (reply === null || forbidden.length === 0) return null;
    const cited = forbidden.filter((snippet) =>
      reply.citations.some((citation) => quotesSnippet(citation, snippet, target)),
    );
    return {
      hits: cited.length,
      total: forbidden.length,
      findings: cited.map(
        ({ snippet, document }) => `cited all the same: “${shorten(snippet)}” of ${document}`,
      ),
    };
  },
};
