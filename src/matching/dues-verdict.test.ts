import { expect, it } from "vitest";
import { unreadTest } from "../measures/unread-test.ts";
import type { DescribedVerdict } from "./described-verdict.ts";
import { describedParts } from "./described-parts.ts";
import { describedVerdict } from "./described.ts";

const judge = (asked: string, description: string): DescribedVerdict["verdict"] => {
  const test = unreadTest(asked);
  if (test.kind !== "unread") throw new TypeError("Only words of their own are judged here.");
  return describedVerdict(test, describedParts(description, "2026-11-22")).verdict;
};

it.each([
  ["不欠缴税款", "税、工资、社保都不欠", "met"],
  ["不拖欠职工工资和社会保险费", "税、工资、社保都不欠", "met"],
  ["不拖欠职工工资和社会保险费", "税、社保都不欠", "unknown"],
  ["不拖欠职工工资和社会保险费", "欠了两个月工资，社保没欠", "unmet"],
  ["不拖欠职工工资和社会保险费", "以前欠的工资去年补发了，社保没欠", "unknown"],
  ["未拖欠应缴还的财政性资金", "税、社保都不欠", "unknown"],
  ["上年度不亏损", "去年销售收入8100万，有利润", "met"],
  ["上年度不亏损", "去年亏了200万", "unmet"],
  ["上年度不亏损", "前年有利润", "unknown"],
  ["上年度不亏损", "去年毛利润500万", "unknown"],
  ["上年度盈利", "去年没赚到钱", "unmet"],
  ["2026年1月1日以后在柳州市区新开设直营门店3家以上", "今年在柳州市区又新开了4家直营店", "met"],
  ["2026年1月1日以后在柳州市区新开设直营门店3家以上", "前年在柳州市区新开了4家直营店", "unknown"],
  ["年节能量500吨标准煤以上的", "核定每年能省1300吨标煤", "met"],
  ["年节能量500吨标准煤以上的", "核定每年能省300吨标煤", "unmet"],
  ["年节能量500吨标准煤以上的", "每年省1300吨水", "unknown"],
  ["年节能量500吨标准煤以上的", "一年用掉1300吨标煤", "unknown"],
  ["贷款按期还本付息的", "本息都按期还", "met"],
  ["贷款按期还本付息的", "本息没有按期还", "unknown"],
] as const)("%s, where a company says: %s", (asked, description, verdict) => {
  expect(judge(asked, description)).toBe(verdict);
});
