import { allCitations } from "../target-documents.ts";
import type { Metric } from "./metric.ts";
import { shorten } from "./metric.ts";

export const citationsVerbatim: Metric = {
  name: "citationsVerbatim",
  title: "Citations verbatim",
  better: "higher",
  definition:
    "Share of citations, those of refusals included, whose clause exists at the target, in the document that the citation names, and whose quote stands in that document's text character for character.",
  source: "This project's contract; Rashkin et al. 2023 (AIS) ask the same of an identified source.",
  score: ({ reply }, target) => {
    if (reply === null) return null;
    const citations = allCitations(reply);
    const findings = citations.flatMap((citation) => {
      const text = target.text(citation.documentId);
      if (text === null)
        return [`[${citation.index}] names a document that is not there: ${citation.documentId}`];
      if (target.clause(citation.clauseId)?.documentId !== citation.documentId) {
        return [`[${citation.index}] names a clause that its document does not have: ${citation.clauseId}`];
      }
      return citation.quote !== "" && text.includes(citation.quote)
        ? []
        : [`[${citation.index}] quotes what the document does not say: “${shorten(citation.quote)}”`];
    });
    return { hits: citations.length - findings.length, total: citations.length, findings };
  },
};
