import { isMostlyEnglish } from "../retrieval/english-question.ts";
import { splitSentences } from "../policy/sentences.ts";
import { statusOn } from "../policy/validity.ts";
import type { ClausePlace, RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { RetrievedClause } from "../retrieval/retrieve.ts";
import { withoutMentions } from "./analyse-question.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { AnswerDraft, StatementDraft } from "./draft.ts";
import { namedSection } from "./named-section.ts";
import { findRole, roleAsked } from "./section-roles.ts";
import type { RoleFilled } from "./section-roles.ts";
import { partsStatement, sectionStatements } from "./section-statements.ts";
import { titledBy } from "./titled-documents.ts";

/** Documents shown side by side, of so many that may have the part; of more, the question must name one. */
const MOST_DOCUMENTS = 2;
const MOST_READ = 5;
/** Documents whose titles are held against a question that names none. */
const MOST_TITLES = 5_000;
const MOST_ITEMS = 10;
/** UTF-16 units of an item that is quoted whole. */
const SHORT_ITEM = 200;
const SENTENCES_OF_ITEM = 8;

/** Words around the name of a part that say nothing of what is asked (提出了哪几项, 要完成的, 坚持什么). */
const ASKING =
  /^(?:提出|明确|确定|规定|部署|安排|坚持|遵循|制定|设定|实现|达到|完成|期间|围绕|整个|本|该|列出?|一下|分|说说|都|落实|推进|开展|实施|列|定|几?[项条个点大块]|[几两一二三四五六七八九十]+[项条个点大块])$/;

/** The documents whose part is asked for; null where the question says more than that, or does not say whose. */
const documentsAsked = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
  words: string,
): Promise<readonly string[] | null> => {
  const rest = analysis.terms.filter(
    ({ text, weight }) =>
      weight > 0 &&
      !words.includes(text) &&
      !text.includes(words) &&
      !ASKING.test(text) &&
      !analysis.values.years.includes(text.replace(/年$/, "")),
  );
  const allowed = analysis.scope.documentIds ?? analysis.question.documentIds;
  const heads = (await context.snapshot.listDocuments()).filter(
    ({ documentId }) => allowed?.includes(documentId) ?? true,
  );
  if (heads.length > MOST_TITLES) return null;
  const named = titledBy(heads, rest);
  return named.length === 0 || named.length > MOST_READ ? null : named.map(({ documentId }) => documentId);
};

/** An item: whole where it is short, else its first sentences, each for itself. */
const itemOf = ({ document, clause, ancestors }: ClausePlace): StatementDraft[] => {
  const isShort = clause.end - clause.start <= SHORT_ITEM;
  const sentences = isShort ? [clause] : splitSentences(document.text, clause.start, clause.end);
  return sentences.slice(0, SENTENCES_OF_ITEM).map(({ start, end }) => ({
    text: document.text.slice(start, end),
    quotes: [{ document, clause, ancestors, start, end }],
    count: null,
  }));
};

const statementsOf = (filled: RoleFilled, language: "zh" | "en"): StatementDraft[] => {
  if (filled.kind === "items") return filled.parts.slice(0, MOST_ITEMS).flatMap((part) => itemOf(part));
  if (filled.kind === "chapters") {
    const title = filled.parts[0]?.document.title ?? "";
    const whose = language === "en" ? `“${title}”` : `《${title}》的任务`;
    return [partsStatement(filled.parts, language, "headings", whose)];
  }
  const { document, clause, ancestors } = filled.section;
  const span = { document, clause, ancestors, start: clause.start, end: clause.end };
  return sectionStatements(span, language, "beginnings");
};

/**
 * What of a role speaks of the years that are asked for (2015年的目标), of one of them where several are compared; null
 * where nothing does.
 */
const ofYears = (
  filled: RoleFilled,
  { values: { years }, askedFor: { comparison } }: AnalysedQuestion,
): RoleFilled | null => {
  const speaks = ({ document, clause }: ClausePlace): boolean => {
    const told = years.filter((year) => document.text.slice(clause.start, clause.wholeEnd).includes(year));
    return comparison ? told.length > 0 : told.length === years.length;
  };
  if (years.length === 0) return filled;
  if (filled.kind === "section") return speaks(filled.section) ? filled : null;
  const parts = filled.parts.filter((part) => speaks(part));
  return parts.length === 0 ? null : { ...filled, parts };
};

/**
 * Answers a question for a part that plans have by convention (基本原则, 主要目标, 重点任务, 保障措施): looked up in the
 * document's outline, not searched. Null where the question asks for something else, or no document has the part.
 */
export const composeOutline = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
): Promise<AnswerDraft | null> => {
  const { askedFor, language } = analysis;
  const asks = askedFor.list || /什么|是啥|怎么说|介绍|讲了|列|what|which/i.test(analysis.resolved);
  if (!asks || askedFor.quantities.length > 0 || askedFor.yesNo || askedFor.agency) return null;
  const wording = withoutMentions(
    isMostlyEnglish(analysis.resolved) ? analysis.searchText : analysis.resolved,
    analysis.scope.mentions,
  );
  const asked = roleAsked(wording);
  if (asked === null) return null;
  const ids = await documentsAsked(context, analysis, asked.words);
  if (ids === null) return null;
  const documents = (await Promise.all(ids.map((id) => context.snapshot.getDocument(id)))).filter(
    (document) => document !== null,
  );
  const isNow = (document: (typeof documents)[number]): boolean =>
    ["in_force", "unknown"].includes(statusOn(document, analysis.question.asOf));
  const sides = documents
    .toSorted((a, b) => Number(isNow(b)) - Number(isNow(a)))
    .flatMap((document) => {
      const found = findRole(document, asked.role);
      const filled = found === null ? null : ofYears(found, analysis);
      return filled === null ? [] : [{ document, statements: statementsOf(filled, language) }];
    });
  if (sides.length === 0 || sides.length > MOST_DOCUMENTS) return null;
  return {
    kind: "statements",
    statements: sides.flatMap(({ document, statements }) =>
      statements.map((statement, index) =>
        sides.length > 1 && index === 0 && !statement.text.includes(document.title)
          ? { ...statement, text: `《${document.title}》：${statement.text}` }
          : statement,
      ),
    ),
  };
};

/** Documents whose headings are read for a section that a question names. */
const DOCUMENTS_WITH_SECTIONS = 3;

/**
 * Answers a question for a list that names a section by its heading (融资支持有哪些) with the section's parts; null where
 * it names none.
 * @param clauses - what was found, whose documents are read where the question names none
 */
export const composeSection = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
  clauses: readonly RetrievedClause[],
): Promise<AnswerDraft | null> => {
  if (!analysis.askedFor.list) return null;
  const ids = analysis.scope.documentIds ?? [...new Set(clauses.map(({ documentId }) => documentId))];
  const documents = await Promise.all(
    ids.slice(0, DOCUMENTS_WITH_SECTIONS).map((documentId) => context.snapshot.getDocument(documentId)),
  );
  const section = namedSection(
    analysis,
    documents.filter((document) => document !== null),
  );
  if (section === null) return null;
  return { kind: "statements", statements: sectionStatements(section, analysis.language, "beginnings") };
};
