import { textTable } from "../../eval/report/text-table.ts";
import type { Interval } from "../statistics/bootstrap-interval.ts";
import type { Comparison } from "./compare-methods.ts";
import type { MethodScores } from "./method-scores.ts";

const share = (value: number): string => value.toFixed(3);
const interval = ({ value, low, high }: Interval): string =>
  `${share(value)} [${share(low)}, ${share(high)}]`;

/** One line a method. */
export const scoresTable = (scores: readonly MethodScores[]): string =>
  textTable([
    ["", "nDCG@10 [95%]", "recall@5", "@10", "@100", "MRR", "p50 ms", "p95 ms"],
    ...scores.map((each) => [
      each.method,
      interval(each.ndcg10),
      share(each.recall5),
      share(each.recall10),
      share(each.recall100),
      share(each.mrr),
      each.p50.toFixed(1),
      each.p95.toFixed(1),
    ]),
  ]);

/** One line a ratio. */
export const comparisonTable = (comparisons: readonly Comparison[]): string =>
  textTable([
    ["nDCG@10 ratio", "ratio [95%]", "p"],
    ...comparisons.map(({ against, method, ratio, p }) => [
      `fusion / ${against}${against === method ? "" : ` (${method})`}`,
      interval(ratio),
      p < 0.0002 ? "< .0002" : p.toFixed(4),
    ]),
  ]);
