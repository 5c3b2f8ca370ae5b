import type { JudgedQuery } from "../question-sets/judged-query.ts";

/**
 * For every rank, how many needs its clause is the first to meet: a second clause for the same need gains nothing.
 * @param ranking - clause ids, best first
 */
export const newGains = (ranking: readonly string[], needs: JudgedQuery["needs"]): number[] => {
  const open = new Set(needs.map((clauseIds) => new Set(clauseIds)));
  return ranking.map((clauseId) => {
    const met = [...open].filter((clauseIds) => clauseIds.has(clauseId));
    for (const need of met) open.delete(need);
    return met.length;
  });
};
