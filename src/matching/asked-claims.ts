import type { ConditionTest } from "../measures/requirement.ts";
import type { CountedThing } from "./counted-things.ts";
import { countedThings } from "./counted-things.ts";
import type { TakenClaim } from "./described-verdict.ts";
import { takeDues } from "./dues-verdict.ts";
import { takeGrade } from "./grade-verdict.ts";
import { takeGrowth } from "./growth-verdict.ts";
import { takePeople } from "./people-verdict.ts";
import { denies, plainWords, wantedPairs } from "./plain-words.ts";
import { takeProfit } from "./profit-verdict.ts";
import { takeRank } from "./rank-verdict.ts";
import { takeRepayment } from "./repayment-verdict.ts";
import { takeShare } from "./share-verdict.ts";

/** A single claim, as words that a part of the description either says too or denies. */
export interface Claim {
  readonly plain: string;
  readonly denies: boolean;
  readonly pairs: ReadonlySet<string>;
  /** Those of all that it stands in a list with. */
  readonly list: ReadonlySet<string>;
}

const claimOf = (plain: string, list: string): Claim => ({
  plain,
  denies: denies(plain),
  pairs: wantedPairs(plain),
  list: wantedPairs(list),
});

/** Words that are a condition, but of which no field tells anything. */
export type Unread = Extract<ConditionTest, { kind: "unread" }>;

const OF_WHOM =
  /^(.{4,}?)的(?:[一-龥|]{0,8}(?:企业|单位|机构|\|)|[一-龥|、（）]{0,60}、[一-龥|（）]{0,20}(?:企业|单位|机构|合作社|农场|事务所|个体工商户|\|))$/;
/** 从事种养殖、农产品加工: one of them suffices. */
const ENUMERATES = /(?:从事|主营|属于|主要经营)[^，。]*、|^\|+[一-龥]{2,10}、/;

/** Claims of a known form, tried in this order. */
const FORMS = [takeRepayment, takePeople, takeGrade, takeRank, takeGrowth, takeShare, takeDues, takeProfit];
/** Words that a claim of a known form may hold. */
export const HINT =
  /博士|硕士|研究生|本科|大专|专科|职称|技师|高级工|[A-D级类]|星|前\s?[\d一二三五十]|增长|增加|下降|下滑|占|[还结偿付]清|清偿|完毕|欠|亏损|盈利|利润/;

interface Asked {
  /** A claim of a known form. */
  readonly taken: TakenClaim | null;
  /** Joined by and; the claims of one element by or. */
  readonly all: readonly (readonly Claim[])[];
  readonly count: CountedThing | null;
  readonly isUncountable: boolean;
}

/** Measures are judged again and again: what their words ask for is taken apart once. */
const prepared = new WeakMap<Unread, Map<boolean, Asked>>();

/** Where words may hold a number. */
export const NUMERAL = /[\d一二两三四五六七八九十百]/;
/** A number that is compared, in a unit that is not known. */
const BOUND = /\d[^，。]{0,6}以[上下内]|(?:不少于|不低于|不超过|超过|达到?|不高于|至少|≥|≤)[^，。]{0,14}\d/;
const LISTED = /或者?|、|以及/;

/** 使用多项目晶圆（MPW）流片: the same with the abbreviation alone. */
const withAbbreviation = (plain: string): readonly string[] => {
  const match = /[一-龥]+（([A-Za-z][A-Za-z0-9-]+)）/.exec(plain);
  if (match === null) return [];
  const rest = plain.slice(match.index + match[0].length);
  return [`${match[1] ?? ""}${rest}`];
};

/** 拖欠工资、社会保险费, 提供虚假合同、发票: what is said of all of them stands before the first. */
const SAID_OF_ALL =
  /拖欠|欠缴|虚假|虚构|伪造|变造|骗取|套取|虚报|隐瞒|挪用|抽逃|侵占|逃避|违反|拒不|偷逃|偷|未按[时期规定]*(?:缴纳|履行|支付|归还)?/u;
