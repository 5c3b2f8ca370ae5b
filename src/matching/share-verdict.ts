import { readQuantities } from "../measures/read-quantities.ts";
import type { NumberRange } from "../measures/requirement.ts";
import type { CountedThing } from "./counted-things.ts";
import type { DescribedPart } from "./described-parts.ts";
import type { DescribedVerdict, Said, TakenClaim } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";
import { givenPairs, pairsFound, wantedPairs } from "./plain-words.ts";
import { isIn } from "./ranges.ts";

/** A share that a condition asks for: of what, and of which part of it. */
interface Share {
  readonly whole: string;
  readonly part: string;
  readonly range: NumberRange;
}

const OTHER_SHARE = /增长|增加|下降|提高|研发(?:费用|投入|经费)|税|利润|股|负债|贷款|补助|学历|本科|大专/;
const AMONG = /^(?:其中|且|并|，)*(?<whole>[^，。]{2,20}?)(?:中|里)的?(?<part>[^，。]{2,24}?)占比/u;
const OF =
  /^(?:其中|且|并|，)*(?<part>[^，。\d]{2,30}?)(?:合计|之和)?占(?:比|(?<whole>[^，。\d]{0,14}?)(?:的?(?:比例|比重|占比))?)(?:应当?|须|均|为|达到?|不低于|不少于|超过|高于|在|的)*\d/u;

const shareIn = (plain: string): Share | null => {
  const quantities = readQuantities(plain).filter(({ range }) => range !== null);
  const [one] = quantities;
  if (one === undefined || quantities.length > 1 || one.unit !== "percent" || one.range === null) return null;
  const words = plain.replace(/（[^）]*）/g, "");
  const groups = (AMONG.exec(words) ?? OF.exec(words))?.groups;
  if (groups === undefined || OTHER_SHARE.test(words)) return null;
  return { whole: groups["whole"] ?? "", part: groups["part"] ?? "", range: one.range };
};

/** All that is said lies within what is asked, or none of it; null where some does. */
const holdsFor = (said: NumberRange | number, asked: NumberRange): boolean | null => {
  if (typeof said === "number") return isIn(said, asked);
  const low = said.min === null ? -Infinity : said.min + (said.minOpen ? 1e-6 : 0);
  const high = said.max === null ? Infinity : said.max - (said.maxOpen ? 1e-6 : 0);
  if (isIn(low, asked) && isIn(high, asked)) return true;
  return (asked.min !== null && high < asked.min) || (asked.max !== null && low > asked.max) ? false : null;
};

const verdict = (said: NumberRange | number, asked: NumberRange, words: string): DescribedVerdict => {
  const holds = holdsFor(said, asked);
  return holds === null ? UNKNOWN : { verdict: holds ? "met" : "unmet", said: words };
};

/** A number with the part that says it. */
interface SaidNumber extends CountedThing {
  readonly text: string;
  readonly plain: string;
}

const numbersIn = (parts: readonly DescribedPart[], unit: CountedThing["unit"]): readonly SaidNumber[] =>
  parts.flatMap(({ counted, text, plain, intendedFrom, denies }) =>
    intendedFrom === null && !denies
      ? counted.filter((each) => each.unit === unit).map((each) => ({ ...each, text, plain }))
      : [],
  );

const ROOM = /面积|场地|用房/;
const USES = /用|占|给/;
const OTHER_PERCENT = /收入|营收|销售|营业|员工|人|股|研发|长|利润|负债|税|率|出口|转化/;
const SUBJECT = /在孵|企业|公共|服务|工位|团队|孵化|办公|实验|生产/g;
/** Words for the same users of rooms. */
const SAME_USERS: Readonly<Record<string, string>> = {
  企业: "在孵",
  团队: "在孵",
  孵化: "在孵",
  服务: "公共",
};

const usersIn = (words: string): ReadonlySet<string> =>
  new Set((words.match(SUBJECT) ?? []).map((each) => SAME_USERS[each] ?? each));

