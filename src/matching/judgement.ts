import type { ProfileField } from "./facts.ts";

export type Verdict = "met" | "unmet" | "unknown";

/** What a condition is for a profile. `field`: what would have to be known; null where no field tells. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly field: ProfileField | null;
  readonly actual: string | number | readonly string[] | null;
}

/** Met or unmet, by what is known of a field. */
export const judged = (
  isMet: boolean,
  field: ProfileField | null,
  actual: Judgement["actual"],
): Judgement => ({
  verdict: isMet ? "met" : "unmet",
  field,
  actual,
});
/** Unknown for want of a field. */
export const open = (field: ProfileField | null): Judgement => ({ verdict: "unknown", field, actual: null });
