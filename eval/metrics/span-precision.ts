import { coveredLength, evidenceSpans, overlapLength } from "../evidence-spans.ts";
import type { Metric } from "./metric.ts";

export const spanPrecision: Metric = {
  name: "spanPrecision",
  title: "Span precision (characters)",
  better: "higher",
  definition:
    "For each answer, the share of cited characters that are expected evidence, averaged over answers. Snippets are as short as possible and citations are whole sentences or clauses, so this is low by its nature and good for comparing alone.",
  source: "Character-level precision of LegalBench-RAG (Pipitone and Houir Alami 2024).",
  score: ({ evalCase, reply }, target) => {
    if (reply === null || evalCase.expect.refused || reply.citations.length === 0) return null;
    const expected = evalCase.evidence
      .flatMap(({ anyOf }) => anyOf)
      .flatMap((snippet) => evidenceSpans(snippet, target));
    const cited = coveredLength(reply.citations);
    return cited === 0
      ? null
      : { hits: overlapLength(reply.citations, expected) / cited, total: 1, findings: [] };
  },
};
