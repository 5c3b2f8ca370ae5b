import type { JudgedQuery } from "../question-sets/judged-query.ts";
import { newGains } from "./new-gains.ts";

/** One divided by the rank of the first clause that meets a need; 0 where none does. */
export const reciprocalRank = (ranking: readonly string[], needs: JudgedQuery["needs"]): number => {
  const first = newGains(ranking, needs).findIndex((gain) => gain > 0);
  return first === -1 ? 0 : 1 / (first + 1);
};
