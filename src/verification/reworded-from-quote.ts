import { readFileSync } from "node:fs";
import { z } from "zod";
import { numbersOutside } from "./number-lock.ts";
import { isCopied, readRewording } from "./reworded-features.ts";

const WeightsSchema = z.object({
  bias: z.number(),
  /** Above every wrong statement that was fitted on, with a margin. */
  threshold: z.number(),
  weights: z.record(z.string(), z.number()),
});

/** Learnt by `npm run fit:verification` on the half of the rewordings that is not kept aside. */
const { bias, threshold, weights } = WeightsSchema.parse(
  JSON.parse(readFileSync(new URL("reworded-weights.json", import.meta.url), "utf8")),
);

/** The score from which a rewording passes. */
export const REWORDED_THRESHOLD = threshold;

/**
 * How sure it is (0–1) that a statement rewords one of its quotes and says nothing else; 0 where a lock is broken.
 * One quote alone has to bear it out, so that no subject of one stands with the predicate of another.
 */
export const rewordedScore = (
  statement: string,
  quotes: readonly string[],
  sources: readonly string[],
): number =>
  Math.max(
    0,
    ...quotes.map((quote) => {
      // The cheap locks first: most of what is turned down is a copy with something changed, or has a wrong number.
      if (isCopied(statement, quote) || numbersOutside(statement, [quote, ...sources]).length > 0) return 0;
      const { broken, features } = readRewording(statement, quote, sources);
      if (broken.length > 0) return 0;
      const sum = Object.entries(features).reduce(
        (total, [name, value]) => total + value * (weights[name] ?? 0),
        bias,
      );
      return 1 / (1 + Math.exp(-sum));
    }),
  );

/** Whether a freely worded statement is borne out by one of its quotes. */
export const isRewordedFromQuote = (
  statement: string,
  quotes: readonly string[],
  sources: readonly string[],
): boolean => rewordedScore(statement, quotes, sources) >= threshold;
