import { allCitations } from "../target-documents.ts";
import type { Metric } from "./metric.ts";
import { shorten } from "./metric.ts";

export const offsetsRight: Metric = {
  name: "offsetsRight",
  title: "Offsets right",
  better: "higher",
  definition:
    "Share of citations, those of refusals included, with quote === text.slice(start, end) and a span inside the cited clause with its descendants.",
  source: "This project's contract (offsets are UTF-16 units).",
  score: ({ reply }, target) => {
    if (reply === null) return null;
    const citations = allCitations(reply);
    const findings = citations.flatMap(({ index, documentId, clauseId, start, end, quote }) => {
      const there = target.text(documentId)?.slice(start, end) ?? "";
      if (quote === "" || there !== quote) {
        return [`[${index}] ${start}–${end} is “${shorten(there, 30)}”, not “${shorten(quote, 30)}”`];
      }
      const clause = target.clause(clauseId);
      return clause !== null && clause.start <= start && end <= clause.wholeEnd
        ? []
        : [`[${index}] ${start}–${end} is outside its clause ${clauseId}`];
    });
    return { hits: citations.length - findings.length, total: citations.length, findings };
  },
};
