import { describe, expect, it } from "vitest";
import { RateBuckets } from "./rate-buckets.ts";

describe("RateBuckets", () => {
  it("fills up again with time, never beyond the rate", () => {
    let now = 0;
    const buckets = new RateBuckets(60, () => now);
    const passed = () =>
      Array.from({ length: 100 }, () => buckets.take("a")).filter((wait) => wait === 0).length;
    expect(passed()).toBe(60);
    expect(buckets.take("a")).toBe(1);
    now += 10_000;
    expect(passed()).toBe(10);
    now += 3_600_000;
    expect(passed()).toBe(60);
  });

  it("says how long to wait where a minute allows few", () => {
    const buckets = new RateBuckets(2, () => 0);
    expect([buckets.take("a"), buckets.take("a"), buckets.take("a")]).toStrictEqual([0, 0, 30]);
    expect(buckets.take("b")).toBe(0);
  });

  it("forgets those that came longest ago", () => {
    const buckets = new RateBuckets(1, () => 0);
    buckets.take("first");
    for (let key = 0; key < 20_000; key += 1) buckets.take(String(key));
    expect(buckets.take("first")).toBe(0);
    expect(buckets.take("19999")).toBeGreaterThan(0);
  });
});
