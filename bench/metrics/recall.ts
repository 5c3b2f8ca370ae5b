import type { JudgedQuery } from "../question-sets/judged-query.ts";
import { newGains } from "./new-gains.ts";

/** The share of the needs that the first `depth` clauses meet, 0–1; 0 without needs. */
export const recall = (ranking: readonly string[], needs: JudgedQuery["needs"], depth: number): number => {
  const met = newGains(ranking.slice(0, depth), needs).reduce((sum, gain) => sum + gain, 0);
  return needs.length === 0 ? 0 : met / needs.length;
};
