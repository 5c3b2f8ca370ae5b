import type { DocumentHead } from "../clause-index/index-types.ts";
import type { ClauseReply, DocumentReply, DocumentSummary } from "../contract/documents.ts";
import type { Clause } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { statusOn } from "../policy/validity.ts";

/** A document as the list shows it, with its status on `asOf`. */
export const documentSummary = (head: DocumentHead, asOf: string): DocumentSummary => ({
  documentId: head.documentId,
  title: head.title,
  titleSource: head.titleSource,
  issuers: [...head.issuers],
  documentNumber: head.documentNumber,
  jurisdiction: head.jurisdiction,
  publishedOn: head.publishedOn,
  effectiveFrom: head.effectiveFrom,
  effectiveTo: head.effectiveTo,
  status: statusOn(head, asOf),
  repeals: [...head.repeals],
  relations: head.relations.map(({ kind, title, documentId }) => ({ kind, title, documentId })),
  sourceUrl: head.sourceUrl,
  file: { name: head.file.name, sha256: head.file.sha256 },
});

const clauseReply = (clause: Clause): ClauseReply => ({
  clauseId: clause.clauseId,
  kind: clause.kind,
  marker: clause.marker,
  label: clause.label,
  heading: clause.heading,
  start: clause.start,
  end: clause.end,
  wholeEnd: clause.wholeEnd,
  ...(clause.annotates === undefined ? {} : { annotates: clause.annotates }),
  ...(clause.page === undefined ? {} : { page: clause.page }),
  children: clause.children.map((child) => clauseReply(child)),
});

/** A whole document, with its status on `asOf`. */
export const documentReply = (document: PolicyDocument, asOf: string): DocumentReply => ({
  ...documentSummary(document, asOf),
  text: document.text,
  clauses: document.clauses.map((clause) => clauseReply(clause)),
  issues: document.issues.map(({ code, message, start, end }) => ({ code, message, start, end })),
  facts: (document.facts ?? []).map(({ field, value, start, end }) => ({ field, value, start, end })),
});
