import type { MatchReply } from "../../src/contract/match.ts";

type Shown = MatchReply["measures"][number];

/** How well a measure stands for some words: they are its clause, what it gives, its conditions or what announces these. */
const nearness = (text: string, words: string, { citation, support, conditions }: Shown): number => {
  const start = text.indexOf(words);
  const end = start + words.length;
  const holds = (from: number, to: number): boolean => from < end && start < to;
  if (holds(citation.start, citation.end)) return 4;
  const place = support === "" ? -1 : text.indexOf(support);
  if (place >= 0 && holds(place, place + support.length)) return 3;
  if (conditions.some((each) => holds(each.citation.start, each.citation.end))) return 2;
  return conditions.some((each) => each.citation.start >= start && each.citation.start < start + 120) ? 1 : 0;
};

const ORDER = { applies: 2, may_apply: 1, does_not_apply: 0 } as const;

/**
 * The measure that the words of a case are about.
 * @param text - the whole text of the document
 */
export const measureAt = (text: string, words: string, { measures }: MatchReply): Shown | undefined =>
  measures
    .map((measure) => ({ measure, near: nearness(text, words, measure) }))
    .filter(({ near }) => near > 0)
    .toSorted((a, b) => b.near - a.near || ORDER[b.measure.verdict] - ORDER[a.measure.verdict])[0]?.measure;
