import { cite } from "../policy/citation.ts";
import { splitSentences } from "../policy/sentences.ts";
import { locateQuote } from "../verification/locate-quote.ts";
import { verifyStatement } from "../verification/verify-statement.ts";
import { isWordedFrom, sharedWording } from "../verification/worded-from.ts";
import type { QuotedSpan, StatementDraft } from "./draft.ts";
import type { EvidenceClause } from "./generate-evidence.ts";
import type { GeneratedStatement } from "./generate-statements.ts";
import { lockSources } from "./number-citations.ts";

/** UTF-16 units; a sentence is never longer. */
const LONGEST_STATEMENT = 400;
const MOST_QUOTES = 8;

/** Words to a machine, which no clause has for its readers. */
const INSTRUCTION =
  /忽略(?:以上|之前|前面|上面|上述|所有|一切|此前)|无视(?:以上|之前|上述|所有)|系统提示|提示词|作为(?:一个)?(?:AI|人工智能)(?:语言模型|助手)|请(?:在|于)?(?:你的)?回答(?:中|里|时)|你(?:现在|必须|只能|要|应当?)(?:回答|输出|写|说|扮演)|ignore (?:all|any|the|previous|above)|system prompt/i;

/**
 * The sentences of the clause that a span touches. Quoted as wholes, so that what stands before a quote in its
 * sentence (不, 鼓励, a condition) is seen by the check and by the reader.
 */
const wholeSentences = (span: QuotedSpan, start: number, end: number): QuotedSpan => {
  const touched = splitSentences(span.document.text, span.start, span.end).filter(
    (sentence) => sentence.start < end && sentence.end > start,
  );
  return { ...span, start: touched[0]?.start ?? start, end: touched.at(-1)?.end ?? end };
};

const locate = (
  { clause: handle, quote }: GeneratedStatement["quotes"][number],
  clauses: readonly EvidenceClause[],
): QuotedSpan | null => {
  const clause = clauses.find((each) => each.handle === handle.trim());
  const found = clause === undefined ? null : locateQuote(clause.text, quote);
  if (clause === undefined || found === null) return null;
  const { start } = clause.span;
  return wholeSentences(clause.span, start + found.start, start + found.end);
};

const isSupported = (text: string, spans: readonly QuotedSpan[], asOf: string): boolean => {
  const citations = spans.map((span) => cite(1, span, asOf));
  return verifyStatement(
    text,
    citations.map(({ quote }) => quote),
    citations.flatMap((citation) => lockSources(citation).slice(1)),
  ).supported;
};

/** A statement that may be shown. `isRepaired`: the document's own sentence in the place of the model's words. */
export interface VerifiedStatement {
  readonly draft: StatementDraft;
  readonly isRepaired: boolean;
}

/** Words that only announce what follows say nothing without it. */
const ANNOUNCES = /[：:]$/;

/**
 * The whole sentence that a statement was worded from, in the document's own words: what a model said wrongly
 * of a real quote is put right by the quote. Null where none of the quotes is about what was said.
 */
const repairedFrom = (said: string, spans: readonly QuotedSpan[]): VerifiedStatement | null => {
  const [closest] = spans
    .map((span) => ({ span, text: span.document.text.slice(span.start, span.end) }))
    .map((each) => ({ ...each, share: sharedWording(said, each.text) }))
    .toSorted((a, b) => b.share - a.share);
  if (closest === undefined || !isWordedFrom(said, closest.text) || ANNOUNCES.test(closest.text)) return null;
  const { span, text } = closest;
  return { draft: { text, quotes: [span], count: null }, isRepaired: true };
};

/**
 * What of a model's statement may be shown: the statement with the quotes that are real and that it needs; where
 * they do not bear it out, the sentence that it was worded from; or null. A quote that does not stand in the
 * clause it names counts for nothing.
 */
export const verifyGenerated = (
  { text, quotes }: GeneratedStatement,
  clauses: readonly EvidenceClause[],
  asOf: string,
): VerifiedStatement | null => {
  const said = text.replaceAll(/\s+/g, " ").trim();
  if (said === "" || INSTRUCTION.test(said)) return null;
  let spans: QuotedSpan[] = [];
  for (const quote of quotes.slice(0, MOST_QUOTES)) {
    const span = locate(quote, clauses);
    if (span === null || INSTRUCTION.test(span.document.text.slice(span.start, span.end))) continue;
    const isKnown = spans.some(
      ({ document, start, end }) =>
        document.documentId === span.document.documentId && start === span.start && end === span.end,
    );
    if (!isKnown) spans.push(span);
  }
  if (said.length > LONGEST_STATEMENT || !isSupported(said, spans, asOf)) return repairedFrom(said, spans);
  // A citation is never attached because it is merely near: what the statement does without is taken off.
  for (const span of spans.toReversed()) {
    const others = spans.filter((each) => each !== span);
    if (isSupported(said, others, asOf)) spans = others;
  }
  return { draft: { text: said, quotes: spans, count: null }, isRepaired: false };
};
