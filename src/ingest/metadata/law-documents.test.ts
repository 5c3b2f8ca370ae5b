import { describe, expect, it } from "vitest";
import { normalise } from "../normalise.ts";
import { readMetadata } from "./read-metadata.ts";

const read = (text: string) => readMetadata(normalise(text), "文件.txt");

/** Heads and closings of laws, decrees and decisions; names and numbers are invented. */
const CASES: readonly (readonly [string, string, Partial<ReturnType<typeof read>>])[] = [
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

describe("laws, decrees and decisions", () => {
  it.each(CASES)("reads %s", (_what, text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });
});
