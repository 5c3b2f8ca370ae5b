import type { Statement } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import { cite } from "../policy/citation.ts";
import { numbersOutside } from "../verification/number-lock.ts";
import type { QuotedSpan, StatementDraft } from "./draft.ts";

/** Statements with their citations numbered from 1 in the order of first use; one citation for one span. */
export interface NumberedStatements {
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
}

/** Everything that a citation lets a statement say a number from (invariant 4). */
export const lockSources = (citation: Citation): string[] => [
  citation.quote,
  citation.label,
  ...citation.path,
  citation.documentTitle,
  citation.documentNumber ?? "",
  citation.effectiveFrom ?? "",
  citation.effectiveTo ?? "",
];

/** Gives each quoted span its citation; the same span keeps its number in the whole answer. */
export class CitationNumbers {
  readonly #asOf: string;
  readonly #known = new Map<string, Citation>();

  constructor(asOf: string) {
    this.#asOf = asOf;
  }

  get citations(): readonly Citation[] {
    return [...this.#known.values()];
  }

  cite(span: QuotedSpan): Citation {
    const key = `${span.document.documentId} ${span.start} ${span.end}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const citation = cite(this.#known.size + 1, span, this.#asOf);
    this.#known.set(key, citation);
    return citation;
  }
}

/**
 * Verifies drafts and numbers their citations. A draft that holds a number which stands in none of its own
 * citations, or that cites nothing, is dropped: nothing leaves unverified (invariants 3 and 4).
 */
export const numberCitations = (drafts: readonly StatementDraft[], asOf: string): NumberedStatements => {
  const kept = drafts.filter((draft) => {
    if (draft.quotes.length === 0 || (draft.count !== null && draft.count !== draft.quotes.length))
      return false;
    const sources = draft.quotes.flatMap((span) => lockSources(cite(1, span, asOf)));
    return numbersOutside(draft.text, sources, draft.count).length === 0;
  });
  const numbers = new CitationNumbers(asOf);
  const statements = kept.map(({ text, quotes, count }) => ({
    text,
    citations: quotes.map((span) => numbers.cite(span).index),
    count,
  }));
  return { statements, citations: numbers.citations };
};
