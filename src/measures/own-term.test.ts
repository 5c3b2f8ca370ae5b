import { describe, expect, it } from "vitest";
import { ownTerm } from "./own-term.ts";

const termOf = (text: string): unknown => {
  const term = ownTerm(text, { start: 0, end: text.length });
  return term?.kind === "condition"
    ? [text.slice(term.condition.start, term.condition.end), term.condition.test]
    : term;
};

describe("how long a clause says that it holds", () => {
  it.each([
    [
      "按每人1500元给予补贴。本条政策执行至2025年12月31日。",
      "本条政策执行至2025年12月31日",
      "2000-01-01",
      "2025-12-31",
    ],
    [
      "给予奖励。该项补贴申报期限截至2026年6月30日；",
      "该项补贴申报期限截至2026年6月30日",
      "2000-01-01",
      "2026-06-30",
    ],
    [
      "给予奖励。本项政策实施期限为2025年1月1日至2026年6月30日。",
      "本项政策实施期限为2025年1月1日至2026年6月30日",
      "2025-01-01",
      "2026-06-30",
    ],
  ])("is read: %s", (text, words, from, to) => {
    expect(termOf(text)).toEqual([words, { kind: "window", from, to }]);
  });

  it.each([
    "按每人1500元给予补贴。",
    "本办法自2025年4月1日起施行，有效期至2028年3月31日。",
    "该项目执行至2025年12月31日尚未完工的，不予补贴。",
    "贷款期限至2025年12月31日的，给予贴息。",
  ])("is none of its own: %s", (text) => {
    expect(termOf(text)).toBeNull();
  });
});
