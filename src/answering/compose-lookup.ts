import type { Clause } from "../policy/clause.ts";
import { MOST_DOCUMENTS_LOOKED_UP } from "../retrieval/addressed-clauses.ts";
import { spokenAddress } from "../retrieval/clause-address.ts";
import { findByAddress } from "../retrieval/find-address.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { AnswerDraft, QuotedSpan, StatementDraft } from "./draft.ts";
import { titlesInEnglish } from "./refusal-messages-english.ts";
import { splitSentences } from "../policy/sentences.ts";

const plainChildren = (clause: Clause): readonly Clause[] =>
  clause.children.filter(({ marker }) => marker === null);
const numberedChildren = (clause: Clause): readonly Clause[] =>
  clause.children.filter(({ marker }) => marker !== null);

/** The clause's own words, its opening paragraphs, and a counted list of what it is divided into. */
const statementsOf = (span: QuotedSpan, { language }: AnalysedQuestion): StatementDraft[] => {
  const { document, clause, ancestors } = span;
  const quote = (each: Clause, within: readonly Clause[]): QuotedSpan => ({
    document,
    clause: each,
    ancestors: within,
    start: each.start,
    end: each.end,
  });
  const below = [...ancestors, clause];
  const text = (each: Clause): string => document.text.slice(each.start, each.end);
  const statements: StatementDraft[] = [
    { text: text(clause), quotes: [quote(clause, ancestors)], count: null },
  ];
  for (const child of plainChildren(clause).slice(0, 4)) {
    statements.push({ text: text(child), quotes: [quote(child, below)], count: null, isItem: true });
  }
  const parts = numberedChildren(clause);
  if (parts.length > 0) {
    const heading = (child: Clause): QuotedSpan => {
      const [first] = splitSentences(document.text, child.start, child.end);
      return { document, clause: child, ancestors: below, start: child.start, end: first?.end ?? child.end };
    };
    const quotes = parts.map((part) => heading(part));
    const names = parts.map((part, index) => {
      const { start, end } = quotes[index] ?? part;
      return part.heading === null ? document.text.slice(start, end) : `${part.marker ?? ""}${part.heading}`;
    });
    const summary =
      language === "en"
        ? `It has ${parts.length} parts: ${names.join("; ")}.`
        : `其下共${parts.length}项：${names.join("；")}。`;
    statements.push({ text: summary, quotes, count: parts.length, isItem: true });
  }
  return statements;
};

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
    : { kind: "statements", statements: spans.flatMap((span) => statementsOf(span, analysis)) };
};
