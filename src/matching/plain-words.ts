import { foldText } from "../measures/fold-text.ts";

/** What texts and people name differently, written one way. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)个(?=人)/g, ""],
  [/块钱?(?=[，。；]|$)/g, "元"],
  [/平方米|平方(?!公里)|平米|㎡/g, "平方米"],
  [/研究与?(?:试验)?(?:开发|发展)/g, "研发"],
  [/职工|雇员/g, "员工"],
  [/分公司|分店|子公司|分支公司/g, "分支机构"],
  [/全国中小企业股份转让系统|全国股转系统|股转系统/g, "新三板"],
  [/首次公开发行(?:股票)?(?:并上市)?|IPO/gi, "上市"],
  [/(?:上海|深圳|北京|香港)?证券交易所|上交所|深交所|北交所|港交所/g, "证券交易所"],
  [/缴纳税[收款]|缴税|交税|税收缴纳|依法纳税/g, "纳税"],
  [/社会保险费?|五险/g, "社保"],
  [/(?:奖补|奖励|补贴|补助|资助|扶持)(?:资金|政策|经费|款)?(?:支持)?/g, "补助"],
  [/(?<=[国省市区县])(?:里|级里)的?/g, "级"],
  [/劳动用工合同|用工合同/g, "劳动合同"],
  [/本科及以上|本科或以上/g, "本科以上"],
  [/首台（?\/?套）?/g, "首台套"],
  [/第一次|首度|头一次/g, "首次"],
  [/租约|租期|租赁期限?|(?:租赁|租房|房屋租赁)合同(?:期限)?/g, "租用合同"],
  [/租用|承租|租赁|租(?=了|的)/g, "租用"],
  [/购置|购买|采购|买(?=了|的|设备)/g, "购置"],
  [/写字楼|商品房|商铺|住宅|别墅|(?<=购置了?[一-龥\d]{0,4})(?:房子|房产|住房|办公楼|厂房)/g, "不动产"],
  [/完工|竣工|建成/g, "完工"],
  [/缴纳|缴(?=了|满|足)|交(?=了|满|的社保|社保)/g, "缴纳"],
  [/参加失业保险|失业保险费/g, "失业保险"],
  [/占(?:企业|公司|单位|全部|总|业务|本企业)+(?=收入|员工|人)/g, "占"],
  [/营业总?收入|主营业务收入|主营收入|销售收入|营业额/g, "营收"],
  [/增速|增幅|增长率|增长幅度/g, "增长"],
  [/签订|签署|签(?=[了过的\d一二三四五])/g, "签订"],
  [/选出来|选出|推选/g, "选举"],
  [/(?<=\d)平(?=[，。；、]|$)/g, "平方米"],
  [/应届/g, "毕业年度"],
  [/专利权/g, "专利"],
  [/贷了/g, "贷款"],
  [/钱(?=[，。；]|$)/g, "资金"],
  [/卖出去?|卖掉|售出/g, "销售"],
  [/全新(?=的?(?:$|[，。；]))/g, "不是二手"],
  [/明晰|清晰|明确/g, "清楚"],
  [/直营店/g, "直营门店"],
  [/新开(?![发工通始拓展放盘设])[了出]?/g, "新开设"],
  [/标煤/g, "标准煤"],
  [
    /(?:本息|本金和利息|本金利息)(?:一直|都|均|全部?|也)*(?:按[时期]|如期)(?:足额)?(?:归还|偿还|还)(?:款|上|清)?|(?:按[时期]|如期)(?:足额)?(?:归还|偿还|还)(?:贷款)?本息|按期还本付息/g,
    "按时还本付息",
  ],
  [/(?:综合)?能源(?:消费|消耗)(?:总)?量|综合能耗/g, "能耗"],
  [/技术改造|技改/g, "改造"],
  [/股份制改造|股改/g, "股份制改造"],
  [/装好/g, "安装"],
  [/持股比例|持股占比|占股比?例?/g, "持股"],
  [/国企/g, "国有企业"],
  [/(?:知识产权|专利)质押/g, "知识产权质押"],
  [/(?<![归偿退])还了(?=[，。；]|$)/g, "归还"],
  // 贷款逾期未还 is no denial; 发票都是真的 is one of 虚假.
  [/逾期(?:未|不|没有?)(?:归还|偿还|还款|还清?|缴纳?|付清?|支付)/g, "逾期"],
  [/(?:真实有效|真实|真的|属实)(?=[，。；、]|$)/g, "不虚假"],
  // 近三年没有… says when, it counts nothing.
  [/近[一二两三四五12345]年以?内/g, "近年来"],
  [/个体户/g, "个体工商户"],
  [/(?:可以?|能够?)?自(?:己|主|行)(?:可以?|能够?)?支配/g, "自主支配"],
  [/(?<![满\d近订])一年(?=[一-龥])(?![以之]?[内上前后]|租用|合同|劳动|期|多|半|的|左右|左右)/g, "年"],
  [/[^，。]{0,10}(?:所需|所必需|必要|相应|必备)的/g, ""],
];

/** Most words have one way to be written: one look tells. */
const ANY_SAME = new RegExp(SAME.map(([{ source }]) => `(?:${source})`).join("|"), "iu");

