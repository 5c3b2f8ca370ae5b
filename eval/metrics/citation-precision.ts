import { compactText } from "../compact-text.ts";
import { quotesSnippet } from "../evidence-match.ts";
import type { Metric } from "./metric.ts";

/**
 * Share of citations that hold, or lie within, some expected evidence. Source: citation precision of ALCE
 * (Gao et al. 2023), with the case's evidence in place of an entailment model. Cases name what is needed and
 * not all that would be right, so this is reported and never a threshold.
 */
export const citationPrecision: Metric = {
  name: "citationPrecision",
  title: "Citation precision",
  better: "higher",
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
