import { describe, expect, it } from "vitest";
import { normalise } from "../normalise.ts";
import { readMetadata } from "./read-metadata.ts";

const read = (...lines: readonly string[]) => readMetadata(normalise(lines.join("\n")), "文件.txt");

const BODY = ["网络餐饮服务", "监督管理规定", "第一条　为加强网络餐饮服务监督管理，制定本规定。"];
const ISSUED =
  "《网络餐饮服务监督管理规定》已经2025年1月6日第2次局务会议审议通过，现予公布，自2025年5月1日起施行。";

const congress = (...head: readonly string[]) =>
  read(
    ...head,
    "《海城市甲条例》已由海城市第十六届人民代表大会常务委员会第三十五次会议于2021年4月27日通过，现予公布，自2021年7月1日起施行。",
    "2021年6月8日",
    "海城市甲条例",
    "（2021年4月27日海城市第十六届人民代表大会常务委员会第三十五次会议通过）",
    "第一条　为了甲，制定本条例。",
  );

describe("decrees", () => {
  it.each([
    [["国家市场监督管理总局", "商务部", "令"], "国家市场监督管理总局 商务部令第91号"],
    [["国家市场监督管理总局", "商务部令"], "国家市场监督管理总局 商务部令第91号"],
    [
      ["中华人民共和国国家发展和改革委员会", "中华人民共和国财政部", "令"],
      "国家发展和改革委员会 财政部令第91号",
    ],
    [
      [
        "国家互联网信息办公室",
        "中华人民共和国国家发展和改革委员会",
        "中华人民共和国教育部",
        "中华人民共和国科学技术部",
        "中华人民共和国工业和信息化部",
        "中华人民共和国公安部",
        "国家广播电视总局",
        "令",
      ],
      "国家互联网信息办公室 国家发展和改革委员会 教育部 科学技术部 工业和信息化部 公安部 国家广播电视总局令第91号",
    ],
  ])("name joint issuers over several lines: %s", (agencies, documentNumber) => {
    expect(read(...agencies, "第91号", ISSUED, "局长　罗某", "2025年2月10日", ...BODY)).toMatchObject({
      title: "网络餐饮服务监督管理规定",
      documentNumber,
      issuers: documentNumber.replace(/令.*/, "").split(" "),
      publishedOn: "2025-02-10",
    });
  });

  it.each([[["中 国 人 民 银 行 令", "〔2023〕第3号"]], [["中国人民银行令〔2023〕第3号"]]])(
    "count by the year in brackets: %s",
    (head) => {
      expect(read(...head, ISSUED, "行长　易某", "2025年2月10日", ...BODY)).toMatchObject({
        title: "网络餐饮服务监督管理规定",
        documentNumber: "中国人民银行令〔2023〕第3号",
        issuers: ["中国人民银行"],
      });
    },
  );

  it.each([
    [
      ["海城市人民代表大会常务委员会公告", "〔十六届〕第9号"],
      "海城市人民代表大会常务委员会公告〔十六届〕第9号",
    ],
    [
      ["海城市人民代表大会常务委员会公告〔十六届〕第五十四号"],
      "海城市人民代表大会常务委员会公告〔十六届〕第五十四号",
    ],
    [
      ["海城市人民代表大会常务委员会", "公　告", "（十六届）第 9 号"],
      "海城市人民代表大会常务委员会公告〔十六届〕第9号",
    ],
    [
      ["海城市第十六届人民代表大会常务委员会公告", "第九号"],
      "海城市第十六届人民代表大会常务委员会公告第九号",
    ],
  ])("of a congress count by its term: %s", (head, documentNumber) => {
    expect(congress(...head)).toMatchObject({
      title: "海城市甲条例",
      documentNumber,
      issuers: ["海城市人民代表大会常务委员会"],
      publishedOn: "2021-06-08",
      effectiveFrom: "2021-07-01",
    });
  });
});

