import { describe, expect, it } from "vitest";
import { EMPTY_DRAFT, isEmptyDraft, readDraft, writeField } from "../src/match/profile-draft.ts";

describe("readDraft", () => {
  it("says nothing for what is not written", () => {
    expect(readDraft({ ...EMPTY_DRAFT, region: "  " })).toEqual({ profile: {} });
    expect(isEmptyDraft({ ...EMPTY_DRAFT, region: "  " })).toBe(true);
  });

  it("reads money in 万元 as yuan, without the errors of binary fractions", () => {
    const reading = readDraft({
      ...EMPTY_DRAFT,
      revenue: "１，２００．５",
      rdSpending: "0.07",
      employees: "30",
    });
    expect(reading).toEqual({ profile: { revenue: 12_005_000, rdSpending: 700, employees: 30 } });
  });

  it.each([
    ["2024", "2024"],
    ["2024年3月", "2024-03"],
    ["2024/3/9", "2024-03-09"],
  ])("reads the date %s", (written, day) => {
    expect(readDraft({ ...EMPTY_DRAFT, foundedOn: written })).toEqual({ profile: { foundedOn: day } });
  });

  it("tells a list that is said to be empty from one that says nothing", () => {
    expect(readDraft({ ...EMPTY_DRAFT, qualifications: "无" })).toEqual({ profile: { qualifications: [] } });
    expect(readDraft({ ...EMPTY_DRAFT, qualifications: "高新技术企业、瞪羚企业, 雏鹰企业" })).toEqual({
      profile: { qualifications: ["高新技术企业", "瞪羚企业", "雏鹰企业"] },
    });
  });

  it("names the fields that cannot be read, and sends none of them", () => {
    const draft = {
      ...EMPTY_DRAFT,
      foundedOn: "2024-13",
      employees: "三十",
      revenue: "-1",
      organisation: "club",
    };
    expect(readDraft(draft)).toEqual({ wrong: ["foundedOn", "employees", "revenue"] });
    expect(readDraft({ ...EMPTY_DRAFT, organisation: "club" })).toEqual({ wrong: ["organisation"] });
  });

  it("reads what it wrote", () => {
    const profile = { revenue: 1_234_567, qualifications: ["高新技术企业", "瞪羚企业"], employees: 3 };
    const draft = {
      ...EMPTY_DRAFT,
      revenue: writeField("revenue", profile.revenue),
      qualifications: writeField("qualifications", profile.qualifications),
      employees: writeField("employees", profile.employees),
    };
    expect(readDraft(draft)).toEqual({ profile });
  });
});
