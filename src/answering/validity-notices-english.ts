import type { Citation } from "../policy/citation.ts";
import type { Status } from "../policy/validity.ts";

const periodOf = ({ effectiveFrom, effectiveTo }: Citation): string => {
  if (effectiveFrom !== null && effectiveTo !== null) return `${effectiveFrom} to ${effectiveTo}`;
  if (effectiveTo !== null) return `until ${effectiveTo}`;
  return effectiveFrom === null ? "" : `from ${effectiveFrom}`;
};

/** The notices of validity for a reader who asked in English, by status; null where nothing is to be said. */
export const validityTextInEnglish = (
  citations: readonly [Citation, ...Citation[]],
): Readonly<Record<Status, string | null>> => {
  const title = `《${citations[0].documentTitle}》`;
  const periods = [...new Set(citations.map((citation) => periodOf(citation)))].filter((each) => each !== "");
  const period = periods.length === 0 ? "" : ` (${periods.join(", ")})`;
  return {
    in_force: null,
    expired: `The period${period} of the cited clauses of ${title} has ended; they only show what held at the time.`,
    repealed: `${title} has been repealed; the cited text no longer applies.`,
    not_yet_effective: `The cited clauses of ${title} are not yet in effect${period} and do not apply today.`,
    unknown: `${title} does not state its period of validity; please check whether it is still in force.`,
  };
};

export const MIXED_STATUS_IN_ENGLISH =
  "The cited documents differ in validity; see the status shown with each citation.";