describe("notes of promulgation", () => {
  it("name the decree where no day stands beside it", () => {
    expect(
      read(
        "东原省志愿服务办法",
        "（东原省人民政府令第310号公布　自2020年12月5日起施行）",
        "第一条　制定本办法。",
      ),
    ).toMatchObject({
      issuers: ["东原省人民政府"],
      documentNumber: "东原省人民政府令第310号",
      publishedOn: null,
      effectiveFrom: "2020-12-05",
    });
    expect(
      read("东原省志愿服务办法", "（东原省人民政府令第310号公布）", "第一条　制定本办法。"),
    ).toMatchObject({ issuers: ["东原省人民政府"], documentNumber: "东原省人民政府令第310号" });
  });

  it("name the issuer before the day and the 文号 behind it", () => {
    expect(
      read(
        "南湾市孵化器管理办法",
        "（南湾市科技创新局2020年6月28日印发　南科规〔2020〕6号）",
        "第一条　制定本办法。",
      ),
    ).toMatchObject({
      issuers: ["南湾市科技创新局"],
      documentNumber: "南科规〔2020〕6号",
      publishedOn: "2020-06-28",
    });
  });
});

describe("issuers that the title shortens", () => {
  it.each([
    ["滨江高新区管委会", "滨江高新技术产业开发区管理委员会", "滨江高新技术产业开发区管理委员会"],
    ["北湖市政府", "北湖市人民政府", "北湖市人民政府"],
    ["北湖市人民政府", "北湖市人民政府办公室", "北湖市人民政府"],
    ["北湖市财政局", "北湖市科学技术局", "北湖市财政局"],
  ])("%s, signed %s", (short, signed, issuer) => {
    const { issuers } = read(
      `${short}关于支持甲产业的意见`,
      "北政发〔2024〕3号",
      "各部门：",
      "一、支持甲产业。",
      signed,
      "2024年4月2日",
    );
    expect(issuers).toEqual([issuer]);
  });
});

describe("announcements", () => {
  it.each(["2024年第3号", "（2024年 第3号）"])("count by the year below their title: %s", (number) => {
    expect(
      read(
        "海城市城市管理局 海城市公安局关于公布《海城市招牌设置规范》的公告",
        number,
        "现予公布，自2024年7月1日起施行。",
        "2024年6月1日",
      ),
    ).toMatchObject({
      title: "海城市城市管理局 海城市公安局关于公布《海城市招牌设置规范》的公告",
      issuers: ["海城市城市管理局", "海城市公安局"],
      documentNumber: "海城市城市管理局 海城市公安局公告2024年第3号",
    });
  });

  it("have no number of their own in an ordinal that stands elsewhere", () => {
    const { documentNumber } = read("海城市公安局关于限行的通知", "2024年第3号", "各单位：", "一、限行。");
    expect(documentNumber).toBeNull();
  });
});

describe("what else a city notice says", () => {
  it.each([
    "根据《海城市市容条例》第十二条的规定，我局制定了《海城市招牌设置规范》，现予公布。",
    "按照《海城市市容条例》要求，现将《海城市招牌设置规范》印发给你们，请遵照执行。",
    "依据《海城市市容条例》，经市政府同意，现发布《海城市招牌设置规范》。",
  ])("does not rest on what it issues: %s", (sentence) => {
    const { relations } = read("海城市公安局关于公布招牌规范的通知", "各单位：", sentence);
    expect(relations.map(({ kind, title }) => `${kind} ${title}`)).toEqual(["based_on 海城市市容条例"]);
  });

  it("rests on what it organises its work by", () => {
    expect(
      read(
        "关于组织申报2026年度专精特新中小企业的通知",
        "东工信企〔2026〕14号",
        "各区工业和信息化主管部门：",
        "根据《优质中小企业梯度培育管理暂行办法》（工信部企业〔2022〕63号），现组织开展2026年度申报工作。有关事项通知如下：",
        "一、申报条件",
        "申报企业可以按照《申报指南》填写申请书。",
      ).relations,
    ).toEqual([{ kind: "based_on", title: "优质中小企业梯度培育管理暂行办法", documentId: null }]);
  });

  it("is on trial for the time that it sets for now", () => {
    const document = read(
      "甲县低空经济发展办法",
      "甲政办规〔2024〕6号",
      "第一条　制定本办法。",
      "第二条　本办法自2024年8月1日起施行，暂定两年。",
    );
    expect(document).toMatchObject({ effectiveFrom: "2024-08-01", effectiveTo: "2026-07-31" });
  });

  it("may write the year of its 文号 in Chinese digits", () => {
    expect(read("甲省人民政府关于乙的决定", "甲政发〔二〇二三〕12号", "一、支持").documentNumber).toBe(
      "甲政发〔2023〕12号",
    );
  });
});
