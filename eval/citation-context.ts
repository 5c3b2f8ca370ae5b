import type { CitationReply } from "../src/contract/common.ts";
import type { EvalCase } from "./case-schema.ts";
import type { DocumentSpan } from "./evidence-spans.ts";
import { quotesSnippet } from "./evidence-match.ts";
import { evidenceSpans } from "./evidence-spans.ts";
import type { TargetDocuments } from "./target-documents.ts";

/** UTF-16 units that are shown before and after a citation. */
const AROUND = 120;

/** A piece of the original: cited, expected evidence, both or neither. */
export interface ContextPiece {
  readonly text: string;
  readonly cited: boolean;
  readonly expected: boolean;
}

/** A citation in the text it is from, as the target itself has it. */
export interface CitationContext {
  readonly index: number;
  readonly pieces: readonly ContextPiece[];
}

/** Expected evidence that no citation covers, where it stands. */
export interface MissedEvidence {
  readonly document: string;
  readonly label: string;
  readonly pieces: readonly ContextPiece[];
}

const covers = (spans: readonly DocumentSpan[], at: number): boolean =>
  spans.some((span) => span.start <= at && at < span.end);

/** The original from a little before `shown` to a little after, cut wherever a span begins or ends. */
const piecesAround = (
  shown: DocumentSpan,
  cited: readonly DocumentSpan[],
  expected: readonly DocumentSpan[],
  text: string,
): ContextPiece[] => {
  const from = Math.max(0, shown.start - AROUND);
  const to = Math.min(text.length, shown.end + AROUND);
  const here = (spans: readonly DocumentSpan[]): DocumentSpan[] =>
    spans.filter((span) => span.documentId === shown.documentId);
  const [citedHere, expectedHere] = [here(cited), here(expected)];
  const ends = [...citedHere, ...expectedHere].flatMap(({ start, end }) => [start, end]);
  const cuts = [from, to, ...ends].filter((at) => at >= from && at <= to).toSorted((a, b) => a - b);
  return [...new Set(cuts)].flatMap((start, place, all) => {
    const end = all[place + 1];
    return end === undefined
      ? []
      : [
          {
            text: text.slice(start, end),
            cited: covers(citedHere, start),
            expected: covers(expectedHere, start),
          },
        ];
  });
};

const expectedSpans = (evalCase: EvalCase, target: TargetDocuments): DocumentSpan[] =>
  evalCase.evidence.flatMap(({ anyOf }) => anyOf).flatMap((snippet) => evidenceSpans(snippet, target));

/** What stands around each citation; a citation of a document that is not there has no context. */
export const citationContexts = (
  evalCase: EvalCase,
  citations: readonly CitationReply[],
  target: TargetDocuments,
): CitationContext[] => {
  const expected = expectedSpans(evalCase, target);
  return citations.flatMap((citation) => {
    const text = target.text(citation.documentId);
    return text === null
      ? []
      : [{ index: citation.index, pieces: piecesAround(citation, [citation], expected, text) }];
  });
};

/** Where the evidence stands that is not cited: of each entry its first alternative. */
export const missedEvidence = (
  { evidence }: EvalCase,
  citations: readonly CitationReply[],
  target: TargetDocuments,
): MissedEvidence[] =>
  evidence.flatMap(({ anyOf }) => {
    const found = anyOf.some((snippet) =>
      citations.some((citation) => quotesSnippet(citation, snippet, target)),
    );
    const [span] = found ? [] : anyOf.flatMap((snippet) => evidenceSpans(snippet, target));
    const text = span === undefined ? null : target.text(span.documentId);
    const document = span === undefined ? null : target.document(span.documentId);
    if (span === undefined || text === null || document === null) return [];
    const clause = document.clauses.find(({ start, end }) => start <= span.start && span.start < end);
    return [
      {
        document: document.title,
        label: clause?.label ?? "",
        pieces: piecesAround(span, citations, [span], text),
      },
    ];
  });
