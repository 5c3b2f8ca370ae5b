import { afterEach, describe, expect, it, vi } from "vitest";
import { todayInShanghai } from "./partial-date.ts";

describe("todayInShanghai", () => {
  afterEach(() => vi.restoreAllMocks());

  it("begins a day at midnight in Shanghai", () => {
    expect(todayInShanghai(new Date("2026-11-22T15:59:59Z"))).toBe("2026-11-22");
    expect(todayInShanghai(new Date("2026-11-22T16:00:00Z"))).toBe("2026-11-23");
    expect(todayInShanghai(new Date("2026-12-31T16:00:00Z"))).toBe("2027-01-01");
  });

  it("makes no formatter for each request", () => {
    const made = vi.spyOn(Intl, "DateTimeFormat");
    for (let request = 0; request < 3; request += 1) todayInShanghai();
    expect(made).not.toHaveBeenCalled();
  });
});
