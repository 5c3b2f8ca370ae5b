import { MOST_DOCUMENTS_LOOKED_UP } from "../retrieval/addressed-clauses.ts";
import { spokenAddress } from "../retrieval/clause-address.ts";
import { findByAddress } from "../retrieval/find-address.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { AnswerDraft, QuotedSpan } from "./draft.ts";
import { titlesInEnglish } from "./refusal-messages-english.ts";
import { titledBy } from "./titled-documents.ts";
import type { NamedDocument } from "./titled-documents.ts";
import { documentsOf } from "./titled-places.ts";
import { sectionStatements } from "./section-statements.ts";

/** The steps of an address, and words for its document that any document may be called by. */
const ADDRESS_WORDS =
  /^(?:第?[〇零一二两三四五六七八九十百\d]+[部分章节条款项段]*|[章节条款项段]讲|部分|[章节条款项段]|这|那|份|个|篇|里面?|文件|内容)$/;

/** Words of a title that tell a document; one alone (第四条对企业怎么规定) may be what is asked. */
const TELLING_WORDS = 2;

/**
 * The documents of the place that a question names, and of these the ones that its other words say (嵩林区建筑业那份
 * 实施意见，第三部分第二条); all where they say none.
 */
const meant = (
  { scope, terms, values: { places } }: AnalysedQuestion,
  searched: readonly NamedDocument[],
): readonly NamedDocument[] => {
  const words = terms.filter(({ text, weight }) => weight > 0 && !ADDRESS_WORDS.test(text));
  if (scope.documentIds !== null || words.length < TELLING_WORDS) return searched;
  const local = documentsOf(searched, places);
  const possible = local.length === 0 ? searched : local;
  const titled = titledBy(possible, words);
  return titled.length === 0 ? possible : titled;
};

/**
 * Answers a question that names a clause by its address: looked up, not searched. An address that does not
 * exist is a refusal that says so.
 */
export const composeLookup = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
  searched: readonly NamedDocument[],
): Promise<AnswerDraft | null> => {
  // An address alone says too little among many documents, and to read them all would take too long.
  if (searched.length > MOST_DOCUMENTS_LOOKED_UP) return null;
  const spoken = analysis.addresses.map((address) => spokenAddress(address)).join("、");
  const spans: QuotedSpan[] = [];
  const titles: string[] = [];
  for (const { documentId } of meant(analysis, searched)) {
    const document = await context.snapshot.getDocument(documentId);
    if (document === null) continue;
    titles.push(document.title);
    for (const address of analysis.addresses) {
      for (const { clause, ancestors } of findByAddress(document.clauses, address)) {
        spans.push({ document, clause, ancestors, start: clause.start, end: clause.end });
      }
    }
  }
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
