import { firstDay, isPartialDate, lastDay } from "../policy/partial-date.ts";
import type { PartialDate } from "../policy/partial-date.ts";
import type { ChunkFilter } from "./index-types.ts";
import { invalidIndexInput } from "./index-errors.ts";

/** A day as the number yyyymmdd, so that days compare as integers. */
const dayNumber = (day: string): number => Number(day.replaceAll("-", ""));

/** The bounds of a validity period as day numbers; null is unknown and never excludes. */
export interface ValidityBounds {
  /** First day in force. */
  readonly validFrom: number | null;
  /** Last day in force. */
  readonly validTo: number | null;
  /** First day on which the document no longer holds, whatever its period says. */
  readonly repealedFrom: number | null;
}

interface Period {
  readonly effectiveFrom: PartialDate | null;
  readonly effectiveTo: PartialDate | null;
  readonly repealedOn: PartialDate | null;
}

const bound = (date: PartialDate | null, day: (date: PartialDate) => string): number | null => {
  if (date === null) return null;
  if (!isPartialDate(date)) throw invalidIndexInput(`Not a whole or partial date: ${date}`);
  return dayNumber(day(date));
};

/** The bounds that make `chunkFilterSql` agree with `statusOn` in policy/validity.ts. */
export const validityBounds = (period: Period): ValidityBounds => {
  return {
    validFrom: bound(period.effectiveFrom, firstDay),
    validTo: bound(period.effectiveTo, lastDay),
    repealedFrom: bound(period.repealedOn, firstDay),
  };
};

/** A text as an SQL literal. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `column IN (…)` for at least one value. */
export const sqlIn = (column: string, values: readonly string[]): string =>
  `${column} IN (${values.map((value) => sqlText(value)).join(", ")})`;

/** The SQL condition of a filter whose `documentIds`, if given, are not empty; null if it keeps everything. */
export const chunkFilterSql = (filter: ChunkFilter | undefined): string | null => {
  const conditions: string[] = [];
  if (filter?.documentIds !== undefined) conditions.push(sqlIn("documentId", filter.documentIds));
  if (filter?.inForceOn !== undefined) {
    const day = filter.inForceOn;
    if (day.length !== 10 || !isPartialDate(day)) throw invalidIndexInput(`Not a day: ${day}`);
    const number = dayNumber(day);
    conditions.push(
      `(validFrom IS NULL OR validFrom <= ${number})`,
      `(validTo IS NULL OR validTo >= ${number})`,
      `(repealedFrom IS NULL OR repealedFrom > ${number})`,
    );
  }
  return conditions.length === 0 ? null : conditions.join(" AND ");
};
