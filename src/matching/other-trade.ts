import { industriesIn, industryWithin } from "../measures/industries.ts";
import type { Facts } from "./facts.ts";
import type { Judgement } from "./judgement.ts";
import { judged } from "./judgement.ts";
import { pairsFound, plainWords, wantedPairs } from "./plain-words.ts";

/** Trades that go by their own names, all of them far from those that make things. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  "房地产",
  "金融",
  "烟草",
  "娱乐业",
  "住宿餐饮",
  "教育",
  "养老",
]);

/** Trades that make things: who lives on one of them is of none of `OWN_NAMES`. */
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
]);
/** Goods that name the trade of who makes them. */
const GOODS = /(?:阀门|轴承|水泵|电机|模具|机床|零部件|配件|紧固件|齿轮|传感器|仪表|电缆|农机|机械|软件)$/;
/** 机器人餐厅 and 新能源投资 are no makers: nothing but this may stand behind the trade. */
const BEHIND = /(?:的|研发|生产|制造|加工|开发|产品|零部件|配件|企业|公司)+$/;

const STATES =
  /(?:我们|公司|厂子?|企业|主要|专门|专业|一直|一家|是)?(?:做|生产|从事|主营|主业(?:是|做)|主要经营|加工|制造|卖|研发|开发|设计|办|搞|开了?(?!始|通|发|展|业|户|票|源|工|会(?!计)))(?<what>[一-龥A-Za-z]{2,})/u;

/** 研发费用, 做了改造: what is done, not what one lives on. */
const NO_TRADE = /^(?:了|过|好|完|得|到|大|强|研发$|研发用|办公|改造|项目|质押|人|费用|备案|承诺|股改|登记)/;

const makes = (what: string): boolean => {
  const bare = what.replace(BEHIND, "");
  return (
    GOODS.test(bare) || industriesIn(bare).some(({ name, end }) => MAKERS.has(name) && end === bare.length)
  );
};

/**
 * Whether a description names the trade that a company lives on, and one that is none of those that a condition rules
 * out, which is `unmet`; null where it does not say so of all that it does: 开KTV的 is no other trade than 娱乐业.
 * @param names - the industries that are ruled out
 * @param others - trades that are ruled out, in words of their own, of which nothing is known
 */
export const judgeOtherTrade = (
  { parts, industries }: Facts,
  names: readonly string[],
  others: readonly string[] = [],
): Judgement | null => {
  if (others.length > 0 || !names.every((name) => OWN_NAMES.has(name))) return null;
  const stated = parts.flatMap(({ text, plain, denies, intendedFrom }) => {
    const what = denies || intendedFrom !== null ? undefined : STATES.exec(plain)?.groups?.["what"];
    return what === undefined || NO_TRADE.test(what) ? [] : [{ what, text }];
  });
  const [first] = stated;
  if (first === undefined || !stated.every(({ what }) => makes(what))) return null;
  const own = new Set(industries.flatMap((name) => [...industryWithin(name)]));
  const ruledOut = wantedPairs(plainWords(names.join("|")));
  const isNear = parts.some(({ denies, plain }) => !denies && pairsFound(wantedPairs(plain), ruledOut) > 0);
  return isNear || names.some((name) => own.has(name)) ? null : judged(false, "industries", first.text);
};
