import { industriesIn, industryWithin } from "../measures/industries.ts";
import type { Facts } from "./facts.ts";
import type { Judgement } from "./judgement.ts";
import { judged } from "./judgement.ts";
import { pairsFound, plainWords, wantedPairs } from "./plain-words.ts";

/** Trades that go by their own names: who says what else it does is not of them. Anything may be of a wider field. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  "房地产",
  "金融",
  "烟草",
  "娱乐业",
  "住宿餐饮",
  "教育",
  "养老",
]);
/** Bodies that are what they do. */
export const NAMED_TRADE = /劳务派遣|银行|担保|基金|投资(?:机构|企业)|律师|会计师|幼儿园|医疗机构|养老机构/;

const STATES =
  /(?:我们|公司|厂子?|企业|主要|专门|专业|一直|一家|是)?(?:做|生产|从事|主营|主业(?:是|做)|主要经营|加工|制造|卖|研发|开发|设计|办|搞|开了?(?!始|通|发|展|业|户|票|源|工|会(?!计)))(?<what>[一-龥A-Za-z]{2,})/u;
/** 做研发用, 做了改造: what is done, not what one lives on. */
const NO_TRADE =
  /^(?:了|过|好|完|得|到|大|强|研发$|研发用|办公|改造|项目|质押|什么|人|的(?!是)|费用|备案|承诺|股改|登记)/;

/**
 * Whether a description says what a company lives on and none of the trades that a condition rules out, which is `unmet`;
 * null where it does not say, or where what it says may be of them.
 * @param names - the industries that are ruled out
 * @param others - trades that are ruled out, in words of their own
 */
export const judgeOtherTrade = (
  { parts, industries }: Facts,
  names: readonly string[],
  others: readonly string[] = [],
): Judgement | null => {
  if (!names.every((name) => OWN_NAMES.has(name))) return null;
  const stated = parts.flatMap(({ text, plain, denies, intendedFrom }) => {
    const what = denies || intendedFrom !== null ? undefined : STATES.exec(plain)?.groups?.["what"];
    return what === undefined || NO_TRADE.test(what) ? [] : [{ what, text }];
  });
  const [first] = stated;
  if (first === undefined) return null;
  const said = [...industries, ...stated.flatMap(({ what }) => industriesIn(what).map(({ name }) => name))];
  const own = new Set(said.flatMap((name) => [...industryWithin(name)]));
  const ruledOut = wantedPairs(plainWords([...names, ...others].join("|")));
  const isNear = parts.some(({ denies, plain }) => !denies && pairsFound(wantedPairs(plain), ruledOut) > 0);
  return isNear || names.some((name) => own.has(name)) ? null : judged(false, "industries", first.text);
};
