import type { OrganisationKind, TextSpan } from "./requirement.ts";

interface Noun {
  readonly pattern: string;
  readonly kinds: readonly OrganisationKind[];
}

const ANY_BODY: readonly OrganisationKind[] = ["enterprise", "institution", "university"];

const NOUNS: readonly Noun[] = [
  // A body that serves, runs or incubates may be a company as well.
  { pattern: "企事业单位|(?<=的|服务|运营|创业|孵化)机构", kinds: ANY_BODY },
  {
    pattern: "企业法人|法人企业|(?<!非)企业|公司|(?:个人)?工作室|经营主体|市场主体|商户|运营主体",
    kinds: ["enterprise"],
  },
  { pattern: "高等院校|高等学校|高校院所|高校|院校|大学(?!生|本科|专科|科技园)", kinds: ["university"] },
  {
    pattern:
      "事业法人|事业单位|科研院所|科研单位|科研机构|研究机构|研究院所|(?<!企业)研究院|研发机构|医疗机构|医疗卫生机构|医院|社会组织法人|社会组织|社会团体|行业协会|协会|学会|院所|(?<!分支|下属|经办|中介|评估|检测|认证|培训|第三方|专业|管理|担保|投资|保险|财务|组织|治理|内设|法人|征信|评级|审计|服务|运营|创业|孵化)机构",
    kinds: ["institution"],
  },
  {
    // Who founds a company asks as a person or as that company.
    pattern: "(?:创业)?领军人才|创业人才|创业者|创业人员",
    kinds: ["person", "enterprise"],
  },
  {
    pattern:
      "自然人|个人(?!(?:直接|间接|合计|累计|实际)*(?:持股|持有|出资|占股)|股份|征信|信用|所得|承诺|简历|账户)|人才|毕业生|大学生|居民|留学人员",
    kinds: ["person"],
  },
  {
    pattern:
      "国家机关|机关|团体|个体经济组织|法人单位|(?<!非企业)单位(?!产值|面积|能耗|GDP|地区|成本|时间|工程|担保)|申报主体|申请主体|主体|组织",
    kinds: ANY_BODY,
  },
];

const NOUN = NOUNS.map(({ pattern }) => `(?:${pattern})`).join("|");
const AT_PLACE = NOUNS.map(({ pattern, kinds }) => ({ pattern: new RegExp(pattern, "uy"), kinds }));
const EACH = new RegExp(NOUN, "gu");
const CHAIN = new RegExp(
  `(?:${NOUN})(?:(?:（[^）]{0,12}）)?(?:等|、|和|或者?|及|以及|与|／|/){1,2}(?:${NOUN}))*`,
  "gu",
);

/** Words that may stand behind the noun that a phrase is about. */
const TAIL =
  /^(?:等|的|（[^）]*）|均?可(?:以)?(?:自愿)?(?:申报|申请|享受|参加).*|应当?.*|须.*|需.*|均.*|首次.*|当年.*|年度.*|(?:或者?|、|和|及|以及)[一-龥]{2,14}|(?:开展|上市|参与|承担|牵头|加大|联合|设立|建设|通过|获得|新建|购买|购置|租用|实施|引进|聘用|招用|在).*)?$/;
const HEAD =
  /(?:^|为|是|属于|属|对|对于|凡|凡是|支持|鼓励|引导|推动|培育|面向|符合条件的?|各类?|申报|申请|参评|参赛|用工|用人|所在|本市|我市|本区|我区|全市|全区|本省|我省|依托|具有|具备|业|类|型|科技|智能|能源|材料|软件|医药|物流|电路|网络|数据|机器人|环保|装备|金融|创意|民营|国有|外资|小微|参保|用人|骨干|龙头|领军|科创|辖区|区内|市内|园区|重点|创新|生产|加工|服务|经营|租赁|制片|发行|出口|贸易|纳税|困难|优质|注册的?|登记的?|控股|独资|派遣)$/;

const OBJECT_OF =
  /(?:建有|设有|建立|设立|拥有|配备|联合|委托|购买|依托|引进|共建|[与向](?![一-龥]*的$))[^，。]{0,10}$/;

/** 招用高校毕业生: whom a company takes on is not who asks. */
const TAKEN_ON = /(?:招用|吸纳|引进|聘用|录用|招聘|安置)[^，。；]{0,30}$/;

const HOW_MANY =
  /^(?:总?数|数量|合计|累计)?(?:不(?:得)?(?:少于|低于)|达到?|超过|至少|≥)?(?:\d+|[一二三四五六七八九十两]+)[人名位个家户](?!月)/;

/** A body or person that a part of a sentence is about; offsets into the part. */
export interface OrganisationReading extends TextSpan {
  readonly kinds: readonly OrganisationKind[];
}

/** What a noun stands for, by the words before it too. */
const kindsOf = (part: string, at: number, noun: string): readonly OrganisationKind[] =>
  AT_PLACE.find(({ pattern }) => {
    pattern.lastIndex = at;
    return pattern.exec(part)?.[0] === noun;
  })?.kinds ?? [];

/** 企业 and the like where they stand for who is addressed: at the beginning or the end of the part, or behind 为 or 的. */
export const organisationsIn = (part: string): OrganisationReading[] => {
  const found: OrganisationReading[] = [];
  for (const match of part.matchAll(CHAIN)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = part.slice(0, start);
    const isListed = before.endsWith("的") && /^、[^，。；]{2,}$/.test(part.slice(end));
    const isHead = isListed || HEAD.test(before) || TAIL.test(part.slice(end));
    if (!isHead) continue;
    // 建有独立的研发机构: what a company has, not what it is.
    const isObject = OBJECT_OF.test(part.slice(0, start)) && !/企业|公司|单位|主体/.test(match[0]);
    const isTakenOn =
      TAKEN_ON.test(part.slice(0, start)) && /高校|院校|大学|毕业生|大学生|人才|人员|个人/.test(match[0]);
    // 软件人才不少于10人的企业: how many a company has.
    const isCounted = HOW_MANY.test(part.slice(end));
    if (isObject || isTakenOn || isCounted) continue;
    const kinds = new Set(
      [...match[0].matchAll(EACH)].flatMap(({ 0: noun, index }) => kindsOf(part, start + index, noun)),
    );
    found.push({ start, end, kinds: [...kinds] });
  }
  return found;
};
