import { splitSentences } from "../policy/sentences.ts";
import { contentOf, foldWording, hanPairs, segmentsOf } from "./statement-wording.ts";

/** The part of a quote that a part of a statement is worded from, both folded. */
export interface AlignedParts {
  readonly stated: string;
  readonly source: string;
  /** The source's sentence up to the part, and the part itself. */
  readonly sourceSentence: string;
}

/** Share of a part's pairs that must stand in the source's part. */
const ALIGNED = 0.5;

/** The sentences of the quotes, folded. */
export const foldedSentences = (quotes: readonly string[]): string[] =>
  quotes.flatMap((quote) =>
    splitSentences(quote).map(({ start, end }) => foldWording(quote.slice(start, end))),
  );

/** For each part of the statement, the part of a quote that shares most of its wording; parts without are left out. */
export const alignParts = (statement: string, quotes: readonly string[]): AlignedParts[] => {
  const sources = foldedSentences(quotes).flatMap((sentence) =>
    segmentsOf(sentence).map((source) => ({ source, sourceSentence: sentence, content: contentOf(source) })),
  );
  return segmentsOf(foldWording(statement)).flatMap((stated) => {
    const pairs = hanPairs(contentOf(stated));
    let best: AlignedParts | null = null;
    let bestShare = 0;
    for (const { source, sourceSentence, content } of sources) {
      const share = pairs.filter((pair) => content.includes(pair)).length / Math.max(1, pairs.length);
      if (share <= bestShare) continue;
      bestShare = share;
      best = { stated, source, sourceSentence };
    }
    return best === null || bestShare < ALIGNED ? [] : [best];
  });
};
