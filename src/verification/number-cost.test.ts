import { describe, expect, it } from "vitest";
import { numbersIn } from "./number-lock.ts";

const SMALL = 5_000;
const LARGE = 4 * SMALL;

const fill = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Processor time of this thread, in microseconds, that `work` takes: the least of some tries. */
const costOf = (work: () => unknown): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6; round += 1) {
    const before = process.threadCpuUsage();
    for (let again = 0; again < 5; again += 1) work();
    const { user, system } = process.threadCpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
};

describe("the cost of reading numbers", () => {
  // Four times the text takes four times as long where the cost is linear, and sixteen times where it is quadratic.
  it.each<[string, (length: number) => string]>([
    ["plans before multipliers", (length) => fill("十二五", length / 2) + fill("万", length / 2)],
    ["multipliers", (length) => fill("万", length)],
    ["powers", (length) => fill("百", length)],
    ["the longest numerals that are read", (length) => fill(`${"一百".repeat(20)}，`, length)],
    ["multipliers after a fraction", (length) => `百分之${fill("十二五万", length)}`],
    ["decimals", (length) => fill("一点", length)],
    ["fractions", (length) => fill("一分之", length)],
    ["one number before blanks", (length) => `1${fill(" ", length)}`],
    ["numbers between blanks", (length) => fill(`1${" ".repeat(20)}`, length)],
    ["blanks in a document number", (length) => `〔2009〕${fill(" ", length)}`],
    ["open brackets", (length) => fill("〔2009", length)],
    ["ranges without an end", (length) => fill("2011 - ", length)],
    ["grouped digits", (length) => fill("1,111", length)],
    ["digits and points", (length) => fill("1.", length)],
    ["letters", (length) => fill("a", length)],
    ["letters and hyphens", (length) => fill("a-", length)],
    ["months", (length) => fill("十月 ", length)],
    ["full-width blanks", (length) => fill("１　万　", length)],
  ])("grows with the text: %s", (_name, of) => {
    const [small, large] = [of(SMALL), of(LARGE)];
    costOf(() => numbersIn(small));
    const base = costOf(() => numbersIn(small));
    // What is read at once, whatever the length, takes next to no time: then the ratio says nothing.
    const floor = costOf(() => numbersIn(fill("三年，", SMALL)));
    expect(costOf(() => numbersIn(large)) / Math.max(base, floor)).toBeLessThan(8);
  });

  it("takes a run that is too long for a numeral as one number", () => {
    const run = "十二五".repeat(20) + "万".repeat(40);
    expect(numbersIn(`共${run}元，三年`).map(({ text }) => text)).toEqual([`${run}元`, "三年"]);
  });
});
