import { industriesIn, industryWithin } from "../measures/industries.ts";
import type { Facts } from "./facts.ts";
import type { Judgement } from "./judgement.ts";
import { judged } from "./judgement.ts";
import { pairsFound, plainWords, wantedPairs } from "./plain-words.ts";

/** Trades that serve, build or lend: whoever lives on making or selling goods is of none of them. */
const SERVICE =
  /^(?:(?:类|准|商业)?(?:房地产|房产|地产|物业|金融|投资|私募|基金|商业银行|银行|证券|保险|信托|典当|担保|小额贷款|劳务派遣|人力资源|中介|咨询|会计|法律|律师|审计|教育|培训|餐饮|住宿|宾馆|酒店|娱乐|博彩|彩票|养老|建筑施工|建筑|施工|商铺|会议场地)业?(?:和|及)?(?:服务|开发|经营|策划|租赁|出租|管理)?)+$/;
/** Goods in bulk: whoever makes or sells finished goods of another name has nothing to do with them. */
const BULK =
  /^(?:钢铁|焦化|水泥|平板玻璃|炼油|轮胎|电解铝|煤炭|煤电|矿产(?:资源)?(?:开采)?|采矿|成品油|石油|原油|石油及制品|汽车|烟草|烟花爆竹)(?:批发|零售|销售|开采|生产|经营)*$/;
const TRADE = /^(?:批发零售|批发|零售|商贸|商品贸易|贸易)$/;

/** 从事房地产开发的企业, 新增水泥产能: what the trade is called. */
const bareTrade = (words: string): string =>
  words
    .replace(/^(?:企业|项目)?(?:主要)?(?:从事|主营(?:业务)?|属于|为|以|新增|经营|的|\||等)+/, "")
    .replace(/(?:的?(?:企业|单位|公司|机构|项目|行业|产业|产能|业务|主业|活动)|类|业|的|等|\|)+$/, "")
    .replace(/等(?=[一-龥])/, "");

/** Trades that make things: who lives on one of them makes goods. */
const MAKERS: ReadonlySet<string> = new Set([
  "集成电路",
  "生物医药",
  "医疗器械",
  "高端装备制造",
  "机器人",
  "新能源汽车",
  "新能源",
  "新材料",
  "航空航天",
  "先进制造业",
  "制造业",
  "人工智能",
  "网络安全",
  "物联网",
]);
/** Goods by the end of their name, which names the trade of who makes or sells them. */
const GOODS =
  /(?:阀门|水泵|(?<![司商])机|模具|机床|(?<![案文证条快邮])件|齿轮|传感器|[仪电手]表|仪器|电缆|机械|器|器械|家具|工具|玩具|餐具|灯具|刀具|渔具|文具|座椅|轴承|五金|关节|模组|模块|芯片|(?<!充)电池|膜|钢管|面料|涂料|饮料|塑料|复合材料|装备|设备|(?:童|女|男|运动|皮|布)鞋|鞋[帽类]|服装|(?:童|女|男)装|[妆肤日]品|用品|食品|制品|葡萄酒|白酒|黄酒|啤酒|汽车电子|电子元器件|软件|大数据|云计算|车联网)$/;
/** 机器人餐厅 and 新能源投资 are no makers: nothing but this may stand behind the trade. */
const MADE = /(?:的|研发|生产|制造|加工|开发|产品|零部件|配件|(?:有限|股份|责任)*公司|企业|厂家?|一样东西)+$/;
const SOLD = /(?:(?:的|线上|网上|线下)?(?:出口|外贸|外销|销售|批发|零售|贸易)(?:的|企业|公司|有限|生意)*)+$/;

const VERB = "(?:做|生产|从事|主营|主业(?:是|做)|主要经营|加工|制造|卖|研发|开发|设计|办|搞)";
const STATES = new RegExp(
  `(?:${VERB}(?:[和及与、](?=${VERB}))?|开了?(?!始|通|发|展|业|户|票|源|工|会(?!计)))+(?<what>[一-龥A-Za-z、]{2,})`,
  "u",
);
/** 观山湖区的大数据公司 */
const IS_COMPANY = /是[^，。]{0,14}?(?<what>[一-龥A-Za-z]{2,})(?:公司|企业)$/u;

