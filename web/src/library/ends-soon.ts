import type { DocumentSummary } from "../../../src/contract/documents.ts";

/** How far ahead an end counts as soon, in days. */
export const SOON_DAYS = 90;
const DAY_MS = 86_400_000;

/** A document whose validity ends soon. */
export interface Ending {
  readonly document: DocumentSummary;
  /** Its last day, `YYYY-MM-DD`. */
  readonly lastDay: string;
  /** Days from the day of judgement to it; 0 is the day itself. */
  readonly days: number;
}

/** The last day that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` covers, as an instant of UTC. */
const lastDayOf = (date: string): number => {
  const [year = 0, month, day] = date.split("-").map(Number);
  // The day before the first of the next month, or of the next year.
  return day === undefined ? Date.UTC(year, month ?? 12, 0) : Date.UTC(year, (month ?? 1) - 1, day);
};

/** The documents in force on `asOf` that end within 90 days of it, the next one first. */
export const endsSoon = (documents: readonly DocumentSummary[], asOf: string): readonly Ending[] =>
  documents
    .filter(({ status }) => status === "in_force")
    .flatMap((document) => {
      if (document.effectiveTo === null) return [];
      const end = lastDayOf(document.effectiveTo);
      const days = Math.round((end - lastDayOf(asOf)) / DAY_MS);
      if (days < 0 || days > SOON_DAYS) return [];
      return [{ document, days, lastDay: new Date(end).toISOString().slice(0, 10) }];
    })
    .toSorted((a, b) => a.days - b.days);
