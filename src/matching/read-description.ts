import { foldText } from "../measures/fold-text.ts";
import { ownIndustriesIn } from "../measures/industries.ts";
import { qualificationsIn } from "../measures/qualifications.ts";
import type { FactSource, Facts, Founding } from "./facts.ts";
import { readConduct } from "./read-conduct.ts";
import { readFoundingWords } from "./read-founding-words.ts";
import type { SaidNumbers } from "./read-said-numbers.ts";
import { readSaidNumbers } from "./read-said-numbers.ts";
import { placeName } from "./places.ts";
import { spokenText } from "./spoken-text.ts";

type Found<T> = { readonly value: T; readonly source: FactSource } | null;

const said = <T>(value: T, text: string): { readonly value: T; readonly source: FactSource } => ({
  value,
  source: { from: "description", text: text.trim() },
});

/** What a description says, each with the words that say it. Null where it says nothing. */
export interface Description {
  readonly numbers: SaidNumbers;
  readonly region: Found<string>;
  readonly founding: Found<Founding>;
  readonly foundedOn: string | null;
  readonly industries: Found<readonly string[]>;
  readonly qualifications: Found<readonly string[]>;
  readonly withoutQualifications: readonly string[];
  readonly organisation: Found<NonNullable<Facts["organisation"]>>;
  readonly needs: Found<readonly string[]>;
  readonly startup: boolean | null;
  readonly size: Facts["size"];
  readonly listed: boolean | null;
  readonly scale: boolean | null;
  readonly conduct: Facts["conduct"];
}

const NOT =
  /(?:不是|并非|没有|没拿|未能|尚未|还没|暂未|暂无|未获|还不|不属|没评|没被|未被|没|无|未|非|不具备|正在申[请报]|准备申[请报]|打算申[请报]|想申[请报]|计划申[请报]|想要?认定|想评|希望(?:申报|认定|获得)|拟申[请报]|申报中)(?:(?!但|而是|不过|却|已经?是|现在是)[^，。；]){0,8}$/;
const NOT_BEHIND =
  /^[^，。；]{0,6}(?:还没|尚未|没有|未)(?:获|拿|认|评|通过|取得|下来|办|入|列入|进)|^[^，。；]{0,6}没(?:能)?(?:获得|拿[到下]|认定|评[上过定到]|通过|取得|入[库选]|列入|进[库去])|^[^，。；]{0,4}(?:申请中|申报中|认定中|还在申请)/;

/** 客户里有高企, 帮客户拿到了高企证书, 为高企做咨询: somebody else's title. */
const OTHERS =
  /客户|母公司|子公司|股东|同行|供应商|合作伙伴|(?:帮|替|代|协助|辅导|服务|给(?!我|咱|公司|评|认定|发|了|予|企业评))[^，。；]*$|(?<!认定|评定?|列|授予|升级|[选成作])为(?:\d+|[一二三四五六七八九十百千几多]+)?(?:家|别人|他人|其他|企业|中小|很多|不少)/;
const FOR_OTHERS = /^[^，。；]{0,4}(?:提供|服务|做|办|申报|申请|代办|咨询)/;
const isOthers = (before: string, behind: string): boolean =>
  OTHERS.test(before) || (/(?:为|给|向|面向)$/.test(before) && FOR_OTHERS.test(behind));

/** 小巨人”和制造业单项冠军: what joins the titles of a list. */
const JOINS_TITLES =
  /^[”"」）]*(?:企业|称号|资质|证书|认定|荣誉)?(?:[、和与跟]|或者?|以及|及|还有){1,2}(?:国家|[省市区县])?级?(?:的|重点)?[“"「（]?$/;
/** 小巨人和单项冠军都没评上 is said of each. */
const NONE_BEHIND =
  /^(?:企业|称号|资质|证书|认定)?(?:我们)?(?:都|均|全|一个(?:都|也))(?:还|尚)?(?:没|未|不是|没有)/;