/** Words that look like a denial and are none. */
const NO_DENIAL =
  /(?:没有?|未)(?:完全|全部)?(?:解决|还清|补缴|结清|付清|缴清|整改|处理|移出|修复)|非法|非营利|非全日制|非学历|不良|不实|不当|无障碍|无锡|未央|无为市|无极县|无棣|不动产|非物质|非遗|无人机|无线|无形|不锈|非标|非公|非银|未来|未成年|不(?:得|应|能)?(?:少于|低于|超过|高于|大于|小于|足|满|到)|不仅|不但|不断|不限|不论|无论|非常(?!规)|不错/g;

/** Words that say nothing of what a sentence is about. */
const EMPTY =
  /近[一二两三四五12345]年来?|前[一二两三四五12345]年|这[一二两三四五]年|今年|当年|去年|上一?年度?|最近|目前|已经|[已的了过]|应当?|[须需]|具有|具备|拥有|享受|获得|取得|获评|评上|评为|拿到?|领取?|(?<!自)有|[为是在等及和与或并且其都也获得]|(?<![节智性功产动势])能(?![源耗力量效])|申请|申报|企业|公司|我们|单位|项目|要求|条件|任何|一直|从来|从|能够|以上|以下|至少|达到|满|被|经|通过|资金|支持|记录|情形|行为|还(?!清|款|本|贷)|尚|暂|曾|全部|均|该|某|同类|类似|其他|相关|有关|所(?=[列属有])|受到?|发生|出现|存在|办理|人员|依法|参加|特定|一定|在?[本我全][市区省县]|给予|分阶段|一次性|[做搞干]|称号|荣誉|使用|采用|利用|同比|实行|进行|实施|完成|实现|属于|员工|时间|日期|正在(?=承担|实施|执行)/g;

/** A text folded and written the one way that texts are compared in. */
export const plainWords = (text: string): string => {
  const folded = foldText(text);
  return ANY_SAME.test(folded)
    ? SAME.reduce((plain, [pattern, word]) => plain.replace(pattern, word), folded)
    : folded;
};

const NEGATION = /[不未无没非]/g;

/** Whether a text denies: an odd number of denials. */
export const denies = (plain: string): boolean =>
  (plain.replace(NO_DENIAL, "").match(NEGATION)?.length ?? 0) % 2 === 1;

const addPairs = (pairs: Set<string>, text: string): void => {
  for (const run of text.match(/[一-龥A-Za-z\d]+/g) ?? [])
    for (let at = 0; at + 1 < run.length; at += 1) pairs.add(run.slice(at, at + 2));
};

/** Those of `NO_DENIAL` that name something. */
const NAMES = /(不动产|不锈|无人机|无线|无形|无障碍|非物质|非遗|非标|非公|非学历|非全日制|未成年)/;

/** Without denials and words that say nothing; 购买不动产 says more than that something is bought. */
const bare = (plain: string, gap: string): string =>
  plain
    .split(NAMES)
    .map((piece) =>
      NAMES.test(piece) ? piece : piece.replace(NO_DENIAL, gap).replace(NEGATION, gap).replace(EMPTY, gap),
    )
    .join("");

/** The pairs of characters that the words with a meaning are made of. */
export const wantedPairs = (plain: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  addPairs(pairs, bare(plain, "|"));
  return pairs;
};

/** The same, with those that empty words stand between: 省级的研发 says 省级研发. */
export const givenPairs = (plain: string): ReadonlySet<string> => {
  const pairs = new Set<string>();
  addPairs(pairs, plain);
  addPairs(pairs, bare(plain, "|"));
  addPairs(pairs, bare(plain, ""));
  return pairs;
};

/** The words between denials and words that say nothing; single characters stay, as 并 does in 并网. */
export const runsOfWords = (plain: string): readonly string[] =>
  plain
    .replace(/[不未无没的了过]/g, "|")
    .replace(EMPTY, (word) => (word.length > 1 ? "|" : word))
    .match(/[一-龥A-Za-z\d]+/g) ?? [];

/** How many of the wanted pairs are given. */
export const pairsFound = (wanted: ReadonlySet<string>, given: ReadonlySet<string>): number => {
  let found = 0;
  for (const pair of wanted) if (given.has(pair)) found += 1;
  return found;
};
