import { describe, expect, it } from "vitest";
import { distributeItems } from "./distribute-items.ts";

describe("distributeItems", () => {
  it.each([
    [
      "绩效考核：单位自评、省级考核、国家分析，2019年分别在几月底前完成？",
      [
        "绩效考核：单位自评2019年在几月底前完成？",
        "绩效考核：省级考核2019年在几月底前完成？",
        "绩效考核：国家分析2019年在几月底前完成？",
      ],
    ],
    [
      "2015年的总收入目标和上市公司目标各是多少？",
      ["2015年的总收入目标是多少？", "2015年的上市公司目标是多少？"],
    ],
    [
      "子女教育、继续教育和大病医疗分别怎么扣除？",
      ["子女教育怎么扣除？", "继续教育怎么扣除？", "大病医疗怎么扣除？"],
    ],
    ["国家级和省级示范企业分别奖励多少？", ["国家级示范企业奖励多少？", "省级示范企业奖励多少？"]],
    [
      "甲意见和乙意见的2025年总量目标分别是什么？",
      ["甲意见的2025年总量目标是什么？", "乙意见的2025年总量目标是什么？"],
    ],
  ])("asks each: %s", (message, parts) => {
    expect(distributeItems(message)).toEqual(parts);
  });

  it.each([
    "工业和信息化部分别联系哪些部门？",
    "各地区各部门要做什么？",
    "支持哪些企业？",
    "新旧两份文件分别怎么说？",
    "分别",
    "",
  ])("leaves whole: %s", (message) => {
    expect(distributeItems(message)).toEqual([message]);
  });
});
