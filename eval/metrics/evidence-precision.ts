import { compactText } from "../compact-text.ts";
import { quotesSnippet } from "../evidence-match.ts";
import type { Metric } from "./metric.ts";

export const evidencePrecision: Metric = {
  name: "evidencePrecision",
  title: "Evidence precision",
  better: "higher",
  definition:
    "Share of citations that hold, or lie within, some expected evidence. Cases name what is needed and not all that would be right, so this is no threshold.",
  source: "Precision over gold passages as in KILT (Petroni et al. 2021), on quoted spans.",
  score: ({ evalCase, reply }, target) => {
    if (reply === null || evalCase.expect.refused || reply.citations.length === 0) return null;
    const snippets = evalCase.evidence.flatMap((entry) => entry.anyOf);
    const hits = reply.citations.filter((citation) =>
      snippets.some(
        (snippet) =>
          quotesSnippet(citation, snippet, target) ||
          (target.idsOf(snippet.document).includes(citation.documentId) &&
            compactText(snippet.snippet).includes(compactText(citation.quote))),
      ),
    ).length;
    return { hits, total: reply.citations.length, findings: [] };
  },
};
