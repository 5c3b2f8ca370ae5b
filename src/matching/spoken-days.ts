import { firstDay, lastDay } from "../policy/partial-date.ts";

/** The days between which something came about, as a description says it (`YYYY-MM-DD`). */
export interface SpokenDays {
  readonly from: string;
  readonly to: string;
}

const SPOKEN =
  /(?:(?<year>\d{4})年|(?<word>今年|本年|去年|前年))(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?/u;
const AGO: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: 1, 前年: 2 };

const pad = (value: string): string => value.padStart(2, "0");

/** When a part of a description says that something came about; null where it names no day, month or year. */
export const spokenDays = (text: string, asOf: string): SpokenDays | null => {
  const groups = SPOKEN.exec(text)?.groups;
  if (groups === undefined) return null;
  const { year, word, month, day } = groups;
  const own = year ?? String(Number(asOf.slice(0, 4)) - (AGO[word ?? ""] ?? 0));
  const date = [own, month, day].flatMap((each) => (each === undefined ? [] : [pad(each)])).join("-");
  if (Number.isNaN(Date.parse(firstDay(date)))) return null;
  // What has come about did so before today.
  const to = lastDay(date);
  return { from: firstDay(date), to: word !== undefined && to > asOf ? asOf : to };
};
