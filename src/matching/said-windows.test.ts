import { expect, it } from "vitest";
import { byAffinity, saidWindows } from "./said-windows.ts";

it("reads each stretch once, and puts first what shares the most with a condition", () => {
  const windows = saidWindows("做童鞋的，签了1200万元的海外订单", "2026-11-22");
  for (const { parts } of windows) expect(parts()).toBe(parts());
  const [first] = byAffinity("海外订单金额", windows);
  expect(first?.text).toBe("签了1200万元的海外订单");
  expect(first?.parts()).toHaveLength(1);
});

it("reads what a company says apart from what it is", () => {
  const said =
    "海宁的制造业有限公司，准备投保安责险，今年投，明年也投，老板说了算，员工都同意，合同还在谈，价格没定下来";
  const texts = saidWindows(said, "2026-11-22").map(({ text }) => text);
  expect(texts).toContain("准备投保安责险，今年投");
  expect(texts).not.toContain("海宁的制造业有限公司，准备投保安责险");
});

it("reads a later sentence that ends its clause in a shop with what it says next", () => {
  const texts = saidWindows(
    "做螺蛳粉的。又新开了4家直营店，加起来1350平方米，统计上没有违法，没被责令停业过，也不在严重失信名单里",
    "2026-11-22",
  );
  expect(texts.map(({ text }) => text)).toContain("又新开了4家直营店，加起来1350平方米");
});