/** 企业和公共服务用掉了八成五, or 6600 of 8000 square metres. */
const roomVerdict = ({ part, range }: Share, parts: readonly DescribedPart[]): DescribedVerdict => {
  const subjects = usersIn(part);
  // What more users fill, or others, is no share of those that are asked for.
  const isOf = (words: string): boolean => {
    const users = usersIn(words);
    return (
      !words.includes("物业") &&
      (subjects.size === 0 ||
        ([...subjects].every((each) => users.has(each)) &&
          // Rooms of tenants are counted with the shared ones (含公共服务面积), which the part in brackets says.
          [...users].every((each) => subjects.has(each) || (each === "公共" && subjects.has("在孵")))))
    );
  };
  const told = numbersIn(parts, "percent").filter(
    ({ before, plain }) => USES.test(before) && !OTHER_PERCENT.test(plain) && isOf(before),
  );
  const [share] = told;
  if (share !== undefined)
    return told.length === 1 ? verdict(share.range ?? share.value, range, share.text) : UNKNOWN;
  const areas = numbersIn(parts, "area");
  const [first, second] = areas.toSorted((a, b) => b.value - a.value);
  if (first === undefined || second === undefined || areas.length > 2) return UNKNOWN;
  const isPart =
    USES.test(second.before) &&
    isOf(second.before) &&
    !/用|占/.test(first.before.replace(/用房|使用面积|租用|自用/g, ""));
  return isPart && first.range === null && second.range === null
    ? verdict(
        Number(((second.value / first.value) * 100).toPrecision(12)),
        range,
        `${first.text}，${second.text}`,
      )
    : UNKNOWN;
};

const SALES = /营收|收入|销售额?|营业额/;
const MAIN = /主导产品|主营|主要产品|核心产品|主打/;
const BEFORE_SHARE =
  /(?<what>[一-龥]{1,10}?)(?:的?(?:收入|营收|销售额?))?(?:就|都|大概|大约|差不多|也)*占(?:了|到|去|总|公司|全部|年)*(?:营收|收入|销售额?|营业额)?的?(?:超过|约|近)?$/u;

/** 收入全部来自主业 (这一块 is written 这一元 in plain words), of what is sold stands before it: 主要做水泵，收入全部来自这一块. */
const ALL_SALES =
  /^[^，]{0,6}(?:营收|收入|销售额?)(?:几乎)?(?:全部|全都|全|都|100%|百分之百)+(?:是|来自于?|来源于|靠)(?:我们|公司)?(?<what>主业|主营业务|主营|主导产品|主要产品|核心产品|这[一两几三]?(?:样|块|元|项|个产品|类产品))(?:业务|产品)?$/u;

const allSales = (parts: readonly DescribedPart[]): string | null => {
  for (const [at, { plain, text, denies, intendedFrom }] of parts.entries()) {
    const what = denies || intendedFrom !== null ? undefined : ALL_SALES.exec(plain)?.groups?.["what"];
    if (what === undefined || /几乎/.test(plain)) continue;
    // 这两样 are what the part before says is made.
    const isNamed =
      !what.startsWith("这") || /主业|主营|主要|专门|主打|核心/.test(parts[at - 1]?.plain ?? "");
    if (isNamed) return text;
  }
  return null;
};

/** 阀门占到收入九成多, of who makes 船用阀门. */
const salesVerdict = ({ range }: Share, parts: readonly DescribedPart[]): DescribedVerdict => {
  const told = numbersIn(parts, "percent").flatMap((each) => {
    const to = each.plain.slice(0, each.at).replace(/\d.*$/, "");
    const what = BEFORE_SHARE.exec(to)?.groups?.["what"]?.replace(
      /^(?:去年|今年|上年)|(?:产品|类|这一?块|业务)$/g,
      "",
    );
    if (what === undefined || what === "" || /研发|员工|人员|出口|政府|其他|海外|线上|网上|利润|税/.test(to))
      return [];
    const isMain =
      MAIN.test(to) ||
      parts.some(
        ({ plain, text, denies }) =>
          !denies &&
          text !== each.text &&
          /做|生产|加工|主营|制造|经营/.test(plain) &&
          plain.includes(what.slice(-2)),
      );
    return isMain ? [each] : [];
  });
  const [one] = told;
  const all = told.length === 0 ? allSales(parts) : null;
  if (all !== null) return verdict(100, range, all);
  return one !== undefined && told.length === 1 ? verdict(one.range ?? one.value, range, one.text) : UNKNOWN;
};

