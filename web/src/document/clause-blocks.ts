import type { ClauseReply } from "../../../src/contract/documents.ts";

/** UTF-16 offsets into a document's text, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a block that is wholly inside or wholly outside the quoted span. */
interface TextSlice {
  readonly start: number;
  readonly text: string;
  readonly quoted: boolean;
}

/** What is rendered as one paragraph: a clause's own text with the line breaks that follow it. */
export interface ClauseBlock {
  /** Null for text before the first clause. */
  readonly clause: ClauseReply | null;
  readonly ancestors: readonly ClauseReply[];
  readonly slices: readonly TextSlice[];
}

interface Placed {
  readonly clause: ClauseReply;
  readonly ancestors: readonly ClauseReply[];
}

const flatten = (clauses: readonly ClauseReply[], ancestors: readonly ClauseReply[] = []): Placed[] =>
  clauses.flatMap((clause) => [{ clause, ancestors }, ...flatten(clause.children, [...ancestors, clause])]);

const sliceAt = (text: string, block: Span, quoted: Span | null): TextSlice[] => {
  const inside = (offset: number): number => Math.min(Math.max(offset, block.start), block.end);
  const from = quoted === null ? block.end : inside(quoted.start);
  const to = quoted === null ? block.end : Math.max(from, inside(quoted.end));
  return [
    { start: block.start, end: from, quoted: false },
    { start: from, end: to, quoted: true },
    { start: to, end: block.end, quoted: false },
  ]
    .filter(({ start, end }) => end > start)
    .map(({ start, end, quoted: isQuoted }) => ({ start, text: text.slice(start, end), quoted: isQuoted }));
};

/**
 * The whole text as one block per clause, in text order, cut at the edges of the quoted span. Each block
 * reaches to the next clause's start, so that the slices, joined, are the text, whatever the offsets are.
 */
export const clauseBlocks = (
  text: string,
  clauses: readonly ClauseReply[],
  quoted: Span | null,
): ClauseBlock[] => {
  const placed = flatten(clauses).toSorted((a, b) => a.clause.start - b.clause.start);
  const startOf = (entry: Placed | undefined): number =>
    entry === undefined ? text.length : Math.min(Math.max(entry.clause.start, 0), text.length);
  const blocks: ClauseBlock[] = [];
  const firstStart = startOf(placed[0]);
  if (firstStart > 0) {
    blocks.push({
      clause: null,
      ancestors: [],
      slices: sliceAt(text, { start: 0, end: firstStart }, quoted),
    });
  }
  for (const [position, entry] of placed.entries()) {
    const span = { start: startOf(entry), end: startOf(placed[position + 1]) };
    blocks.push({
      clause: entry.clause,
      ancestors: entry.ancestors,
      slices: sliceAt(text, span, quoted),
    });
  }
  return blocks;
};
