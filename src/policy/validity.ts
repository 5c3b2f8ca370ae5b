import type { PartialDate } from "./partial-date.ts";
import { firstDay, lastDay } from "./partial-date.ts";

/** Whether a document can be relied on, on a given day. */
export type Status = "in_force" | "expired" | "repealed" | "not_yet_effective" | "unknown";

/** What is known of the time in which a document, or a clause of it, is valid. */
export interface ValidityPeriod {
  readonly effectiveFrom: PartialDate | null;
  readonly effectiveTo: PartialDate | null;
  /** The day from which another document repealed it, or null. */
  readonly repealedOn?: PartialDate | null;
}

/**
 * The status on the day `asOf` (`YYYY-MM-DD`). A partial end date counts to its last day: what runs to 2027
 * is in force on 2027-12-31. Without any date the status is unknown, never assumed to be in force.
 */
export const statusOn = (period: ValidityPeriod, asOf: string): Status => {
  const { effectiveFrom, effectiveTo, repealedOn } = period;
  if (repealedOn != null && firstDay(repealedOn) <= asOf) return "repealed";
  if (effectiveTo !== null && lastDay(effectiveTo) < asOf) return "expired";
  if (effectiveFrom !== null && firstDay(effectiveFrom) > asOf) return "not_yet_effective";
  return effectiveFrom === null && effectiveTo === null ? "unknown" : "in_force";
};

/** The word that a reader sees for a status. */
export const statusInChinese: Readonly<Record<Status, string>> = {
  in_force: "现行有效",
  expired: "已到期",
  repealed: "已废止",
  not_yet_effective: "尚未施行",
  unknown: "效力未知",
};
