/**
 * Whole or partial calendar dates as policy documents state them: `2024`, `2024-03` or `2024-03-01`.
 * They are kept as text, because a year is all that many documents give; comparison takes the first or
 * last day that the partial date covers.
 */
export type PartialDate = string;

const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** True for `YYYY`, `YYYY-MM` and `YYYY-MM-DD` that name a day, month or year of the calendar. */
export const isPartialDate = (value: string): boolean => {
  const match = PARTIAL_DATE.exec(value);
  if (match === null) return false;
  const month = match[2] === undefined ? 1 : Number(match[2]);
  if (month < 1 || month > 12) return false;
  const day = match[3] === undefined ? 1 : Number(match[3]);
  return day >= 1 && day <= daysInMonth(Number(match[1]), month);
};

/** The first day (`YYYY-MM-DD`) that a partial date covers. */
export const firstDay = (date: PartialDate): string => {
  const [year = "", month = "01", day = "01"] = date.split("-");
  return `${year}-${month}-${day}`;
};

/** The last day (`YYYY-MM-DD`) that a partial date covers. */
export const lastDay = (date: PartialDate): string => {
  const [year = "", month = "12", day] = date.split("-");
  return `${year}-${month}-${day ?? String(daysInMonth(Number(year), Number(month))).padStart(2, "0")}`;
};

/** One for all: each holds 30 kB that the JavaScript heap does not count, until a collection that nothing hurries. */
const SHANGHAI = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai", dateStyle: "short" });

/** Today's date (`YYYY-MM-DD`) in Asia/Shanghai, the civil time of every document. */
export const todayInShanghai = (now: Date = new Date()): string => SHANGHAI.format(now);

/** `2024-03-01` as a reader writes it: 2024年3月1日; partial dates likewise. */
export const inChinese = (date: PartialDate): string => {
  const [year, month, day] = date.split("-");
  return [year, "年", month && `${Number(month)}月`, day && `${Number(day)}日`].filter(Boolean).join("");
};
