import type { JudgedQuery } from "../question-sets/judged-query.ts";
import { newGains } from "./new-gains.ts";

const discounted = (gains: readonly number[], depth: number): number =>
  gains.slice(0, depth).reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);

/** The best order there is: always the clause next that meets most of the needs still open. */
const idealGains = (needs: JudgedQuery["needs"]): number[] => {
  const gains: number[] = [];
  let open = needs.map((clauseIds) => new Set(clauseIds));
  const candidates = [...new Set(needs.flat())];
  while (open.length > 0) {
    const counts = candidates.map((id) => open.filter((need) => need.has(id)).length);
    const most = Math.max(0, ...counts);
    if (most === 0) break;
    const best = candidates[counts.indexOf(most)] ?? "";
    gains.push(most);
    open = open.filter((need) => !need.has(best));
  }
  return gains;
};

/**
 * Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002) of the first `depth` clauses, 0–1. Where every
 * need has one clause of its own this is nDCG with binary relevance. 0 without needs.
 */
export const ndcg = (ranking: readonly string[], needs: JudgedQuery["needs"], depth: number): number => {
  const ideal = discounted(idealGains(needs), depth);
  // Where needs share clauses, always taking the most is not always the very best.
  return ideal === 0 ? 0 : Math.min(1, discounted(newGains(ranking.slice(0, depth), needs), depth) / ideal);
};
