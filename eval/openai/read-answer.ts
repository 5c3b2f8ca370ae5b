import { createHash } from "node:crypto";
import type { AnswerReply } from "../../src/contract/answer.ts";
import type { CitationReply } from "../../src/contract/common.ts";
import { splitSentences } from "../../src/policy/sentences.ts";
import { locateQuote } from "../../src/verification/locate-quote.ts";
import type { SourceDocuments } from "../source-documents.ts";

/** A text that says that there is no answer, where nothing is quoted beside it. */
const REFUSAL =
  /无法(?:回答|提供|确认|确定)|不能回答|没有(?:找到|检索到|相关)|未(?:找到|提及|提供|涉及|检索到)|(?:文件|资料|材料)中(?:没有|未)|不清楚|抱歉|对不起|I (?:cannot|can't|don't know)/iu;
const EXPIRY = /已到期|已过期|已失效|不再有效|已废止|已经(?:到期|过期|失效)/u;
/** What stands in quotation marks, in the brackets 「」, or after `>` on a line of its own. */
const QUOTED = /“([^”]+)”|「([^」]+)」|"([^"\n]+)"|^>\s*(.+)$/gmu;
/** Shorter ones are names and terms. */
const SHORTEST_QUOTE = 8;
const TITLE = /《([^》]+)》/gu;

/** The document id of quotes that stand in no source. */
const NOWHERE = "not-in-the-documents";

interface FoundQuote {
  readonly documentId: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

const findQuote = (quote: string, said: string, documents: SourceDocuments): FoundQuote => {
  const titles = Array.from(said.matchAll(TITLE), ([, title = ""]) => title);
  const places = [...documents].flatMap(([key, text]) => {
    const span = locateQuote(text, quote);
    return span === null ? [] : [{ documentId: key, quote: text.slice(span.start, span.end), ...span, text }];
  });
  // The same words may stand in several documents: the one that is named is meant.
  const named = places.find(({ text }) => titles.some((title) => text.slice(0, 2_000).includes(title)));
  const { documentId, ...place } = named ??
    places[0] ?? { documentId: NOWHERE, quote, start: 0, end: quote.length };
  return { documentId, quote: place.quote, start: place.start, end: place.end };
};

const citationOf = (index: number, { documentId, quote, start, end }: FoundQuote): CitationReply => ({
  index,
  clauseId: documentId,
  documentId,
  documentTitle: documentId,
  issuers: [],
  documentNumber: null,
  label: "",
  path: [],
  quote,
  start,
  end,
  status: "unknown",
  effectiveFrom: null,
  effectiveTo: null,
  sourceUrl: null,
  url: "",
});

/**
 * Reads a model's free text as an answer of the contract: each sentence is a statement, and what it quotes is
 * looked up in `documents`. A quote that stands in none cites a document that is not there; a sentence without quotes
 * is without citation; a text that says that there is no answer, and quotes nothing, is a refusal.
 */
export const readAnswer = (
  text: string,
  { question, asOf, model }: { readonly question: string; readonly asOf: string; readonly model: string },
  documents: SourceDocuments,
): AnswerReply => {
  const citations: CitationReply[] = [];
  const statements = splitSentences(text).map(({ start, end }) => {
    const said = text.slice(start, end);
    const indexes = Array.from(said.matchAll(QUOTED), ([, a, b, c, d]) => a ?? b ?? c ?? d ?? "")
      .filter((quote) => quote.trim().length >= SHORTEST_QUOTE)
      .map((quote) => {
        citations.push(citationOf(citations.length + 1, findQuote(quote, said, documents)));
        return citations.length;
      });
    return { text: said, citations: indexes, count: null };
  });
  const refused = text.trim() === "" || (citations.length === 0 && REFUSAL.test(text));
  const notices = EXPIRY.test(text) ? [{ kind: "expired" as const, documentId: null, text }] : [];
  return {
    id: createHash("sha256").update(`${question}\n${text}`).digest("hex"),
    resolvedQuestion: question,
    refused,
    refusal: refused ? { reason: "not_in_corpus", message: text, nearest: [] } : null,
    answer: refused ? "" : text,
    statements: refused ? [] : statements,
    citations: refused ? [] : citations,
    notices: refused ? [] : notices,
    asOf,
    mode: "model",
    model,
    index: "none",
    timingMs: { understand: 0, retrieve: 0, compose: 0, verify: 0, total: 0 },
  };
};
