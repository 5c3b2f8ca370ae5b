import { describe, expect, it } from "vitest";
import { readProfile } from "./read-profile.ts";

const AS_OF = "2026-11-22";
const read = (description: string) => readProfile({ description }, AS_OF);

describe("a description in free text", () => {
  it("is read into fields, each with the words that say it", () => {
    const facts = read("我们是海淀的一家AI初创公司，去年成立，12个人，营收300万，想找融资和人才");
    expect(facts).toMatchObject({
      region: "北京市海淀区",
      foundedOn: "2025",
      industries: ["人工智能"],
      employees: 12,
      revenue: 3_000_000,
      organisation: "enterprise",
      needs: ["融资", "人才"],
      startup: true,
      patents: null,
      rdSpending: null,
    });
    expect(facts.sources.revenue).toEqual({ from: "description", text: "营收300万" });
  });

  it.each([
    ["公司成立于2023年3月", { foundedOn: "2023-03" }],
    ["成立三年了", { foundedOn: "2023-11-22" }],
    ["前年5月注册", { foundedOn: "2024-05" }],
    ["员工200名，总资产1.2亿元", { employees: 200, assets: 120_000_000 }],
    ["去年研发投入450万元，营业收入五千万元", { rdSpending: 4_500_000, revenue: 50_000_000 }],
    ["有3件发明专利", { patents: 3 }],
    ["没有专利", { patents: 0 }],
    ["我们是高新技术企业", { qualifications: ["高新技术企业"], withoutQualifications: [] }],
    ["还不是高新技术企业", { qualifications: [], withoutQualifications: ["高新技术企业"] }],
    ["研发人员8人", { employees: null }],
    ["从未裁员，没有失信记录", { conduct: { credit: true, violation: null, layoff: true } }],
    ["去年受到过环保处罚", { conduct: { credit: null, violation: false, layoff: null } }],
  ])("%s", (description, expected) => {
    expect(read(description)).toMatchObject(expected);
  });
});

describe("fields", () => {
  it("stand before the description", () => {
    const facts = readProfile({ employees: 30, description: "12个人的公司" }, AS_OF);
    expect(facts.employees).toBe(30);
    expect(facts.sources.employees).toEqual({ from: "field", text: "30" });
  });

  it("leave unknown what nobody says", () => {
    expect(readProfile({}, AS_OF)).toMatchObject({
      region: null,
      founding: null,
      organisation: null,
      qualifications: [],
    });
  });
});
