import type { ClauseDetail } from "../contract/documents.ts";
import { clauseUrl } from "../policy/citation.ts";
import { clauseValidity } from "../policy/clause-validity.ts";
import { clausePath } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { statusOn } from "../policy/validity.ts";
import { findClause } from "./clause-lookup.ts";

/**
 * A clause with its own and whole text and its neighbours, or null if the document does not hold it.
 * `previous` and `next` are the clauses beside it under the same parent.
 */
export const clauseDetail = (
  document: PolicyDocument,
  clauseId: string,
  asOf: string,
): ClauseDetail | null => {
  const placed = findClause(document, clauseId);
  if (placed === null) return null;
  const { clause, ancestors } = placed;
  const parent = ancestors.at(-1);
  const siblings = parent?.children ?? document.clauses;
  const place = siblings.indexOf(clause);
  return {
    clauseId: clause.clauseId,
    documentId: document.documentId,
    documentTitle: document.title,
    label: clause.label,
    path: clausePath(clause, ancestors),
    marker: clause.marker,
    heading: clause.heading,
    start: clause.start,
    end: clause.end,
    wholeEnd: clause.wholeEnd,
    ownText: document.text.slice(clause.start, clause.end),
    text: document.text.slice(clause.start, clause.wholeEnd),
    status: statusOn(clauseValidity(document, clause), asOf),
    url: clauseUrl(document.documentId, clause.clauseId),
    parent: parent?.clauseId ?? null,
    previous: siblings[place - 1]?.clauseId ?? null,
    next: siblings[place + 1]?.clauseId ?? null,
    children: clause.children.map((child) => child.clauseId),
  };
};
