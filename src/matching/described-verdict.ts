import type { DescribedPart } from "./described-parts.ts";
import type { Verdict } from "./judgement.ts";

/** What a description says of words that no field holds, with the part that says it. */
export interface DescribedVerdict {
  readonly verdict: Verdict;
  readonly said: string | null;
}

export const UNKNOWN: DescribedVerdict = { verdict: "unknown", said: null };

/** A description, and the numbers of the profile that shares are taken of. */
export interface Said {
  readonly parts: readonly DescribedPart[];
  readonly staff: number | null;
  readonly research: number | null;
}

/** A claim of a known form that words hold, and what else they say. */
export interface TakenClaim {
  readonly judge: (said: Said) => DescribedVerdict;
  readonly rest: string;
}