const readTitles = (text: string): { held: Found<readonly string[]>; without: readonly string[] } => {
  const held: string[] = [];
  const without: string[] = [];
  const words: string[] = [];
  const titles = qualificationsIn(text);
  const isJoined = (at: number): boolean =>
    JOINS_TITLES.test(text.slice(titles[at]?.end, titles[at + 1]?.start ?? 0));
  let wasDenied = false;
  for (const [at, { name, start, end }] of titles.entries()) {
    const part =
      text
        .slice(0, start)
        .split(/[，。；！？\n]/)
        .at(-1) ?? "";
    const isListed = at > 0 && isJoined(at - 1);
    let last = at;
    while (last + 1 < titles.length && isJoined(last)) last += 1;
    // 未获评小巨人和单项冠军 denies each of the list.
    wasDenied =
      NOT.test(part) ||
      (isListed && wasDenied) ||
      (last > at && NONE_BEHIND.test(text.slice(titles[last]?.end)));
    if (isOthers(part, text.slice(end))) continue;
    if (wasDenied || NOT_BEHIND.test(text.slice(end))) without.push(name);
    else {
      held.push(name);
      words.push(text.slice(start, end));
    }
  }
  return { held: held.length === 0 ? null : said([...new Set(held)], words.join("、")), without };
};

const BODIES: readonly {
  readonly organisation: NonNullable<Facts["organisation"]>;
  readonly pattern: RegExp;
}[] = [
  {
    organisation: "university",
    pattern: /(?:我们|我校|本校|是一?所)[^，。]{0,16}(?:高校|大学|学院)|我校|本校|我们(?:学校|大学)/,
  },
  {
    organisation: "enterprise",
    pattern:
      /公司|(?<!非)企业|工商注册|个体工商户|个体户|民宿|工厂|初创|创业团队|我司|厂家|厂(?=[，。；]|$)|店铺|制造商|供应商|工作室|合作社/,
  },
  {
    organisation: "institution",
    pattern:
      /研究院|研究所|科研院所|科研机构|事业单位|医院|养老院|福利院|幼儿园|敬老院|协会|学会|社会组织|基金会|民办非企业|事务所/,
  },
  { organisation: "university", pattern: /高校|大学(?!生|毕业|城|科技园)/ },
  {
    organisation: "person",
    pattern: /我是(?:一名|一个|个)|(?<![\d一二三四五六七八九十几])个人|应届|毕业生|求职|我本人|大学生/,
  },
];

const NEEDS: readonly { readonly need: string; readonly pattern: RegExp }[] = [
  { need: "融资", pattern: /融资|贷款|贴息|投资人|资金周转|信贷|找钱|股权投资/ },
  { need: "资金", pattern: /资金支持|补贴|奖励|补助|资助|奖补|经费|扶持资金/ },
  { need: "人才", pattern: /人才|招人|招聘|招工|用工|引才/ },
  { need: "场地", pattern: /场地|办公室|办公用房|厂房|用地|入驻|孵化器/ },
  { need: "租金", pattern: /租金|房租/ },
  { need: "税收", pattern: /税收|减税|免税|退税|税务优惠|加计扣除/ },
  { need: "落户", pattern: /落户|户口|居住证/ },
  { need: "上市", pattern: /(?:想|准备|计划|筹备|打算|拟)[^，。]{0,6}上市|IPO/ },
  {
    need: "认定",
    pattern: /(?:想|准备|计划|打算|申请|申报)[^，。]{0,10}(?:认定|高企|高新技术企业|专精特新|小巨人|瞪羚)/,
  },
  { need: "研发", pattern: /研发(?:补贴|支持|资助)|攻关|成果转化/ },
  { need: "市场", pattern: /订单|采购|应用场景|开拓市场|示范应用/ },
];

/** What must not be taken for the seat: where business goes, or where the team comes from. */
const ELSEWHERE =
  /(?:从|由|自)[一-龥]{2,8}?(?=(?:整体)?(?:搬|迁|转移))|(?:客户|产品销往|出口|业务覆盖|市场在|面向|分公司|毕业于|来自)[^，。；]{0,12}/g;

