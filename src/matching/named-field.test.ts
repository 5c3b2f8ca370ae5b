import { expect, it } from "vitest";
import { describedParts } from "./described-parts.ts";
import { describedVerdict } from "./described.ts";
import { namedField } from "./named-field.ts";
import { readProfile } from "./read-profile.ts";

it.each([
  ["果蔬、水产、食用菌加工类企业", "食用菌加工", true],
  ["以农产品生产、加工或者流通为主业", "农产品加工", true],
  ["以农产品生产、加工为主营业务", "食用菌加工", true],
  ["农产品加工型企业", "农产品加工", true],
  ["农产品流通型企业", "农产品加工", false],
  ["非农产品加工企业", "农产品加工", false],
  ["农产品加工设备企业", "农产品加工", false],
  ["汽车零部件制造企业", "玩具制造", false],
  ["以农产品生产、加工为主营业务", "钢材加工", false],
])("%s names the field of %s: %s", (words, industry, isNamed) => {
  const facts = readProfile({ industries: [industry] }, "2026-11-22");
  expect(namedField(facts, words) !== undefined).toBe(isNamed);
});

it.each([
  ["并有不少于1个投资案例", "孵化资金500万，已经投了3个项目", "met"],
  ["并有不少于5个投资案例", "孵化资金500万，已经投了3个项目", "unmet"],
  ["并有不少于1个投资案例", "申请了3个项目", "unknown"],
  ["带动农户500户以上", "带着1200多户蒜农", "met"],
  ["带动农户500户以上", "跟350户农民签了订单", "unmet"],
  ["带动农户500户以上", "用了650个农民工", "unknown"],
  ["不欠社会保险费", "工资社保都没欠过", "met"],
  ["不欠社会保险费", "工资没欠过，社保交了", "unknown"],
  ["上年度营业收入为正增长", "2022年营收1400万，之后2100万、3000万，去年4300万", "met"],
  ["上年度营业收入为正增长", "2022年营收1400万，之后2100万、3000万，去年2300万", "unmet"],
])("of %s: %s is %s", (words, description, verdict) => {
  const parts = describedParts(description, "2026-11-22");
  expect(describedVerdict({ kind: "unread", words }, parts).verdict).toBe(verdict);
});
