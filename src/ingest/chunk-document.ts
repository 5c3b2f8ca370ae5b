import type { Chunk } from "../clause-index/chunk.ts";
import type { Clause } from "../policy/clause.ts";
import { pathPart, walkClauses } from "../policy/clause.ts";
import { clauseValidity } from "../policy/clause-validity.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { splitSentences } from "../policy/sentences.ts";

/** UTF-16 units. The embedding model reads about 500 Chinese characters; shorter parts are sharper. */
const LONGEST_CHUNK = 360;

/** Joins sentences into parts of at most `LONGEST_CHUNK`; a longer single sentence stays whole. */
const partsOf = (text: string, start: number, end: number): { start: number; end: number }[] => {
  if (end - start <= LONGEST_CHUNK) return [{ start, end }];
  const parts: { start: number; end: number }[] = [];
  for (const sentence of splitSentences(text, start, end)) {
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