/** What a company says that it does not do is no industry of its own. */
const withoutDenied = (text: string): string =>
  text
    .replace(/软件著作权/g, "")
    .replace(/(?:不做|不从事|不搞|不涉及|不属于|不是|没有从事|并非|不管|不含)[^，。；！？\n]*/g, "");

const truth = (text: string, yes: RegExp, no: RegExp): boolean | null =>
  no.test(text) ? false : yes.test(text) ? true : null;

const IN_SCALE =
  /规上|规模以上|(?:已|刚|新|首次|第一次|(?<=[\d去前])年|(?<=\d)月)(?:经|刚)?(?:升|入|上)规(?!模|划|定|[^，。]{0,4}(?:目标|计划))/;
/** 预计明年升规, 有望今年入规: hoped for, which leaves it open. */
const HOPED_SCALE =
  /(?:预计|预期|预估|有望|目标|希望|力争|明年|后年|(?<![去前\d])年底|年内|未来|将|如果)[^，。；]{0,12}(?:规上|规模以上|(?:升|入|上)规)/g;
/** 还没上规, 争取明年升规: not yet among the larger ones; 没几年就上规了 says nothing of it. */
const BELOW_SCALE =
  /(?:不是|不算|(?:未|没|非)(?![^，。；规]{0,6}就)|尚未|不够|达不到|准备|打算|计划|争取|想|拟|冲刺|即将)[^，。；别其]{0,6}(?:规上|规模以上|(?:升|入|上)规(?!划|定|模(?!以上)))|规下|规模以下/;

/** 以前一直没到规上: of what was before nothing follows for today. */
const FORMERLY = /(?:以前|之前|过去|原来|此前|早先)[^，。；]*/g;

const isInScale = (words: string): boolean => IN_SCALE.test(words.replace(HOPED_SCALE, ""));

/** Whether a company is among the larger ones of the statistics; null where it is not said. */
const scaleIn = (text: string): boolean | null => {
  const now = text.replace(FORMERLY, "");
  const told = isInScale(now) ? now : text;
  return BELOW_SCALE.test(told) ? false : isInScale(told) ? true : null;
};

/** Reads a description in free text; relative times (去年, 三年前) count from `asOf` (`YYYY-MM-DD`). */
export const readDescription = (description: string, asOf: string): Description => {
  const text = spokenText(foldText(description));
  const region = placeName(text.replace(ELSEWHERE, ""));
  const industries = [...new Set(ownIndustriesIn(withoutDenied(text)).map(({ name }) => name))];
  const titles = readTitles(text);
  const body = BODIES.find(({ pattern }) => pattern.test(text));
  const needs = NEEDS.filter(({ pattern }) => pattern.test(text)).map(({ need }) => need);
  const founding = readFoundingWords(text, asOf);
  return {
    numbers: readSaidNumbers(text),
    region: region === null ? null : said(region, region),
    founding: founding === null ? null : said(founding.founding, founding.words),
    foundedOn: founding?.foundedOn ?? null,
    industries: industries.length === 0 ? null : said(industries, industries.join("、")),
    qualifications: titles.held,
    withoutQualifications: titles.without,
    organisation: body === undefined ? null : said(body.organisation, body.pattern.exec(text)?.[0] ?? ""),
    needs: needs.length === 0 ? null : said(needs, needs.join("、")),
    startup: /初创|刚成立|刚起步|种子期/.test(text) ? true : null,
    size: /小微|小型微型|微型企业|小型企业/.test(text)
      ? "small"
      : /中小企业|中小型|中型企业/.test(text)
        ? "sme"
        : null,
    listed: truth(
      text,
      /已上市|上市公司|(?:科创板|创业板|主板|北交所|港交所|纳斯达克)[^，。]{0,4}上市|上市企业|在[^，。]{0,8}上市(?!准备)|成功上市/,
      /未上市|没有?上市|非上市|准备[^，。]{0,8}上市|计划[^，。]{0,8}上市|拟上市|筹备[^，。]{0,8}上市|尚未[^，。]{0,4}上市|想[^，。]{0,8}上市/,
    ),
    scale: scaleIn(text),
    conduct: readConduct(text),
  };
};
