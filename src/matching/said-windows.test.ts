import { expect, it } from "vitest";
import { byAffinity, saidWindows } from "./said-windows.ts";

it("reads each stretch once, and puts first what shares the most with a condition", () => {
  const windows = saidWindows("做童鞋的，签了1200万元的海外订单", "2026-11-22");
  for (const { parts } of windows) expect(parts()).toBe(parts());
  const [first] = byAffinity("海外订单金额", windows);
  expect(first?.text).toBe("签了1200万元的海外订单");
  expect(first?.parts()).toHaveLength(1);
});
