import type { CitationReply } from "../../src/contract/common.ts";
import type { ClauseDetail, DocumentSummary } from "../../src/contract/documents.ts";

type DocumentPart = Pick<
  DocumentSummary,
  "documentId" | "title" | "issuers" | "documentNumber" | "effectiveFrom" | "effectiveTo" | "sourceUrl"
>;

/** A formally right citation of a clause's own text, or of its whole text where it has none of its own. */
export const citeClause = (index: number, clause: ClauseDetail, document: DocumentPart): CitationReply => {
  const own = clause.ownText.trim() !== "";
  return {
    index,
    clauseId: clause.clauseId,
    documentId: document.documentId,
    documentTitle: document.title,
    issuers: document.issuers,
    documentNumber: document.documentNumber,
    label: clause.label,
    path: clause.path,
    quote: own ? clause.ownText : clause.text,
    start: clause.start,
    end: own ? clause.end : clause.wholeEnd,
    status: clause.status,
    effectiveFrom: document.effectiveFrom,
    effectiveTo: document.effectiveTo,
    sourceUrl: document.sourceUrl,
    url: clause.url,
  };
};
