import type { Clause } from "./clause.ts";
import { clauseValidity } from "./clause-validity.ts";
import { clausePath } from "./clause.ts";
import type { PolicyDocument } from "./document.ts";
import type { PartialDate } from "./partial-date.ts";
import type { Status } from "./validity.ts";
import { statusOn } from "./validity.ts";

/** A clause and the exact span of it that is quoted. */
export interface Citation {
  readonly index: number;
  readonly clauseId: string;
  readonly documentId: string;
  readonly documentTitle: string;
  readonly issuers: readonly string[];
  readonly documentNumber: string | null;
  readonly label: string;
  readonly path: readonly string[];
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly status: Status;
  readonly effectiveFrom: PartialDate | null;
  readonly effectiveTo: PartialDate | null;
  readonly sourceUrl: string | null;
  readonly url: string;
}

/** The address of a clause in the page and in the API: `/documents/<documentId>#<clauseId>`. */
export const clauseUrl = (documentId: string, clauseId: string): string =>
  `/documents/${encodeURIComponent(documentId)}#${encodeURIComponent(clauseId)}`;

/** What `cite` needs to know of the place that is quoted. */
export interface QuotedPlace {
  readonly document: PolicyDocument;
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
  readonly start: number;
  readonly end: number;
}

/**
 * The only way to make a citation. The quote is cut out of the canonical text here, so that
 * `quote === document.text.slice(start, end)` holds for every citation there is.
 * @throws RangeError if the span is empty or leaves the clause's whole span.
 */
export const cite = (index: number, place: QuotedPlace, asOf: string): Citation => {
  const { document, clause, ancestors, start, end } = place;
  if (start >= end || start < clause.start || end > clause.wholeEnd) {
    throw new RangeError(`The span ${start}–${end} is not inside clause ${clause.clauseId}.`);
  }
  const validity = clauseValidity(document, clause);
  return {
    index,
    clauseId: clause.clauseId,
    documentId: document.documentId,
    documentTitle: document.title,
    issuers: document.issuers,
    documentNumber: document.documentNumber,
    label: clause.label,
    path: clausePath(clause, ancestors),
    quote: document.text.slice(start, end),
    start,
    end,
    status: statusOn(validity, asOf),
    effectiveFrom: validity.effectiveFrom,
    effectiveTo: validity.effectiveTo,
    sourceUrl: document.sourceUrl,
    url: clauseUrl(document.documentId, clause.clauseId),
  };
};
