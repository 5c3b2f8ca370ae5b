import { MOST_DOCUMENTS_LOOKED_UP } from "../retrieval/addressed-clauses.ts";
import { spokenAddress } from "../retrieval/clause-address.ts";
import { findByAddress } from "../retrieval/find-address.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { AnswerDraft, QuotedSpan } from "./draft.ts";
import { titlesInEnglish } from "./refusal-messages-english.ts";
import { sectionStatements } from "./section-statements.ts";

/**
 * Answers a question that names a clause by its address: looked up, not searched. An address that does not
 * exist is a refusal that says so.
 */
export const composeLookup = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
  documentIds: readonly string[],
): Promise<AnswerDraft | null> => {
  // An address alone says too little among many documents, and to read them all would take too long.
  if (documentIds.length > MOST_DOCUMENTS_LOOKED_UP) return null;
  const spans: QuotedSpan[] = [];
  const titles: string[] = [];
  for (const documentId of documentIds) {
    const document = await context.snapshot.getDocument(documentId);
    if (document === null) continue;
    titles.push(document.title);
    for (const address of analysis.addresses) {
      for (const { clause, ancestors } of findByAddress(document.clauses, address)) {
        spans.push({ document, clause, ancestors, start: clause.start, end: clause.end });
      }
    }
  }
  const spoken = analysis.addresses.map((address) => spokenAddress(address)).join("、");
  if (spans.length === 0) {
    return {
      kind: "refusal",
      reason: "not_in_corpus",
      message:
        analysis.language === "en"
          ? `There is no “${spoken}” in ${titlesInEnglish(titles)}.`
          : `${titles
              .slice(0, 3)
              .map((title) => `《${title}》`)
              .join("、")}${titles.length > 3 ? `等${titles.length}份文件` : ""}中没有“${spoken}”。`,
      nearest: [],
    };
  }
  // An address that many documents have says too little without the document's name.
  return spans.length > 3
    ? null
    : {
        kind: "statements",
        statements: spans.flatMap((span) => sectionStatements(span, analysis.language, "headings")),
      };
};
