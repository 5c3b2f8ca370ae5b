import { industryWithin, isIndustry, ownIndustriesIn } from "../measures/industries.ts";
import type { ConditionTest } from "../measures/requirement.ts";
import type { Facts } from "./facts.ts";
import type { Judgement } from "./judgement.ts";
import { judged, open } from "./judgement.ts";

/** 不从事生产制造和教育: every one of the industries is denied. */
export const deniesIndustries = ({ parts }: Facts, names: readonly string[]): boolean => {
  const denied = new Set(
    parts.flatMap((part) => (part.denies ? ownIndustriesIn(part.text).map(({ name }) => name) : [])),
  );
  return names.every((name) => denied.has(name));
};

/** Trades that make things, though not all of them are called so. */
const MAKERS: ReadonlySet<string> = new Set([
  "集成电路",
  "生物医药",
  "医疗器械",
  "新能源",
  "新材料",
  "节能环保",
  "航空航天",
  "新一代信息技术",
  "农业",
]);
/** 食品机械制造: the field says itself that things are made. */
const SAYS_MADE = /(?:制造|生产|加工)(?:业|企业)?$/;

/** Whether things are made, where a text asks for makers of whatever it may be; null where it asks for others. */
const judgeMaker = (industries: readonly string[], names: readonly string[]): Judgement | null => {
  if (!names.includes("制造业")) return null;
  if (industries.some((each) => SAYS_MADE.test(each))) return judged(true, "industries", industries);
  // 汽车零部件: what it is about, not whether it is made or sold.
  const mayBe = industries.some((each) => MAKERS.has(each) || !isIndustry(each));
  return mayBe ? { verdict: "unknown", field: "industries", actual: industries } : null;
};

/** 海参加工, 脐橙: what is grown, raised or made of it has more names than any list. */
const MAY_BE_FARMED =
  /(?<!金属|五金|机械|塑料|钣金|模具|服装)(?:加工|种植|养殖|培育|育苗|酿造|饲料|屠宰|食品|[茶果菜菇菌鱼虾蟹参米面油酒奶肉蛋花苗竹粮豆薯橙橘柚枣])(?:业|产品|企业)?$/;

/** 稀土功能材料制造 as a company says it: 做稀土功能材料的. */
const stemOf = (trade: string): string => trade.replace(/(?:制造|加工|生产)?(?:业|产业|行业)?$/, "");
const STEM = 4;
/** 给风电装备企业写软件: the trade of others. */
const OF_OTHERS = /(?:为|给|向|帮|替|服务)[^，。]{0,8}$/;
const namesTrade = (text: string, trade: string): boolean => {
  const words = [trade, stemOf(trade)].find(
    (each, at) => (at === 0 || each.length >= STEM) && text.includes(each),
  );
  return words !== undefined && !OF_OTHERS.test(text.slice(0, text.indexOf(words)));
};

const MAKES = /(?:制造|加工|生产)业?$/;
const MAKES_NOTHING: ReadonlySet<string> = new Set([
  "软件和信息服务",
  "网络安全",
  "文化创意",
  "科技服务",
  "金融",
  "现代物流",
  "批发零售",
  "住宿餐饮",
  "商贸",
  "旅游",
  "建筑业",
  "房地产",
  "教育",
  "养老",
  "娱乐业",
  "租赁和商务服务",
]);

/** Whether the fields are among trades that a text lists in its own words: only who makes nothing is surely of no maker's. */
const judgeListed = (facts: Facts, others: readonly string[], isOpen: boolean): Judgement => {
  const isNone =
    !isOpen &&
    facts.sources.industries?.from === "field" &&
    others.every((each) => MAKES.test(each)) &&
    facts.industries.every((each) => MAKES_NOTHING.has(each));
  return isNone
    ? judged(false, "industries", facts.industries)
    : { verdict: "unknown", field: "industries", actual: facts.industries };
};

/** Whether the fields of business are among those that a text names. */
export const judgeIndustry = (
  facts: Facts,
  { names, open: isOpen, others = [], narrower }: Extract<ConditionTest, { kind: "industry" }>,
): Judgement => {
  // 电机: in the words of the text, as a field or in the description.
  const named = others.find(
    (each) =>
      facts.industries.some((own) => own === each || (stemOf(each).length >= STEM && own === stemOf(each))) ||
      facts.parts.some(({ text, denies }) => !denies && namesTrade(text, each)),
  );
  if (named !== undefined) return judged(true, "industries", named);
  if (names.length === 0 && facts.industries.length > 0) return judgeListed(facts, others, isOpen);
  if (names.length > 0 && deniesIndustries(facts, names))
    return judged(false, "industries", facts.industries);
  if (facts.industries.length === 0) return open("industries");
  const own = new Set(facts.industries.flatMap((name) => [...industryWithin(name)]));
  const meets = names.some(
    (name) => own.has(name) || facts.industries.some((each) => each.includes(name) || name.includes(each)),
  );
  const isSame =
    narrower === undefined || `${facts.description}，${facts.industries.join("，")}`.includes(narrower);
  if (meets)
    return isSame
      ? judged(true, "industries", facts.industries)
      : { verdict: "unknown", field: "industries", actual: facts.industries };
  const maker = judgeMaker(facts.industries, names);
  if (maker !== null) return maker;
  const mayBeFarmed =
    names.includes("农业") && facts.industries.some((each) => !isIndustry(each) && MAY_BE_FARMED.test(each));
  // A wider field than the one asked for, or a list that is left open, decides nothing.
  const wider = names.some((name) => facts.industries.some((each) => industryWithin(name).has(each)));
  const broad = names.some((name) => /战略性新兴|未来产业|高精尖|高新技术|现代服务业|数字经济/.test(name));
  // Of what a description says in words of its own it may be one of the others.
  const isTold = others.length > 0 && facts.sources.industries?.from !== "field";
  return isOpen || mayBeFarmed || wider || broad || isTold
    ? { verdict: "unknown", field: "industries", actual: facts.industries }
    : judged(false, "industries", facts.industries);
};
