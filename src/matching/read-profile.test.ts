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
    [
      "未获评国家级“小巨人”和制造业单项冠军",
      { qualifications: [], withoutQualifications: ["专精特新“小巨人”企业", "制造业单项冠军"] },
    ],
    [
      "小巨人和单项冠军都没评上",
      { qualifications: [], withoutQualifications: ["专精特新“小巨人”企业", "制造业单项冠军"] },
    ],
    [
      "不是小巨人，是高新技术企业",
      { qualifications: ["高新技术企业"], withoutQualifications: ["专精特新“小巨人”企业"] },
    ],
    [
      "没有评上单项冠军但是高新技术企业",
      { qualifications: ["高新技术企业"], withoutQualifications: ["制造业单项冠军"] },
    ],
    ["不是高企和专精特新", { withoutQualifications: ["高新技术企业", "专精特新中小企业"] }],
    ["高新技术企业、瞪羚企业，单项冠军没评上", { qualifications: ["高新技术企业", "瞪羚企业"] }],
    ["客户里有高企", { qualifications: [], withoutQualifications: [] }],
    ["帮客户拿到了高企证书", { qualifications: [] }],
    ["政府给我们发了高企证书", { qualifications: ["高新技术企业"] }],
    ["公司被认定为高新技术企业", { qualifications: ["高新技术企业"] }],
    ["我们是开水果店的", { industries: [] }],
    ["做茶叶包装机械", { industries: [] }],
    ["生产茶叶加工机械", { industries: [] }],
    ["种了200亩水果", { industries: ["农业"] }],
    ["做茶叶加工的", { industries: ["农业"] }],
    ["研发人员8人", { employees: null }],
    ["公司19年在昆山注册", { foundedOn: "2019" }],
    ["我做了15年注册会计师", { foundedOn: null }],
    ["公司10年前成立", { foundedOn: "2016-11-22" }],
    ["公司22年前成立", { foundedOn: "2004-11-22" }],
    ["公司12年商标注册", { foundedOn: null }],
    ["公司2012年注册商标", { foundedOn: null }],
    ["去年一共卖了1.3个亿", { revenue: 130_000_000 }],
    ["去年卖了3000万只口罩", { revenue: null }],
    ["三年一共卖了2500万", { revenue: null }],
    ["去年卖了120万斤大米", { revenue: null }],
    ["今年卖了2000万", { revenue: null }],
    ["去年卖了3000万日元", { revenue: null }],
    ["去年收了2000万定金", { revenue: null }],
    ["去年卖了2000万块钱的货", { revenue: 20_000_000 }],
    ["研发占营收的8%", { rdRatio: 8 }],
    ["专职搞研发的17个人", { rdStaff: 17 }],
    ["研发人员只有6个", { rdStaff: 6 }],
    ["订单少，裁掉了大概一成的人", { layoffRate: 10 }],
    ["今年没裁人", { conduct: { credit: null, violation: null, accident: null, layoff: true } }],
    ["没因为偷税挨过罚", { conduct: { credit: null, violation: true, accident: null, layoff: null } }],
    ["黑名单也没上过", { conduct: { credit: true } }],
    ["信用有污点", { conduct: { credit: null } }],
    ["安全事故没有", { conduct: { accident: true } }],
    ["安全事故有过一次", { conduct: { accident: null } }],
    ["在常州武进，税都交在当地", { taxRegion: "江苏省常州市武进区" }],
    ["在常州武进，税务关系不在本地", { taxRegion: null }],
    ["公司在异常名录还没被移出", { conduct: { credit: false } }],
    ["进了异常名录一直没被移出来", { conduct: { credit: false } }],
    ["进了黑名单还没被移出", { conduct: { credit: false } }],
    ["还没从黑名单移出", { conduct: { credit: false } }],
    ["没在异常名录里", { conduct: { credit: true } }],
    ["出过安全事故没出人命", { conduct: { accident: false } }],
    ["没有贷款但受到过环保处罚", { conduct: { violation: false } }],
    ["没有受到过处罚", { conduct: { violation: true } }],
    ["高企证前年就拿了", { qualifications: ["高新技术企业"] }],
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

  it("are whole lists: what was taken out does not come back from the description", () => {
    const description = "做人工智能和生物医药的高新技术企业，瞪羚企业";
    const facts = readProfile(
      { description, industries: ["人工智能"], qualifications: ["高新技术企业"] },
      AS_OF,
    );
    expect(facts.industries).toEqual(["人工智能"]);
    expect(facts.qualifications).toEqual(["高新技术企业"]);
    expect(readProfile({ description, qualifications: [] }, AS_OF).qualifications).toEqual([]);
    expect(readProfile({ description, industries: [] }, AS_OF).industries).toContain("生物医药");
  });

  it("that contradict the description on a title leave it open", () => {
    const { disputedQualifications } = readProfile({ description: "瞪羚企业", qualifications: [] }, AS_OF);
    expect(disputedQualifications).toEqual(["瞪羚企业"]);
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

it.each([
  ["做门锁的，还没上规", false],
  ["争取明年升规", false],
  ["不算规模以上", false],
  ["去年刚升规", true],
  ["今年4月上规的", true],
  ["规上工业企业", true],
  ["想把生意做上规模", null],
  ["十四五规划", null],
])("knows from %s whether a company is among the larger ones", (description, scale) => {
  expect(readProfile({ description }, "2026-11-22").scale).toBe(scale);
});
