import type { ConditionTest, DayRange } from "./requirement.ts";

const DATE =
  /(?:自|从|在|于)?(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?(?:（含）)?(?<side>以来|之后|以后|后|起|之前|以前|前)(?:（含）)?/u;

const PERIOD =
  /(?:自|从|在)?(?<y1>\d{4})年(?<m1>\d{1,2})月(?<d1>\d{1,2})日(?:起)?(?:至|到|—|-|~)(?:(?<y2>\d{4})年)?(?<m2>\d{1,2})月(?<d2>\d{1,2})日(?:期间|之间|内)?/u;

/** 2025年度新获认定的: in that year. */
const IN_YEAR = /(?<year>20\d{2})年度?(?:内|期间)?(?=当年|新|首次|获|被|通过|完成|实现|认定|入选|列入|纳入)/u;

const pad = (value: string): string => value.padStart(2, "0");

const rangeOf = ({ year = "", month, day, side = "" }: Readonly<Record<string, string>>): DayRange => {
  const first = `${year}-${pad(month ?? "1")}-${pad(day ?? "1")}`;
  if (!side.includes("前")) return { from: first, to: null };
  // 2023年前 ends before the year begins, 2023年6月30日前 with the day.
  return day === undefined
    ? { from: null, to: new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10) }
    : { from: null, to: first };
};

/** Words of which only a description can tell; 2025年1月1日之后完工 says when it must have happened. */
export const unreadTest = (words: string): ConditionTest => {
  const period = PERIOD.exec(words);
  if (period !== null) {
    const { y1 = "", m1 = "", d1 = "", y2 = y1, m2 = "", d2 = "" } = period.groups ?? {};
    const rest = words.slice(0, period.index) + words.slice(period.index + period[0].length);
    const within = { from: `${y1}-${pad(m1)}-${pad(d1)}`, to: `${y2}-${pad(m2)}-${pad(d2)}` };
    return { kind: "unread", words: rest, within };
  }
  const match = DATE.exec(words);
  const year = match === null ? IN_YEAR.exec(words) : null;
  if (year !== null) {
    const own = year.groups?.["year"] ?? "";
    const rest = words.slice(0, year.index) + words.slice(year.index + year[0].length);
    return { kind: "unread", words: rest, within: { from: `${own}-01-01`, to: `${own}-12-31` } };
  }
  if (match === null) return { kind: "unread", words };
  const range = rangeOf({ ...match.groups });
  if (Number.isNaN(Date.parse(range.from ?? range.to ?? ""))) return { kind: "unread", words };
  const rest = words.slice(0, match.index) + words.slice(match.index + match[0].length);
  return { kind: "unread", words: rest, within: range };
};