/** 是有限公司, 是规上企业: no trade. */
const NO_KIND =
  /(?:有限(?:责任)?|股份|规上|规下|限上|限下|以上|以下|小微|中小|小型|中型|大型|微型|国有|国营|民营|私营|[外台港日韩美德法中合]资|高新技术|高新|科技型?|上市|挂牌|初创|本地|当地|注册|成立|独立|法人|这家|一家|专精特新|新)$/;

/** 研发费用, 做了改造: what is done, not what one lives on. */
const NO_TRADE =
  /^(?:了|过|好|完|得|到|大|强|在|和|与|及|由|中心|研发的?$|研发用|办公|改造|项目|质押|人|费用?|备案|承诺|股改|登记|花|投|占|统计|辅助|活动|支出|经费|设备原|仪器原|机构|报表|理|正常|经营)/;
/** 买了加工中心: bought, not made. */
const BOUGHT = /买|购|换|租/;

const makes = (what: string, sells: boolean): boolean => {
  const bare = (sells ? what.replace(SOLD, "") : what).replace(MADE, "");
  return (
    GOODS.test(bare) || industriesIn(bare).some(({ name, end }) => MAKERS.has(name) && end === bare.length)
  );
};

/** What a company says that it lives on, each with the words that say it. */
const statedTrades = ({ parts }: Facts): readonly { readonly what: string; readonly text: string }[] =>
  parts.flatMap(({ text, plain, denies, intendedFrom }) => {
    if (denies || intendedFrom !== null) return [];
    const found = STATES.exec(plain);
    const kind = found === null ? IS_COMPANY.exec(plain)?.groups?.["what"] : undefined;
    const what = found?.groups?.["what"] ?? (NO_KIND.test(kind ?? "") ? undefined : kind);
    const isOwn = what !== undefined && !NO_TRADE.test(what);
    return isOwn && !BOUGHT.test(plain.slice(0, found?.index ?? 0)) ? [{ what, text }] : [];
  });

/** 卖服装的: who trades is not told from a maker by what is traded. */
const TRADES = /卖|销售|批发|零售|代理|经销|贸易|开店|门店|网店|拿货|进货/;

/** Whether it makes what it lives on, and does not only trade in it. */
const isMaker = ({ rdSpending, parts }: Facts): boolean =>
  !parts.some(({ plain }) => TRADES.test(plain)) &&
  (rdSpending !== null ||
    parts.some(
      ({ plain, denies }) => !denies && /(?:我们|自己|自有)?(?:生产|制造|研发|开厂|工业)|厂$/.test(plain),
    ));

/** How a trade is carried on. */
const TRADING = /批发|零售|销售|开采|生产|经营|及|制品|资源/g;

const charactersIn = (words: string): ReadonlySet<string> => new Set(words.replace(TRADING, ""));

/**
 * Whether a description names the trade that a company lives on, and one that is none of those that a condition rules
 * out, which is `unmet`; null where it does not say so of all that it does: 开KTV的 is no other trade than 娱乐业.
 * @param trades - the trades that are ruled out, in words of the text or by the names of industries
 */
export const judgeOtherTrade = (facts: Facts, trades: readonly string[]): Judgement | null => {
  const ruledOut = trades.map((each) => bareTrade(each));
  const bulk = ruledOut.filter((each) => BULK.test(each));
  const trading = ruledOut.some((each) => TRADE.test(each));
  const isKnown = ruledOut.every((each) => SERVICE.test(each) || BULK.test(each) || TRADE.test(each));
  if (!isKnown || (trading && !isMaker(facts))) return null;
  const stated = statedTrades(facts);
  const [first] = stated;
  if (first === undefined) return null;
  const pieces = stated.flatMap(({ what }) => what.split(/[、和及与兼也还]/));
  if (!pieces.every((what) => makes(what, !trading))) return null;
  const own = new Set(facts.industries.flatMap((name) => [...industryWithin(name)]));
  const words = wantedPairs(plainWords(ruledOut.map((each) => each.replace(TRADING, "") || each).join("|")));
  const isNear = facts.parts.some(
    ({ denies, plain }) => !denies && pairsFound(wantedPairs(plain), words) > 0,
  );
  const isSame = stated.some(({ what }) =>
    bulk.some((each) => [...charactersIn(each)].some((character) => what.includes(character))),
  );
  return isNear || isSame || trades.some((name) => own.has(name))
    ? null
    : judged(false, "industries", first.text);
};
