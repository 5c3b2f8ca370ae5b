import type { RankedSet } from "../methods/rank-set.ts";
import type { JudgedQuery } from "../question-sets/judged-query.ts";
import type { Interval } from "../statistics/bootstrap-interval.ts";
import { mean } from "../statistics/mean.ts";
import { ratioInterval } from "../statistics/ratio-interval.ts";
import { signFlipTest } from "../statistics/sign-flip-test.ts";
import { ndcgOfEach } from "./method-scores.ts";

/** The fusion's nDCG@10 against another method's on the same questions. */
export interface Comparison {
  readonly against: string;
  readonly method: string;
  readonly ratio: Interval;
  /** Two-sided, of the paired randomisation test. */
  readonly p: number;
}

/** The fusion against the best of the single methods, the better BM25 and every peer. */
export const compareMethods = (queries: readonly JudgedQuery[], ranked: RankedSet): Comparison[] => {
  const ours = ndcgOfEach(queries, ranked.fusion);
  const singles = [...ranked.singles]
    .map(([method, each]) => ({ method, values: ndcgOfEach(queries, each) }))
    .toSorted((a, b) => mean(b.values) - mean(a.values));
  const best = singles.slice(0, 1).map((each) => ({ ...each, against: "best single" }));
  const bm25 = singles
    .filter(({ method }) => method.startsWith("BM25"))
    .slice(0, 1)
    .map((each) => ({ ...each, against: "better BM25" }));
  const peers = [...ranked.peers].map(([method, each]) => ({
    method,
    values: ndcgOfEach(queries, each),
    against: "peer",
  }));
  return [...best, ...bm25, ...peers].map(({ method, values, against }) => ({
    against,
    method,
    ratio: ratioInterval(ours, values),
    p: signFlipTest(ours, values),
  }));
};