/** 经营的农产品销售收入: what is sold, where the condition names it. */
const GOODS =
  /^(?:\|*)(?:企业|公司|其)?(?:生产|经营|加工|流通|销售|自产|、|和|及|或者?|的)*(?<goods>[一-龥]{2,6}?)(?:产品)?的?(?:营收|销售额?|收入)+$/u;

/** 销售收入8600万，其中农产品占九成五: of what the condition names itself. */
const goodsVerdict = ({ part, range }: Share, parts: readonly DescribedPart[]): DescribedVerdict => {
  const goods = GOODS.exec(part)?.groups?.["goods"];
  if (goods === undefined) return UNKNOWN;
  const told = numbersIn(parts, "percent").filter((each) => {
    const to = each.plain.slice(0, each.at);
    const at = parts.findIndex(({ text }) => text === each.text);
    const whole = /占[^，\d]*(?:营收|收入|销售额?)/.test(to) ? to : (parts[at - 1]?.plain ?? "");
    return (
      new RegExp(
        `^(?:去年|上年)?(?:其中|里面|当中)?(?:的)?${goods}(?:的?(?:营收|销售额?|收入))*(?:就|都|大概|约|差不多)?占`,
        "u",
      ).test(to) &&
      /营收|收入|销售额/.test(whole) &&
      !/出口|进口|利润|线上|网上|补助|政府|人员|员工/.test(whole)
    );
  });
  const [one] = told;
  return one === undefined || told.length > 1 ? UNKNOWN : verdict(one.range ?? one.value, range, one.text);
};

const stemOf = (words: string): string =>
  words.replace(/^(?:已|拥有|具有|有)+|(?:的)?(?:企业|团队|单位|公司|数量|数|家数)+$/g, "");

/** 在孵的里头有14家申请过专利, of 32. */
const countVerdict = ({ whole, part, range }: Share, parts: readonly DescribedPart[]): DescribedVerdict => {
  const of = stemOf(whole.replace(/总数|总量/g, ""));
  const wanted = wantedPairs(stemOf(part));
  if (of.length < 2 || wanted.size === 0) return UNKNOWN;
  const counted = numbersIn(parts, "piece").filter((each) => each.range === null);
  const isPart = ({ before, after }: SaidNumber): boolean =>
    pairsFound(wanted, givenPairs(`${before}|${/^[^，、]*/.exec(after)?.[0] ?? ""}`)) === wanted.size;
  const some = counted.filter((each) => isPart(each));
  const all = counted.filter(
    (each) => !isPart(each) && each.before.includes(of) && !/其中|里头|里面|毕业|新增/.test(each.before),
  );
  const [few] = some;
  const [many] = all;
  if (few === undefined || many === undefined || some.length > 1 || all.length > 1) return UNKNOWN;
  if (few.value > many.value || many.value === 0) return UNKNOWN;
  return verdict(
    Number(((few.value / many.value) * 100).toPrecision(12)),
    range,
    `${many.text}，${few.text}`,
  );
};

/**
 * 在孵企业使用面积占比不低于75%, 主导产品收入占营业收入的60%以上, 在孵企业中已申请专利的企业占比不低于30%: takes the claim about a
 * share out of plain words; null where there is none.
 */
export const takeShare = (plain: string): TakenClaim | null => {
  const share = shareIn(plain);
  if (share === null) return null;
  const judge = ({ parts }: Said): DescribedVerdict => {
    if (ROOM.test(share.part)) return roomVerdict(share, parts);
    if (SALES.test(share.part) && SALES.test(share.whole))
      return MAIN.test(share.part) || share.part === "营收"
        ? salesVerdict(share, parts)
        : goodsVerdict(share, parts);
    return countVerdict(share, parts);
  };
  return { judge, rest: "" };
};
