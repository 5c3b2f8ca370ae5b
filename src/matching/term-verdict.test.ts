import { expect, it } from "vitest";
import { describedParts } from "./described-parts.ts";
import { describedVerdict } from "./described.ts";

const LABOUR = "签订1年以上期限劳动合同";
const LEASE = "租赁合同期限不少于1年";
const LOAN = "贷款期限在6个月以上";
const INSURED = "为其缴纳职工基本养老、基本医疗、失业保险满6个月";

it.each([
  [LABOUR, "去年9月招了2个刚毕业的大学生，合同两年", "met"],
  [LABOUR, "招了2个大学生，合同半年，试用期3个月", "unknown"],
  [LABOUR, "招了2个大学生，合同6个月", "unmet"],
  [LABOUR, "租了620平，合同五年", "unknown"],
  [LABOUR, "招了2个大学生，在租的楼里办公，合同五年", "unknown"],
  [LABOUR, "准备招2个大学生，准备签两年合同", "unknown"],
  [LEASE, "租了园区里的620平，合同五年，备过案", "met"],
  [LEASE, "租了园区里的620平，合同6个月", "unmet"],
  [LEASE, "招了2个大学生，合同两年", "unknown"],
  [LOAN, "去年用专利质押贷了500万，一年期，今年按期还了", "met"],
  [LOAN, "去年用专利质押贷了500万，3个月期", "unmet"],
  [LOAN, "去年用专利质押贷了500万，质保两年", "unknown"],
  [INSURED, "养老、医疗、失业交了一年多了", "met"],
  [INSURED, "3月起连续交社保到现在八个多月", "met"],
  [INSURED, "社保交了4个月", "unmet"],
  [INSURED, "养老交了8个月", "unknown"],
  [INSURED, "社保断了8个月", "unknown"],
])("of %s: %s is %s", (words, description, verdict) => {
  const parts = describedParts(description, "2026-11-22");
  expect(describedVerdict({ kind: "unread", words }, parts).verdict).toBe(verdict);
});
