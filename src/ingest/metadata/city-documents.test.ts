import { describe, expect, it } from "vitest";
import { normalise } from "../normalise.ts";
import { readMetadata } from "./read-metadata.ts";

const read = (text: string) => readMetadata(normalise(text), "文件.txt");

/** Heads and closings as city governments, congresses and ministries write them; names and numbers are invented. */
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
    "a law amended by decisions, 自公布之日起 counted from its first adoption",
    `中华人民共和国甲税法
（1980年9月10日第五届全国人民代表大会第三次会议通过　根据1993年10月31日第八届全国人民代表大会常务委员会第四次会议《关于修改〈中华人民共和国甲税法〉的决定》第一次修正　根据2018年8月31日第十三届全国人民代表大会常务委员会第五次会议《关于修改〈中华人民共和国甲税法〉的决定》第二次修正）
第一条　有所得的，缴税。
第二十二条　本法自公布之日起施行。`,
    { publishedOn: "2018-08-31", effectiveFrom: "1980-09-10", issuers: ["全国人民代表大会"] },
  ],
  [
    "a law revised as a whole, 自公布之日起 counted from the revision",
    `上海市甲管理条例
（2001年11月14日上海市第十一届人民代表大会常务委员会第三十三次会议通过　根据2009年2月24日上海市第十三届人民代表大会常务委员会第九次会议《关于修改〈上海市甲管理条例〉的决定》修正　2022年9月22日上海市第十五届人民代表大会常务委员会第四十四次会议修订）
第一条　为了加强管理，制定本条例。
第六十六条　本条例自公布之日起施行。`,
    { publishedOn: "2022-09-22", effectiveFrom: "2022-09-22", jurisdiction: "上海市" },
  ],
  [
    "a regulation that the congress of the province approved",
    `昆明市甲条例
（2021年10月29日昆明市第十四届人民代表大会常务委员会第四十一次会议通过　2022年1月17日云南省第十三届人民代表大会常务委员会第二十八次会议批准）
第一条　为了促进，制定本条例。
第四十条　本条例自2022年5月1日起施行。2003年11月1日起施行的《昆明市乙条例》同时废止。`,
    {
      issuers: ["昆明市人民代表大会常务委员会"],
      publishedOn: "2022-01-17",
      effectiveFrom: "2022-05-01",
      repeals: ["昆明市乙条例"],
    },
  ],
  [
    "rules amended by a later decree",
    `杭州市甲暂行规定
（2019年3月4日杭州市人民政府令第314号公布　根据2022年5月6日杭州市人民政府令第333号公布的《杭州市人民政府关于修改〈杭州市甲规定〉等7件规章的决定》修正）
第一条　甲。
第二十条　本规定自公布之日起施行。`,
    {
      documentNumber: "杭州市人民政府令第314号",
      publishedOn: "2022-05-06",
      effectiveFrom: "2019-03-04",
    },
  ],
  [
    "a decision that names how what it repeals was adopted",
    `河北省人民代表大会常务委员会关于废止《河北省甲条例》的决定
（2022年3月30日河北省第十三届人民代表大会常务委员会第三十次会议通过）
河北省第十三届人民代表大会常务委员会第三十次会议决定：
废止2004年7月30日河北省第十届人民代表大会常务委员会第十次会议通过的《河北省甲条例》。
本决定自公布之日起施行。`,
    { repeals: ["河北省甲条例"], effectiveFrom: "2022-03-30", jurisdiction: "河北省" },
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
    "a decree whose number has its kind behind it; working days, which cannot be counted",
    `武汉市人民政府令
第312号令
《武汉市甲办法》已经市人民政府常务会议审议通过，现予公布，自发布之日起10个工作日后施行。
市长 王某某
2022年3月28日
武汉市甲办法
第一条　甲。`,
    {
      title: "武汉市甲办法",
      documentNumber: "武汉市人民政府令第312号",
      publishedOn: "2022-03-28",
      effectiveFrom: null,
    },
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
  [
    "a decision that strikes provisions out and adds others",
    `国务院关于修改部分行政法规的决定
一、将《甲条例》第四十八条修改为：“……”
二、删去《乙办法》第三条。
三、在《丙条例》第五条后增加一条。
四、对《丁条例》作如下修改：
五、在《戊条例》施行前，按原规定执行。`,
    {
      relations: ["甲条例", "乙办法", "丙条例", "丁条例"].map((title) => ({
        kind: "amends",
        title,
        documentId: null,
      })),
    },
  ],
];

describe("documents of cities, congresses and ministries", () => {
  it.each(CASES)("reads %s", (_what, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});
