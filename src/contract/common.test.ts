import { expect, it } from "vitest";
import { isPartialDate } from "../policy/partial-date.ts";
import { hasWords, PARTIAL_DATE_PATTERN } from "./common.ts";

const two = (number: number): string => String(number).padStart(2, "0");

it("describes the days of the calendar as they are checked", () => {
  const pattern = new RegExp(PARTIAL_DATE_PATTERN);
  const differing: string[] = [];
  for (const year of [
    "0000",
    "0004",
    "0099",
    "0400",
    "1900",
    "1904",
    "2000",
    "2023",
    "2024",
    "2100",
    "9996",
  ]) {
    const months = Array.from({ length: 15 }, (_, month) => `${year}-${two(month)}`);
    const days = months.flatMap((month) => Array.from({ length: 34 }, (_, day) => `${month}-${two(day)}`));
    for (const date of [year, ...months, ...days, `${year}-1`, `${year}-01-1`, ` ${year}`]) {
      if (pattern.test(date) !== isPartialDate(date)) differing.push(date);
    }
  }
  expect(differing).toEqual([]);
});

it("finds something to read in what is read, and nothing in what is not seen", () => {
  for (const text of ["问", "a", " ？\n", "\u{20000}", "\u0000x"]) expect(hasWords(text)).toBe(true);
  for (const text of ["", " \n　", "\u0000\u001F", "\uFEFF\u200B\u2060", "\u0085\u00A0"]) {
    expect(hasWords(text)).toBe(false);
  }
});
