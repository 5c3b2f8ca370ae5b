import type { PartialDate } from "../policy/partial-date.ts";
import { lastDay } from "../policy/partial-date.ts";

/** An end that is put off by so many months, as exact as before; the last day of a month stays one. */
export const addMonths = (end: PartialDate, months: number): PartialDate => {
  const last = lastDay(end);
  const [year = 0, month = 1, day = 1] = last.split("-").map(Number);
  const lastOf = (monthIndex: number): number => new Date(Date.UTC(year, monthIndex + 1, 0)).getUTCDate();
  const index = month - 1 + months;
  const newDay = day === lastOf(month - 1) ? lastOf(index) : Math.min(day, lastOf(index));
  return new Date(Date.UTC(year, index, newDay)).toISOString().slice(0, end.length);
};
