import type { TextSpan } from "../src/verification/locate-quote.ts";
import type { Snippet } from "./evidence-match.ts";
import type { FoldedSource } from "./locate-snippet.ts";
import { foldSource, locateSnippet } from "./locate-snippet.ts";
import type { TargetDocuments } from "./target-documents.ts";

/** A span of one of the target's documents, by UTF-16 offsets. */
export interface DocumentSpan extends TextSpan {
  readonly documentId: string;
}

const FOLDED = new WeakMap<TargetDocuments, Map<string, FoldedSource>>();

const foldedText = (target: TargetDocuments, documentId: string): FoldedSource | null => {
  const known = FOLDED.get(target) ?? new Map<string, FoldedSource>();
  FOLDED.set(target, known);
  const text = target.text(documentId);
  if (text === null) return null;
  const folded = known.get(documentId) ?? foldSource(text);
  known.set(documentId, folded);
  return folded;
};

/** Where a snippet stands in the target's documents; empty where the target does not have it. */
export const evidenceSpans = (snippet: Snippet, target: TargetDocuments): DocumentSpan[] =>
  target.idsOf(snippet.document).flatMap((documentId) => {
    const folded = foldedText(target, documentId);
    return folded === null
      ? []
      : locateSnippet(folded, snippet.snippet).map((span) => ({ documentId, ...span }));
  });

/** The spans without overlaps: those that touch or overlap are made one. */
const mergeSpans = (spans: readonly DocumentSpan[]): DocumentSpan[] => {
  const merged: DocumentSpan[] = [];
  const sorted = spans.toSorted((a, b) =>
    a.documentId === b.documentId ? a.start - b.start : a.documentId < b.documentId ? -1 : 1,
  );
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && last.documentId === span.documentId && span.start <= last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
};

/** How many UTF-16 units the spans cover; each unit counts once. */
export const coveredLength = (spans: readonly DocumentSpan[]): number =>
  mergeSpans(spans).reduce((sum, { start, end }) => sum + end - start, 0);

/** How many units both cover. */
export const overlapLength = (a: readonly DocumentSpan[], b: readonly DocumentSpan[]): number =>
  coveredLength(a) + coveredLength(b) - coveredLength([...a, ...b]);
