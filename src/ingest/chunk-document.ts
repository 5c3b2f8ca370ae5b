import type { Chunk } from "../clause-index/chunk.ts";
import type { Clause } from "../policy/clause.ts";
import { pathPart, walkClauses } from "../policy/clause.ts";
import { clauseValidity } from "../policy/clause-validity.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { splitSentences } from "../policy/sentences.ts";
import type { SentenceSpan } from "../policy/sentences.ts";

/** UTF-16 units. Sentences are joined up to here: shorter parts are sharper. */
const LONGEST_CHUNK = 360;
/** UTF-16 units. A single sentence stays whole up to here: the embedding model reads about 500 Chinese characters. */
export const LONGEST_SENTENCE = 500;

const PAUSES = ["，", "、", "；", ",", ";", " "];

/** A sentence that is too long to be searched as a whole in pieces, cut behind a comma where there is one. */
const cutLong = function* (text: string, { start, end }: SentenceSpan): Generator<SentenceSpan> {
  let from = start;
  while (end - from > LONGEST_SENTENCE) {
    const slice = text.slice(from, from + LONGEST_SENTENCE);
    const stop = Math.max(...PAUSES.map((mark) => slice.lastIndexOf(mark) + 1));
    // A character of two units stays whole.
    const isPair = /[\uD800-\uDBFF]$/.test(slice);
    const length = stop > LONGEST_SENTENCE / 2 ? stop : slice.length - (isPair ? 1 : 0);
    yield { start: from, end: from + length };
    from += length;
  }
  yield { start: from, end };
};

/** Joins sentences into parts of at most `LONGEST_CHUNK`; no part is longer than `LONGEST_SENTENCE`. */
const partsOf = (text: string, start: number, end: number): { start: number; end: number }[] => {
  if (end - start <= LONGEST_CHUNK) return [{ start, end }];
  const parts: { start: number; end: number }[] = [];
  const sentences = splitSentences(text, start, end).flatMap((sentence) => [...cutLong(text, sentence)]);
  for (const sentence of sentences) {
    const last = parts.at(-1);
    if (last !== undefined && sentence.end - last.start <= LONGEST_CHUNK) last.end = sentence.end;
    else parts.push({ start: sentence.start, end: sentence.end });
  }
  return parts.length === 0 ? [{ start, end }] : parts;
};

const contextOf = (document: PolicyDocument, ancestors: readonly Clause[]): string =>
  [document.title, ...ancestors.map((ancestor) => pathPart(ancestor))].join(" ");

/**
 * The chunks of a document: one for each clause's own span, several for a long one. Every chunk's text is a
 * slice of the canonical text.
 */
export const chunkDocument = (document: PolicyDocument): Chunk[] => {
  const chunks: Chunk[] = [];
  for (const { clause, ancestors } of walkClauses(document.clauses)) {
    // A table of contents answers nothing; what it lists stands below it.
    if (clause.kind === "contents") continue;
    const validity = clauseValidity(document, clause);
    partsOf(document.text, clause.start, clause.end).forEach((part, index) => {
      chunks.push({
        chunkId: index === 0 ? clause.clauseId : `${clause.clauseId}#${index + 1}`,
        clauseId: clause.clauseId,
        documentId: document.documentId,
        label: clause.label,
        start: part.start,
        end: part.end,
        text: document.text.slice(part.start, part.end),
        context: contextOf(document, ancestors),
        effectiveFrom: validity.effectiveFrom,
        effectiveTo: validity.effectiveTo,
        repealedOn: validity.repealedOn ?? null,
      });
    });
  }
  return chunks;
};