const withVerb = (branches: readonly string[]): readonly string[] => {
  const verb = SAID_OF_ALL.exec(branches[0] ?? "")?.[0];
  return branches.map((each, at) =>
    at === 0 || verb === undefined || SAID_OF_ALL.test(each) ? each : `${verb}|${each}`,
  );
};

const takenOf = (plain: string): TakenClaim | null => {
  if (!HINT.test(plain)) return null;
  for (const take of FORMS) {
    const taken = take(plain);
    if (taken !== null) return taken;
  }
  return null;
};

const askedFor = (words: string, excludes: boolean): Asked => {
  const whole = plainWords(words);
  const taken = takenOf(whole.replace(/\|+/g, ""));
  const plain = (taken === null ? whole : taken.rest)
    // 安置残疾人就业人数超过在职职工总数1.5%: a share, whatever the words stand in.
    .replace(
      /(超过|达到|不低于|不少于|高于)((?:本|全部|企业|公司|单位|在职|现有)*员工(?:总数|人数|总人数)?的?)(\d+(?:\.\d+)?%)/,
      "占$2$1$3",
    )
    .replace(/^(?:产品|项目)(?=[一-龥]{3})/, "")
    .replace(/(?:被|经)?((?:国家|[省市区县])级(?:以上)?)[一-龥]{2,14}?(?:主管)?部门(?=认定|评定|批准)/, "$1")
    // …的南海区企业, …的科技型企业: whom it is said of is a condition of its own.
    .replace(OF_WHOM, (all, said: string) => (wantedPairs(said).size > 1 ? `${said}的` : all))
    // 在温州市区（不含各县市）: a remark denies nothing of the whole.
    .replace(/（[^）A-Za-z]*[一-龥][^）]*）/g, "");
  const isNumeric = NUMERAL.test(plain);
  const counted = isNumeric ? countedThings(plain).filter(({ range }) => range !== null) : [];
  const [count] = counted;
  // 签订劳动合同并缴纳社会保险: two claims; what is joined by 或, or ruled out in a list, is one of several.
  const parts = plain.split(/并且|同时|并(?=[一-龥]{3})|且(?=[一-龥]{3})/).filter((part) => part !== "");
  const all = parts
    .filter((part) => counted.length === 0 || countedThings(part).every(({ range }) => range === null))
    .map((part) => {
      const branches = part.split(LISTED);
      const denied = denies(part);
      // 法定代表人或者经营者未享受过: of whom it is denied; the first of them says nothing by itself.
      const isSubject = denied && !excludes && !denies(branches[0] ?? "") && denies(branches.at(-1) ?? "");
      const isChoice =
        !isSubject &&
        (/或/.test(part) || ((excludes || ENUMERATES.test(part)) && LISTED.test(part))) &&
        branches.every((each) => excludes || wantedPairs(each).size > 1);
      const claims = (isChoice ? withVerb(branches) : [part, ...withAbbreviation(part)]).map((each) => {
        const claim = claimOf(each, part);
        return isChoice && denied ? { ...claim, denies: true } : claim;
      });
      return claims.filter(({ pairs }) => pairs.size > 0);
    });
  const isUncountable = counted.length > 1 || (counted.length === 0 && BOUND.test(plain));
  return { taken, all: all.filter((claims) => claims.length > 0), count: count ?? null, isUncountable };
};

/** What the words of a condition ask for, taken apart. */
export const askedOf = (test: Unread, excludes: boolean): Asked => {
  const kept = prepared.get(test) ?? new Map<boolean, Asked>();
  const before = kept.get(excludes);
  if (before !== undefined) return before;
  const made = askedFor(test.words, excludes);
  prepared.set(test, kept.set(excludes, made));
  return made;
};

/** Whether the words of a condition were taken apart before. */
export const isKnown = (test: Unread): boolean => prepared.has(test);
