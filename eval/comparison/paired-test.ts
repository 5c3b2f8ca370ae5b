import type { Counts } from "../bootstrap.ts";
import { randomFrom } from "../bootstrap.ts";

const ROUNDS = 10_000;
const SEED = 20_260_101;

/** What one case counts before and after. */
export interface CountsPair {
  readonly before: Counts;
  readonly after: Counts;
}

const rate = (hits: number, total: number): number => (total === 0 ? 0 : hits / total);

/** The pooled rate after, less that before. */
export const rateDifference = (pairs: readonly CountsPair[]): number => {
  const sum = (of: (pair: CountsPair) => number): number => pairs.reduce((all, pair) => all + of(pair), 0);
  return (
    rate(
      sum(({ after }) => after.hits),
      sum(({ after }) => after.total),
    ) -
    rate(
      sum(({ before }) => before.hits),
      sum(({ before }) => before.total),
    )
  );
};

/**
 * The two-sided p of a paired randomisation test (Fisher 1935; Smucker et al. 2007 for retrieval): how often a
 * difference of pooled rates as great comes about when, for every case, before and after change places at
 * random. Same pairs, same p.
 */
export const randomisationTest = (pairs: readonly CountsPair[]): number => {
  const different = pairs.filter(
    ({ before, after }) => before.hits !== after.hits || before.total !== after.total,
  );
  if (different.length === 0) return 1;
  const observed = Math.abs(rateDifference(pairs)) - 1e-12;
  const random = randomFrom(SEED);
  let asGreat = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let beforeHits = 0;
    let beforeTotal = 0;
    let afterHits = 0;
    let afterTotal = 0;
    for (const pair of pairs) {
      const swap = random() < 0.5;
      const before = swap ? pair.after : pair.before;
      const after = swap ? pair.before : pair.after;
      beforeHits += before.hits;
      beforeTotal += before.total;
      afterHits += after.hits;
      afterTotal += after.total;
    }
    if (Math.abs(rate(afterHits, afterTotal) - rate(beforeHits, beforeTotal)) >= observed) asGreat += 1;
  }
  // The order that was observed is one of those possible.
  return (asGreat + 1) / (ROUNDS + 1);
};

/** The two-sided p of McNemar's exact test (1947): `fixed` cases came right, `broken` ones went wrong. */
export const mcNemarExact = (fixed: number, broken: number): number => {
  const all = fixed + broken;
  const fewer = Math.min(fixed, broken);
  // Terms of the binomial distribution, one from the other, from (1/2)^all on.
  let term = -all * Math.LN2;
  let sum = 0;
  for (let at = 0; at <= fewer; at += 1) {
    sum += Math.exp(term);
    term += Math.log((all - at) / (at + 1));
  }
  return Math.min(1, 2 * sum);
};

/** Holm's correction (1979) of several p for having been looked at together, in their order. */
export const holmAdjusted = (values: readonly number[]): number[] => {
  const order = values.map((value, at) => ({ value, at })).toSorted((a, b) => a.value - b.value);
  const adjusted: number[] = [];
  let least = 0;
  for (const [rank, { value, at }] of order.entries()) {
    least = Math.max(least, Math.min(1, value * (values.length - rank)));
    adjusted[at] = least;
  }
  return adjusted;
};
