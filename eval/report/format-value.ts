import type { MetricResult } from "../evaluation.ts";

/** `0.913`, or a dash where nothing was counted. */
export const formatRate = (value: number | null): string => (value === null ? "–" : value.toFixed(3));

/** `0.881–0.942` */
export const formatInterval = ({ low, high }: Pick<MetricResult, "low" | "high">): string =>
  low === null || high === null ? "–" : `${low.toFixed(3)}–${high.toFixed(3)}`;

/** `≥ 0.9`, `≤ 0`, or nothing. */
export const formatThreshold = ({ threshold }: Pick<MetricResult, "threshold">): string =>
  [
    ...(threshold?.min === undefined ? [] : [`≥ ${threshold.min}`]),
    ...(threshold?.max === undefined ? [] : [`≤ ${threshold.max}`]),
  ].join(", ");

/** `ok`, `MISSED`, or nothing where no bound is set. */
export const formatVerdict = ({ threshold, met }: Pick<MetricResult, "threshold" | "met">): string => {
  if (threshold === null) return "";
  return met ? "ok" : "MISSED";
};

/** `12 ms` */
export const formatMs = (value: number | null): string => (value === null ? "–" : `${Math.round(value)} ms`);

/** `92/102`; sums of shares with one decimal. */
export const formatCounted = ({ hits, total }: Pick<MetricResult, "hits" | "total">): string =>
  `${Number.isInteger(hits) ? hits : hits.toFixed(1)}/${total}`;

/** `98–131 ms` */
export const formatMsInterval = ({ low, high }: Pick<MetricResult, "low" | "high">): string =>
  low === null || high === null ? "–" : `${Math.round(low)}–${Math.round(high)} ms`;

/** What was expected of a case, in a line. */
export const describeExpectation = ({
  expect,
  evidence,
}: {
  readonly expect: {
    readonly refused: boolean;
    readonly reasons: readonly string[] | null;
    readonly notice: string | null;
  };
  readonly evidence: readonly { readonly anyOf: readonly { readonly snippet: string }[] }[];
}): string => {
  if (expect.refused) {
    return `a refusal${expect.reasons === null ? "" : ` (${expect.reasons.join(" / ")})`}`;
  }
  const snippets = evidence.map(({ anyOf }) => anyOf.map(({ snippet }) => `“${snippet}”`).join(" or "));
  return `${snippets.join(" and ")}${expect.notice === null ? "" : `, with the notice ${expect.notice}`}`;
};
