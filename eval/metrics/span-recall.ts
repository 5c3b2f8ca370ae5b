import { coveredLength, evidenceSpans, overlapLength } from "../evidence-spans.ts";
import type { Metric } from "./metric.ts";

export const spanRecall: Metric = {
  name: "spanRecall",
  title: "Span recall (characters)",
  better: "higher",
  definition:
    "For each question to answer, the share of the characters of expected evidence that citations cover, averaged over questions; of an entry's alternatives the best covered one counts. A refusal covers nothing.",
  source: "Character-level recall of LegalBench-RAG (Pipitone and Houir Alami 2024).",
  score: ({ evalCase, reply }, target) => {
    if (evalCase.expect.refused) return null;
    const cited = reply?.citations ?? [];
    let covered = 0;
    let length = 0;
    for (const { anyOf } of evalCase.evidence) {
      const alternatives = anyOf.flatMap((snippet) => {
        const spans = evidenceSpans(snippet, target);
        return spans.length === 0
          ? [{ covered: 0, length: snippet.snippet.length }]
          : spans.map((span) => ({ covered: overlapLength([span], cited), length: coveredLength([span]) }));
      });
      const best = alternatives.toSorted((a, b) => b.covered / b.length - a.covered / a.length)[0];
      covered += best?.covered ?? 0;
      length += best?.length ?? 0;
    }
    return length === 0 ? null : { hits: covered / length, total: 1, findings: [] };
  },
};
