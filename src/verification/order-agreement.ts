import type { AlignedClause } from "./aligned-clauses.ts";
import type { RoleContext } from "./role-context.ts";
import { between, hasVerb } from "./role-context.ts";

/** How far the words of a statement stand in the order of its quotes. */
export interface OrderAgreement {
  /** Share (0–1) of all pairs of words of one clause and one source that stand in the quotes' order. */
  readonly inOrder: number;
  /** Share (0–1) of neighbouring words that follow each other in the quotes, at most a few characters apart. */
  readonly following: number;
  /** Steps back from one word to the next, over all clauses. */
  readonly stepsBack: number;
  /** Share (0–1) of the clauses whose words stand in an order that no rewording needs. */
  readonly garbled: number;
  /** Mean length of the stretches that are the quotes' own words. */
  readonly stretch: number;
}

/** Verbs that go before or behind what they are said of. */
const GENERIC =
  /^(?:推进|推动|促进|加强|强化|提升|提高|增强|完善|健全|优化|深化|加快|加大|深入|发展|改善|建设|建立|打造|形成|落实|实施|开展|更多|更好|更强|更高|进一步|做好|抓好|尽快|快速|建起|建好|重点|积极|要)$/u;

/**
 * The words of a clause in another order than the quotes', save that one part is put before another: 全面推行垃圾分类,
 * 垃圾分类要全面推行.
 */
const isGarbled = ({ words }: AlignedClause, context: RoleContext): boolean => {
  const places = words
    .filter(({ text }) => text.length >= 2 && !GENERIC.test(text))
    .map(({ place }) => place.start);
  const isBack = (place: number, before: number): boolean => {
    if (place >= before) return false;
    const source = context.quoted.slice(place, before);
    return !(/[、和与及]/u.test(source) && !hasVerb(between(context, place, before)));
  };
  const back = places.findIndex((place, at) => at > 0 && isBack(place, places[at - 1] ?? 0));
  if (back < 0) return false;
  const first = places.slice(0, back);
  const second = places.slice(back);
  return (
    second.some((place, at) => at > 0 && isBack(place, second[at - 1] ?? 0)) ||
    Math.max(...second) > Math.min(...first)
  );
};

/** Characters between two words of the quotes that may be left out where one follows the other. */
const NEAR = 6;

/** Compares the order of a statement's words with that of the words that bear them out. */
export const orderAgreement = (aligned: readonly AlignedClause[], context: RoleContext): OrderAgreement => {
  let pairs = 0;
  let ordered = 0;
  let neighbours = 0;
  let following = 0;
  let stepsBack = 0;
  const lengths: number[] = [];
  for (const { words } of aligned) {
    for (const [at, word] of words.entries()) {
      if (word.kind === "same") lengths.push(word.text.length);
      for (const later of words.slice(at + 1)) {
        if (later.clause !== word.clause) continue;
        pairs += 1;
        if (later.place.start >= word.place.start) ordered += 1;
      }
      const next = words[at + 1];
      if (next === undefined) continue;
      neighbours += 1;
      const step = next.place.start - word.place.end;
      if (step >= 0 && step <= NEAR) following += 1;
      if (next.place.start < word.place.start) stepsBack += 1;
    }
  }
  return {
    inOrder: pairs === 0 ? 1 : ordered / pairs,
    following: neighbours === 0 ? 1 : following / neighbours,
    stepsBack,
    garbled: aligned.filter((clause) => isGarbled(clause, context)).length / Math.max(1, aligned.length),
    stretch: lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length,
  };
};
