import { parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import type { PartialDate } from "../../policy/partial-date.ts";
import { isPartialDate } from "../../policy/partial-date.ts";

/** A date in a text, whole or partial, with the UTF-16 offsets of the words that state it. */
export interface FoundDate {
  readonly value: PartialDate;
  readonly start: number;
  readonly end: number;
}

const DIGIT = "[0-9０-９〇○◯零OＯ一二三四五六七八九]";
const NUMERAL = "[0-9０-９〇○◯零一二两三四五六七八九十廿卅元正]";

/** 2026年 月 日, 202×年×月×日: a date that is still to be filled in. */
const BLANK = "[\\s\\u3000_＿×Xx*]";

/**
 * A date as policy documents write it: 2019年2月15日, ２０１９ 年 2 月, 二〇一九年二月十五日, 1985年度, 2019-02-15,
 * 2019.2.15, 2019/2/15. A source for patterns; it captures nothing.
 */
export const WRITTEN_DATE = `(?:${DIGIT}{4}\\s?年(?:度|\\s?${NUMERAL}{1,3}\\s?月(?:份|\\s?${NUMERAL}{1,3}\\s?[日号])?|(?!${BLANK}*月))|(?:19|20)\\d{2}-\\d{1,2}-\\d{1,2}(?!\\d)|(?:19|20)\\d{2}\\.\\d{1,2}\\.\\d{1,2}(?!\\d)|(?:19|20)\\d{2}/\\d{1,2}/\\d{1,2}(?!\\d))`;

const PARTS = new RegExp(
  `^(${DIGIT}{4})\\s?年(?:度|\\s?(${NUMERAL}{1,3})\\s?月(?:份|\\s?(${NUMERAL}{1,3})\\s?[日号])?)?$`,
);
const MONTH_DAY = new RegExp(`^(${NUMERAL}{1,3})\\s?月(?:\\s?(${NUMERAL}{1,3})\\s?[日号])?$`);
const NUMBERS_ALONE = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;

const numberOf = (text: string): number | null => {
  const plain = text
    .replaceAll(/[○◯OＯ]/g, "〇")
    .replace(/^[元正]$/, "一")
    .replaceAll("廿", "二十")
    .replaceAll("卅", "三十");
  // 一九七0: the digit nought among Chinese ones.
  if (/[一二三四五六七八九]/.test(plain)) return parseChineseNumeral(plain.replaceAll(/[0０]/g, "〇"));
  return parseChineseNumeral(plain);
};

const dateOf = (year: number | null, month: number | null, day: number | null): PartialDate | null => {
  if (year === null) return null;
  const parts = [String(year).padStart(4, "0")];
  if (month !== null) parts.push(String(month).padStart(2, "0"));
  if (day !== null) parts.push(String(day).padStart(2, "0"));
  const date = parts.join("-");
  return isPartialDate(date) ? date : null;
};

/**
 * The date that `text` as a whole states, or null where it is none or not in the calendar.
 * @param yearOf the date whose year completes a month and day without one (2019年1月1日至12月31日).
 */
export const parseDate = (text: string, yearOf?: PartialDate): PartialDate | null => {
  const trimmed = text.trim();
  const numbers = NUMBERS_ALONE.exec(trimmed);
  if (numbers !== null) return dateOf(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  const parts = PARTS.exec(trimmed);
  if (parts !== null) {
    const [, year = "", month, day] = parts;
    const monthValue = month === undefined ? null : numberOf(month);
    const dayValue = day === undefined ? null : numberOf(day);
    if ((month !== undefined && monthValue === null) || (day !== undefined && dayValue === null)) return null;
    return dateOf(numberOf(year), monthValue, dayValue);
  }
  const rest = yearOf === undefined ? null : MONTH_DAY.exec(trimmed);
  if (rest === null || yearOf === undefined) return null;
  const month = numberOf(rest[1] ?? "");
  const day = rest[2] === undefined ? null : numberOf(rest[2]);
  return month === null || (rest[2] !== undefined && day === null)
    ? null
    : dateOf(Number(yearOf.slice(0, 4)), month, day);
};

/** All dates in a text, in text order; what is not in the calendar (2019年13月) is left out. */
export const findDates = (text: string, offset = 0): FoundDate[] =>
  [...text.matchAll(new RegExp(WRITTEN_DATE, "g"))].flatMap((match) => {
    const value = parseDate(match[0]);
    const start = offset + match.index;
    return value === null ? [] : [{ value, start, end: start + match[0].length }];
  });
