import { expect, it } from "vitest";
import type { ConditionTest } from "../measures/requirement.ts";
import { judgeCondition } from "./judge-condition.ts";
import { readProfile } from "./read-profile.ts";

const verdictOf = (test: ConditionTest, description: string): string =>
  judgeCondition(
    { start: 0, end: 1, test, negated: false, addressee: true },
    readProfile({ description }, "2026-11-22"),
    "2026-11-22",
  ).verdict;

it.each([
  ["赣州市章贡区", false, "章贡区的有限公司，做脐橙", "met"],
  ["赣州市章贡区", true, "章贡区的有限公司，注册、纳税都在章贡", "met"],
  ["赣州市章贡区", true, "我们有限公司做小炒，执照和税都在章贡区", "met"],
  ["赣州市章贡区", true, "章贡区的有限公司，税交在南康", "unknown"],
  ["赣州市章贡区", false, "有限公司，没有在章贡区注册", "unknown"],
  ["赣州市章贡区", false, "有限公司，准备在章贡区注册", "unknown"],
  ["赣州市章贡区", false, "有限公司，给章贡区的学校供货", "unknown"],
  ["赣州市章贡区", false, "南昌的有限公司，客户是章贡区的医院", "unmet"],
  ["福州市鼓楼区", false, "鼓楼区的有限公司", "unknown"],
])("in %s (taxes: %s): %s is %s", (name, taxes, description, verdict) => {
  expect(verdictOf({ kind: "place", names: [name], ...(taxes ? { taxes } : {}) }, description)).toBe(verdict);
});

it.each([
  ["外商投资企业", "昆山的韩资企业，做连接器", "met"],
  ["外商投资企业", "集美的港资有限公司", "met"],
  ["外商投资企业", "我们不是外资企业", "unmet"],
  ["外商投资企业", "有限公司，拿过日资银行的贷款", "unknown"],
  ["外商投资企业", "民资有限公司", "unknown"],
])("of the kind of %s: %s is %s", (name, description, verdict) => {
  expect(verdictOf({ kind: "group", name }, description)).toBe(verdict);
});
