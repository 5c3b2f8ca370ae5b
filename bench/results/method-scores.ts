import { percentile } from "../../eval/percentile.ts";
import { ndcg } from "../metrics/ndcg.ts";
import { recall } from "../metrics/recall.ts";
import { reciprocalRank } from "../metrics/reciprocal-rank.ts";
import type { JudgedQuery } from "../question-sets/judged-query.ts";
import type { RankedQuestion } from "../methods/ranked-question.ts";
import type { Interval } from "../statistics/bootstrap-interval.ts";
import { mean } from "../statistics/mean.ts";
import { meanInterval } from "../statistics/mean-interval.ts";

/** What is measured of one method on one set. */
export interface MethodScores {
  readonly method: string;
  readonly ndcg10: Interval;
  readonly recall5: number;
  readonly recall10: number;
  readonly recall100: number;
  readonly mrr: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

/** nDCG@10 of every question, in the order of the questions. */
export const ndcgOfEach = (queries: readonly JudgedQuery[], ranked: readonly RankedQuestion[]): number[] =>
  queries.map(({ needs }, index) => ndcg(ranked[index]?.ranking ?? [], needs, 10));

/** @param ranked - one for each question, in their order */
export const scoreMethod = (
  method: string,
  queries: readonly JudgedQuery[],
  ranked: readonly RankedQuestion[],
): MethodScores => {
  const average = (metric: (ranking: readonly string[], needs: JudgedQuery["needs"]) => number): number =>
    mean(queries.map(({ needs }, index) => metric(ranked[index]?.ranking ?? [], needs)));
  const times = ranked.map(({ milliseconds }) => milliseconds);
  return {
    method,
    ndcg10: meanInterval(ndcgOfEach(queries, ranked)),
    recall5: average((ranking, needs) => recall(ranking, needs, 5)),
    recall10: average((ranking, needs) => recall(ranking, needs, 10)),
    recall100: average((ranking, needs) => recall(ranking, needs, 100)),
    mrr: average(reciprocalRank),
    p50: percentile(times, 0.5) ?? 0,
    p95: percentile(times, 0.95) ?? 0,
  };
};
