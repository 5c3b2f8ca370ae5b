import { describe, expect, it } from "vitest";
import { parseChineseNumeral, toChineseNumeral } from "./chinese-numerals.ts";

describe("Chinese numerals", () => {
  it("reads numbers of which word processors write the zeros as circles", () => {
    expect(["一○○", "二○一九", "一○"].map(parseChineseNumeral)).toEqual([100, 2019, 10]);
  });

  it("reads back what it writes, 0 to 9999", () => {
    for (let value = 0; value <= 9999; value += 1) {
      expect(parseChineseNumeral(toChineseNumeral(value))).toBe(value);
    }
  });

  it.each([
    ["二〇一九", 2019],
    ["两百", 200],
    ["１２", 12],
    ["一百零五", 105],
    ["十", 10],
  ])("reads %s", (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  it.each(["", "百", "十百", "政策", "一一十", "十十"])("refuses %s", (text) => {
    expect(parseChineseNumeral(text)).toBeNull();
  });
});
