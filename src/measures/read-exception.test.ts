import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text.ts";
import { readSentence } from "./read-sentence.ts";
import type { Requirement } from "./requirement.ts";

const read = (text: string): Requirement | null => {
  const folded = foldText(text);
  return readSentence(folded, 0, folded.length, { jurisdiction: null });
};

/** The kinds and bounds that are asked for, in the order of the text. */
const shape = (requirement: Requirement | null): unknown => {
  if (requirement === null) return null;
  if (requirement.kind !== "condition")
    return [requirement.kind, ...requirement.of.map((each) => shape(each))];
  const { test, negated } = requirement.condition;
  const own = test.kind === "number" ? `${test.field} ${test.range.min}` : test.kind;
  return negated ? `not ${own}` : own;
};

describe("a bound of its own for one kind of company", () => {
  it.each([
    ["上年度主营业务收入1亿元以上，其中高新技术企业为6000万元以上", "revenue 100000000", "revenue 60000000"],
    ["专职研发人员不少于20人，其中高新技术企业不少于12人", "rdStaff 20", "rdStaff 12"],
    ["上年度营业收入2000万元以上，高新技术企业可降低至1000万元以上", "revenue 20000000", "revenue 10000000"],
    ["职工人数50人以上，但专精特新中小企业可放宽至30人以上", "employees 50", "employees 30"],
  ])("is an alternative: %s", (text, usual, own) => {
    expect(shape(read(text))).toEqual(["choice", usual, ["all", "qualification", own]]);
  });

  it.each([
    [
      "研发人员占职工总数10%以上（职工超过500人的，达到5%以上）",
      "rdStaffRatio 10",
      "employees 500",
      "rdStaffRatio 5",
    ],
    [
      "研发费用占营业收入的比例不低于5%（营业收入2亿元以上的企业，不低于3%）",
      "rdRatio 5",
      "revenue 200000000",
      "rdRatio 3",
    ],
    [
      "营业收入不低于1000万元（成立不满3年的，不低于500万元）",
      "revenue 10000000",
      "age null",
      "revenue 5000000",
    ],
  ])("is one for those of a size: %s", (text, usual, size, own) => {
    expect(shape(read(text))).toEqual(["choice", usual, ["all", size, own]]);
  });

  it("asks more of the larger ones in brackets", () => {
    expect(shape(read("研发费用不低于100万元（营业收入5000万元以上的，不低于300万元）"))).toEqual([
      "choice",
      ["all", "rdSpending 1000000", "not revenue 50000000"],
      ["all", "revenue 50000000", "rdSpending 3000000"],
    ]);
  });

  it("takes a share of what is counted for none", () => {
    expect(shape(read("拥有发明专利5件以上（其中近三年授权的2件以上）"))).toEqual([
      "all",
      "patents 5",
      "unread",
    ]);
  });

  it("does not let those off of whom more is asked", () => {
    expect(shape(read("研发费用占营业收入的比重3%以上，高新技术企业5%以上"))).toEqual([
      "choice",
      ["all", "rdRatio 3", "not qualification"],
      ["all", "qualification", "rdRatio 5"],
    ]);
  });

  it.each([
    ["规上企业上年度研发费用占营业收入的比例达到2.5%，规下企业达到6%", "rdRatio 2.5", "rdRatio 6"],
    [
      "规模以上工业企业研发费用不低于300万元，规模以下企业不低于100万元",
      "rdSpending 3000000",
      "rdSpending 1000000",
    ],
  ])("stands beside that of another kind: %s", (text, usual, own) => {
    expect(shape(read(text))).toEqual(["choice", ["all", "stage", usual], ["all", "stage", own]]);
  });

  it.each([
    "入驻企业不少于20家，其中高新技术企业不少于5家",
    "入驻企业不少于20家，平均每家企业不少于3人",
    "每年培育高新技术企业3家以上",
  ])("is none where companies are counted, nor is their title asked for: %s", (text) => {
    expect(JSON.stringify(shape(read(text)))).not.toMatch(/choice|qualification/);
  });
});
