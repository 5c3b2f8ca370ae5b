import { describe, expect, it } from "vitest";
import { countedThings } from "./counted-things.ts";
import { describedParts } from "./described-parts.ts";
import { plainWords } from "./plain-words.ts";
import { dayHolds, numberHolds } from "./said-number.ts";

const ASKED = "2026-11-22";

describe("a number that is said", () => {
  const [asked] = countedThings(plainWords("签订海外订单合同金额1000万元以上"));
  it.each([
    ["签了1200万元的海外订单", true],
    ["没有签到1000万元的海外订单", null],
    ["计划签1200万元的海外订单", null],
    ["海外订单不到1000万元", false],
    ["海外订单超过1000万元", true],
    ["海外订单超过800万元", null],
    ["海外订单未达到1000万元", false],
    ["海外订单1000万元左右", null],
    ["签了600万元的海外订单", false],
  ])("is one that is asked for: %s", (said, holds) => {
    if (asked === undefined) throw new Error("No number is asked for.");
    expect(numberHolds(asked, describedParts(said, ASKED))).toBe(holds);
  });
});

describe("a day that is said", () => {
  it.each([
    ["今年4月评上的", true],
    ["去年4月评上的", false],
    ["今年4月没评上", null],
    ["打算2026年12月评", null],
    ["评上了", null],
  ])("is one that is asked for: %s", (said, holds) => {
    const within = { from: "2026-01-01", to: "2026-12-31" };
    expect(dayHolds(within, describedParts(said, ASKED))).toBe(holds);
  });
});
