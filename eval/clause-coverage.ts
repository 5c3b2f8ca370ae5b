import type { CaseResult } from "./evaluation.ts";
import { evidenceSpans } from "./evidence-spans.ts";
import type { TargetDocuments } from "./target-documents.ts";

/** How the questions touch a clause: how many have evidence in its own text, and how many of those failed. */
interface ClauseCoverage {
  readonly label: string;
  readonly length: number;
  readonly questions: number;
  readonly failed: number;
}

/** Which clauses of a document the questions cover. */
export interface DocumentCoverage {
  readonly document: string;
  readonly title: string;
  readonly clauses: readonly ClauseCoverage[];
}

/** The coverage of every document that some evidence is in, its clauses in text order. */
export const clauseCoverage = (
  cases: readonly Pick<CaseResult, "evalCase" | "findings">[],
  target: TargetDocuments,
): DocumentCoverage[] => {
  const placed = cases.flatMap(({ evalCase, findings }) =>
    evalCase.evidence
      .flatMap(({ anyOf }) => anyOf)
      .flatMap((snippet) =>
        evidenceSpans(snippet, target)
          .slice(0, 1)
          .map((span) => ({ ...span, id: evalCase.id, failed: findings.length > 0, key: snippet.document })),
      ),
  );
  return [...new Map(placed.map(({ documentId, key }) => [documentId, key]))]
    .toSorted(([, a], [, b]) => a.localeCompare(b, "en", { numeric: true }))
    .flatMap(([documentId, key]) => {
      const document = target.document(documentId);
      if (document === null) return [];
      const spans = placed.filter((span) => span.documentId === documentId);
      const clauses = document.clauses.map(({ label, start, end }) => {
        const here = spans.filter((span) => span.start < end && start < span.end);
        return {
          label,
          length: end - start,
          questions: new Set(here.map(({ id }) => id)).size,
          failed: new Set(here.filter(({ failed }) => failed).map(({ id }) => id)).size,
        };
      });
      return [{ document: key, title: document.title, clauses }];
    });
};
