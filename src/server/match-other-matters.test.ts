import { expect, it } from "vitest";
import { conditionsInTown, GIVES, policyOf, verdictOn } from "./verdict-on-policy-fixture.ts";

/** The verdict on a policy that asks for a seat in the city and for this. */
const verdictOf = (item: string, description: string): Promise<string | undefined> =>
  verdictOn(policyOf(conditionsInTown(`${item}。`), GIVES), { description });

const SAFE = "近三年未发生重大安全生产事故";
const CLEAN = "企业两年内未受到环境保护行政处罚";

it.each([
  [SAFE, "今年没出过安全事故"],
  [SAFE, "近三年没出过环保事故"],
  [SAFE, "隔壁厂去年出过安全事故"],
  [SAFE, "上一家公司出过安全事故"],
  [SAFE, "2015年出过安全事故"],
  [SAFE, "前年出过一起轻伤事故"],
  [CLEAN, "近两年没有税务处罚"],
  [CLEAN, "今年没有环保处罚"],
  [CLEAN, "老板没被处罚过"],
])("leaves open what is said of another time, kind or body: %s, %s", async (item, description) => {
  expect(await verdictOf(item, description)).toBe("may_apply");
});

it.each([
  [SAFE, "近三年没出过安全事故", "applies"],
  [SAFE, "从没出过事故", "applies"],
  [SAFE, "近五年没出过安全事故", "applies"],
  [SAFE, "去年出过重大安全事故", "does_not_apply"],
  [CLEAN, "近两年没有环保处罚", "applies"],
  [CLEAN, "没被处罚过", "applies"],
  [CLEAN, "去年受过环保处罚", "does_not_apply"],
])("still judges conduct: %s, %s", async (item, description, verdict) => {
  expect(await verdictOf(item, description)).toBe(verdict);
});
