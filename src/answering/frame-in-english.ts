import { clauseValidity } from "../policy/clause-validity.ts";
import type { Status } from "../policy/validity.ts";
import { statusOn } from "../policy/validity.ts";
import type { QuotedSpan, StatementDraft } from "./draft.ts";

/** What an English reader is told of a clause that may not be relied on as it is. */
const STATUS_WORDS: Readonly<Record<Status, string | null>> = {
  in_force: null,
  expired: "expired",
  repealed: "repealed",
  not_yet_effective: "not yet in effect",
  unknown: null,
};

/** `六、（二）39; expired`: where a span stands, and whether it may be relied on; empty where neither is to be said. */
const placeOf = ({ document, clause }: QuotedSpan, asOf: string): string => {
  const status = STATUS_WORDS[statusOn(clauseValidity(document, clause), asOf)];
  return [clause.label, status].filter((part) => part !== null && part !== "").join("; ");
};

const quoteOf = ({ document, start, end }: QuotedSpan): string => document.text.slice(start, end);

/** Whether a draft says nothing but its quotes. */
const isQuotation = ({ text, quotes }: StatementDraft): boolean =>
  text === quotes.map((span) => quoteOf(span)).join("");

/** English words that say where a statement comes from; `before`: the span that the reader was shown last. */
const sourceWords = (span: QuotedSpan, before: QuotedSpan | null, asOf: string): string => {
  const place = placeOf(span, asOf);
  const inBrackets = place === "" ? "" : ` (${place})`;
  if (before?.document.documentId !== span.document.documentId)
    return `According to 《${span.document.title}》${inBrackets}: `;
  return before.clause.clauseId === span.clause.clauseId
    ? "It also says there: "
    : `It also says${inBrackets}: `;
};

/**
 * Statements for a reader who asked in English: the words of the documents stay as they are, in quotation marks,
 * with English words around them. Statements that are no quotation are in English already.
 */
export const frameInEnglish = (drafts: readonly StatementDraft[], asOf: string): StatementDraft[] =>
  drafts.map((draft, at) => {
    const [span] = draft.quotes;
    if (span === undefined || !isQuotation(draft)) return draft;
    const before = drafts[at - 1]?.quotes[0] ?? null;
    return { ...draft, text: `${sourceWords(span, before, asOf)}“${draft.text}”` };
  });

/** A statement that a model worded in Chinese, for a reader who asked in English. */
export const frameWordedInEnglish = (draft: StatementDraft, asOf: string): StatementDraft => {
  const [span] = draft.quotes;
  if (span === undefined) return draft;
  const place = placeOf(span, asOf);
  return {
    ...draft,
    text: `In substance, 《${span.document.title}》${place === "" ? "" : ` (${place})`} says: ${draft.text}`,
  };
};
