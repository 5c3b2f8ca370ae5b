import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toChineseNumeral } from "../../policy/chinese-numerals.ts";
import { findDates, parseDate } from "./chinese-date.ts";

const DIGITS = "〇一二三四五六七八九";
const byDigit = (value: number, zero: string): string =>
  Array.from(String(value), (digit) => (digit === "0" ? zero : (DIGITS[Number(digit)] ?? ""))).join("");
const fullWidth = (text: string): string =>
  text.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
const pad = (value: number): string => String(value).padStart(2, "0");

/** One day in every way in which documents write it. */
const formsOf = (year: number, month: number, day: number): string[] => [
  `${year}年${month}月${day}日`,
  `${year}年${pad(month)}月${pad(day)}日`,
  `${year} 年 ${month} 月 ${day} 日`,
  fullWidth(`${year}年${month}月${day}日`),
  ...["〇", "○", "零", "0"].map(
    (zero) => `${byDigit(year, zero)}年${toChineseNumeral(month)}月${toChineseNumeral(day)}日`,
  ),
  `${year}-${pad(month)}-${pad(day)}`,
  `${year}.${month}.${day}`,
  `${year}/${month}/${day}`,
];

const anyDay = fc
  .date({ min: new Date("1949-10-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const);

describe("dates in documents", () => {
  it("reads back a day in every form, alone and in running text", () => {
    fc.assert(
      fc.property(anyDay, fc.nat(), ([year, month, day], choice) => {
        const forms = formsOf(year, month, day);
        const written = forms[choice % forms.length] ?? "";
        const value = `${year}-${pad(month)}-${pad(day)}`;
        expect(parseDate(written)).toBe(value);
        const text = `本办法自${written}起施行`;
        expect(findDates(text)).toEqual([{ value, start: 4, end: 4 + written.length }]);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps partial dates partial", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1949, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(parseDate(`${year}年`)).toBe(String(year));
        expect(parseDate(`${byDigit(year, "〇")}年`)).toBe(String(year));
        expect(parseDate(`${year}年${month}月`)).toBe(`${year}-${pad(month)}`);
        expect(parseDate(`${byDigit(year, "○")}年${toChineseNumeral(month)}月`)).toBe(
          `${year}-${pad(month)}`,
        );
      }),
    );
  });

  it.each([
    ["1985年度", "1985"],
    ["二〇〇〇年元月一日", "2000-01-01"],
    ["一九九五年五月廿三日", "1995-05-23"],
    ["2019年2月份", "2019-02"],
  ])("reads %s", (text, value) => expect(parseDate(text)).toBe(value));

  it.each(["2019年13月1日", "2019年2月30日", "第2019年", "2019", "二月三日", ""])("refuses %s", (text) =>
    expect(parseDate(text)).toBeNull(),
  );

  it("completes a day without a year from another date", () => {
    expect(parseDate("12月31日", "2019-01-01")).toBe("2019-12-31");
  });
});
