import { describe, expect, it } from "vitest";
import { normalise } from "../normalise.ts";
import { readMetadata } from "./read-metadata.ts";

const read = (text: string) => readMetadata(normalise(text), "文件.txt");

/** Heads and closings as city governments and ministries write them; names and numbers are invented. */
const CASES: readonly (readonly [string, string, Partial<ReturnType<typeof read>>])[] = [
  [
    "joint issuers, brackets of another kind, a day counted from the issue, a bracketed note below the signature",
    `北京市甲委员会 北京市乙局
关于印发北京市氢能产业发展若干措施的通知
京甲规﹝2022﹞12号
各区人民政府、各有关单位：
经市政府同意，现将《北京市氢能产业发展若干措施》印发给你们，请认真组织落实。
北京市甲委员会
北京市乙局
二〇二二年八月十八日
（此件公开发布）
北京市氢能产业发展若干措施
一、支持研发
本措施自发布之日起30日后施行，有效期至2025年12月31日。本措施与上级政策不一致的，按上级政策执行。`,
    {
      issuers: ["北京市甲委员会", "北京市乙局"],
      documentNumber: "京甲规〔2022〕12号",
      publishedOn: "2022-08-18",
      effectiveFrom: "2022-09-17",
      effectiveTo: "2025-12-31",
      issues: [],
    },
  ],
  [
    "a short issuer in the title, in full in the signature; a trial period",
    `市科委关于发布《上海市科技创新券管理办法（试行）》的通知
沪科规〔2018〕8号
各有关单位：
现予发布，请按照执行。
上海市科学技术委员会
二〇一八年十一月二日
上海市科技创新券管理办法
（试行）
第二十条（施行日期）
本办法自2018年12月1日起试行，试行期为两年。`,
    {
      issuers: ["上海市科学技术委员会"],
      jurisdiction: "上海市",
      effectiveFrom: "2018-12-01",
      effectiveTo: "2020-11-30",
    },
  ],
  [
    "a notice closed by a date alone, above what it issues; a title without marks",
    `合肥市人民政府办公室关于印发合肥市支持甲产业若干政策的通知
合政办〔2023〕5号
各县（市）、区人民政府：
《合肥市支持甲产业若干政策》已经市政府同意，现印发给你们。
2023年3月3日
合肥市支持甲产业若干政策
一、支持
本政策自发布之日起施行，有效期2年。原有政策与本政策不一致的，以本政策为准。`,
    { publishedOn: "2023-03-03", effectiveFrom: "2023-03-03", effectiveTo: "2025-03-02", repeals: [] },
  ],
  [
    "a 文号 with a code of registration behind it",
    `长沙市人民政府办公厅关于公布《长沙市甲实施细则》的通知
长政办发〔2020〕9号 CSCR—2020—01009
各区县（市）人民政府：
现予公布，自2020年3月1日起施行，有效期五年。
长沙市人民政府办公厅
2020年1月20日`,
    {
      title: "长沙市人民政府办公厅关于公布《长沙市甲实施细则》的通知",
      documentNumber: "长政办发〔2020〕9号",
      effectiveTo: "2025-02-28",
    },
  ],
  [
    "a ministry's announcement over three lines",
    `中华人民共和国工业和信息化部
公　告
2023年 第12号
依据《甲条例》，现公布第三批企业名单。
工业和信息化部
2023年5月5日`,
    {
      titleSource: "given",
      issuers: ["工业和信息化部"],
      documentNumber: "工业和信息化部公告2023年第12号",
      publishedOn: "2023-05-05",
    },
  ],
  [
    "an announcement whose number alone names who makes it",
    "关于延续实施甲政策的公告\n财政部公告2023年第1号\n为支持发展，现公告如下：\n一、免征。",
    { issuers: ["财政部"], jurisdiction: "全国", documentNumber: "财政部公告2023年第1号" },
  ],
  [
    "an end counted from 实施之日 to a date; a year's end",
    `佛山市甲奖励扶持办法
第十二条　本办法自2021年1月1日起实施，有效期为自实施之日起至2023年12月31日。`,
    { effectiveFrom: "2021-01-01", effectiveTo: "2023-12-31", jurisdiction: "佛山市", issuers: [] },
  ],
  [
    "an end that names the policy and not the document",
    `温州市人民政府关于甲的若干意见
（一）本意见自2018年8月1日起施行，政策有效期至2020年底。`,
    { effectiveFrom: "2018-08-01", effectiveTo: "2020" },
  ],
  [
    "a term that is counted from the publication, in a sentence of its own",
    `南京市人民政府关于甲的实施意见
二、政策措施有效期
本意见有效期为3年，自发布之日起计算。
南京市人民政府
2022年3月1日`,
    { effectiveFrom: "2022-03-01", effectiveTo: "2025-02-28" },
  ],
  [
    "a draft whose dates are still blank",
    `某市科技局关于公开征求《某市甲办法（征求意见稿）》意见的公告
意见反馈截止时间为2023年5月1日。
第十条　本办法自2023年 月 日起施行，有效期至2026年 月 日。`,
    { effectiveFrom: null, effectiveTo: null },
  ],
  [
    "a call for applications: terms of certificates and projects are not its own",
    `杭州市甲局 杭州市乙局关于组织开展2023年度创新券申报工作的通知
杭甲计〔2023〕15号
各区、县（市）科技局：
一、申报时间
2023年3月1日至2023年4月30日。
二、申报要求
（一）证书有效期至2025年12月31日的优先。
（二）项目执行期为2023年1月1日至2024年12月31日。
杭州市甲局　杭州市乙局
2023年2月20日`,
    { effectiveFrom: null, effectiveTo: null, publishedOn: "2023-02-20" },
  ],
  [
    "a zone that names its city in brackets",
    `中国（上海）自由贸易试验区临港新片区管理委员会关于印发《临港新片区甲若干措施》的通知
沪自贸临管规范〔2022〕3号
各有关单位：
现印发给你们。`,
    { jurisdiction: "上海市", documentNumber: "沪自贸临管规范〔2022〕3号" },
  ],
  [
    "the head of a page above its block of labels, cells parted as tables part them",
    `今天是2026年 欢迎访问 甲市人民政府
索 引 号：；11420000/2024-00123；主题分类：；商贸
发文机关：甲市人民政府；成文日期：；2024年04月08日
标　　题：甲市人民政府关于促进消费的实施意见；有效性：；有效
发文字号：；甲政发〔2024〕6号；发布日期：2024年04月12日
甲市人民政府关于
促进消费的实施意见
甲政发〔2024〕6号
各县、区人民政府：
现提出如下意见。`,
    {
      title: "甲市人民政府关于促进消费的实施意见",
      issuers: ["甲市人民政府"],
      documentNumber: "甲政发〔2024〕6号",
      publishedOn: "2024-04-12",
    },
  ],
  [
    "a title above its block of labels, with a heading below it",
    `甲市燃气安全管理规定
发布机构：甲市城市管理局 发布日期：2024-06-03
申报对象
甲市的燃气企业。`,
    { title: "甲市燃气安全管理规定" },
  ],
];

describe("notices, measures and announcements of cities and ministries", () => {
  it.each(CASES)("reads %s", (_what, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});
