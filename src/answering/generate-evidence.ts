import { splitSentences } from "../policy/sentences.ts";
import type { FoundEvidence } from "./composed-draft.ts";
import type { QuotedSpan, StatementDraft } from "./draft.ts";

/** A clause, or a part of a long one, as a language model reads it. */
export interface EvidenceClause {
  /** C1, C2 …: the only name that the model knows it by. */
  readonly handle: string;
  readonly span: QuotedSpan;
  /** `span`'s text. */
  readonly text: string;
}

const MOST_CLAUSES = 8;
/** UTF-16 units of all clauses together, and of one of them. */
const MOST_CHARACTERS = 6_000;
const MOST_OF_ONE = 1_500;

/** The span's clause; of a long one, the sentences around the span. */
const clauseAround = (span: QuotedSpan): QuotedSpan => {
  const { document, clause } = span;
  if (clause.end - clause.start <= MOST_OF_ONE && span.end <= clause.end)
    return { ...span, start: clause.start, end: clause.end };
  let { start, end } = span;
  const sentences = splitSentences(document.text, clause.start, clause.end);
  for (const sentence of sentences.toReversed()) {
    if (sentence.end <= start && end - sentence.start <= MOST_OF_ONE / 2) start = sentence.start;
  }
  for (const sentence of sentences) {
    if (sentence.start >= end && sentence.end - start <= MOST_OF_ONE) end = sentence.end;
  }
  return { ...span, start, end };
};

/**
 * The clauses that a language model may word its answer from: those of the chosen sentences first, then those
 * of the next best ones, at most 8 and 6,000 characters. All come from sentences that meet the question's
 * requirements.
 */
export const evidenceClauses = (
  chosen: readonly StatementDraft[],
  { candidates }: FoundEvidence,
): EvidenceClause[] => {
  const spans = [
    ...chosen.flatMap(({ quotes }) => quotes),
    ...candidates.map(({ place, start, end }) => ({ ...place, start, end })),
  ];
  const clauses: EvidenceClause[] = [];
  let characters = 0;
  for (const span of spans) {
    if (clauses.length === MOST_CLAUSES) break;
    const around = clauseAround(span);
    const isKnown = clauses.some(
      ({ span: known }) =>
        known.document.documentId === around.document.documentId &&
        known.start <= span.start &&
        known.end >= span.end,
    );
    const length = around.end - around.start;
    if (isKnown || (clauses.length > 0 && characters + length > MOST_CHARACTERS)) continue;
    characters += length;
    clauses.push({
      handle: `C${clauses.length + 1}`,
      span: around,
      text: around.document.text.slice(around.start, around.end),
    });
  }
  return clauses;
};
