import type { ConditionTest, DayRange } from "../measures/requirement.ts";
import type { CountedThing } from "./counted-things.ts";
import { countedThings, countVerdict } from "./counted-things.ts";
import type { DescribedPart } from "./described-parts.ts";
import { INTENDED } from "./described-parts.ts";
import type { Verdict } from "./judge-condition.ts";
import { denies, givenPairs, pairsFound, plainWords, wantedPairs } from "./plain-words.ts";

/** What a description says of words that no field holds, with the part that says it. */
export interface DescribedVerdict {
  readonly verdict: Verdict;
  readonly said: string | null;
}

const SAME_WORDS = 0.75;
const MUCH_IN_COMMON = 5;
const HALF = 0.5;

/** A single claim, as words that a part of the description either says too or denies. */
interface Claim {
  readonly plain: string;
  readonly denies: boolean;
  readonly pairs: ReadonlySet<string>;
}

const UNKNOWN: DescribedVerdict = { verdict: "unknown", said: null };

const LEVEL = /(?:国家|[省市区县])+级(?:及?以上)?/g;

/** With the pairs of the same words without 市级以上 and the like. */
const wideOf = ({ plain }: Claim): ReadonlySet<string> =>
  new Set([...givenPairs(plain), ...givenPairs(plain.replace(LEVEL, ""))]);

/** How near a part comes to a claim; null where it speaks of something else. */
const nearness = (claim: Claim, part: DescribedPart): number | null => {
  const found = pairsFound(claim.pairs, part.pairs);
  const share = claim.pairs.size === 0 ? 0 : found / claim.pairs.size;
  if (share >= SAME_WORDS || (found >= MUCH_IN_COMMON && share >= HALF)) return share;
  // 没有评上绿色工厂 denies 国家级绿色工厂: what is denied is wider than what is asked for.
  const isWider =
    part.denies &&
    found > 0 &&
    (part.core.size >= 2 || part.core.has("补助")) &&
    pairsFound(part.core, wideOf(claim)) === part.core.size;
  return isWider ? HALF : null;
};

/** Whether what a part tells came about in time; null where it does not say when. */
const isInTime = ({ when }: DescribedPart, { from, to }: DayRange): boolean | null => {
  if (when === null) return null;
  const ends = [when.from, when.to].map(
    (day) => (from === null || day >= from) && (to === null || day <= to),
  );
  return ends[0] === ends[1] ? ends[0] === true : null;
};

/** What one asks to be given, which one may only plan: 企业申请首次公开发行并上市的. */
const APPLIES_FOR = /^\|*(?:企业|单位)?(?:申请|拟|计划|筹备)/;
const NEARLY_ALL = 0.9;
const MANY = 4;

/** 有进出口经营资格，是中小外贸企业: several parts say together what a claim asks for. */
const saidTogether = (claim: Claim, parts: readonly DescribedPart[]): DescribedVerdict => {
  if (claim.denies || claim.pairs.size < MANY) return UNKNOWN;
  const plain = parts.filter((part) => !part.denies && part.intendedFrom === null);
  const own = plain.filter((part) => pairsFound(claim.pairs, part.pairs) > 0);
  const all = new Set(own.flatMap(({ pairs }) => [...pairs]));
  return pairsFound(claim.pairs, all) / claim.pairs.size >= NEARLY_ALL
    ? { verdict: "met", said: own.map(({ text }) => text).join("，") }
    : UNKNOWN;
};

const claimVerdict = (
  claim: Claim,
  parts: readonly DescribedPart[],
  within: DayRange | undefined,
): DescribedVerdict => {
  let best: { readonly near: number; readonly part: DescribedPart } | null = null;
  for (const part of parts) {
    if (part.intendedFrom !== null && !INTENDED.test(claim.plain) && !APPLIES_FOR.test(claim.plain)) continue;
    const near = nearness(claim, part);
    if (near !== null && (best === null || near > best.near)) best = { near, part };
  }
  if (best === null) return within === undefined ? saidTogether(claim, parts) : UNKNOWN;
  if (within !== undefined && !best.part.denies && !claim.denies) {
    const inTime = isInTime(best.part, within);
    if (inTime === null) return UNKNOWN;
    return { verdict: inTime ? "met" : "unmet", said: best.part.text };
  }
  return { verdict: claim.denies === best.part.denies ? "met" : "unmet", said: best.part.text };
};

const ONLY = /(?:只|专门?|仅仅?)(?:做|从事|搞|干|生产|提供)(?<what>[^，。；]{2,})/u;

/** 只做合成生物学研发 denies every other business. */
const isOther = (claim: Claim, parts: readonly DescribedPart[]): string | null => {
  for (const { plain, text } of parts) {
    const what = ONLY.exec(plain)?.groups?.["what"];
    if (what !== undefined && pairsFound(claim.pairs, givenPairs(what)) === 0) return text;
  }
  return null;
};

const claimOf = (plain: string): Claim => ({
  plain,
  denies: denies(plain),
  pairs: wantedPairs(plain),
});

type Unread = Extract<ConditionTest, { kind: "unread" }>;

interface Asked {
  /** Joined by and; the claims of one element by or. */
  readonly all: readonly (readonly Claim[])[];
  readonly count: CountedThing | null;
  readonly isUncountable: boolean;
}

/** Measures are judged again and again: what their words ask for is taken apart once. */
const prepared = new WeakMap<Unread, Map<boolean, Asked>>();

const NUMERAL = /[\d一二两三四五六七八九十百]/;
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

const askedFor = (words: string, excludes: boolean): Asked => {
  const plain = plainWords(words)
    // 安置残疾人就业人数超过在职职工总数1.5%: a share, whatever the words stand in.
    .replace(
      /(超过|达到|不低于|不少于|高于)((?:本|全部|企业|公司|单位|在职|现有)*员工(?:总数|人数|总人数)?的?)(\d+(?:\.\d+)?%)/,
      "占$2$1$3",
    )
    // …的南海区企业: where is a condition of its own.
    .replace(/的[一-龥]{2,6}[市区县](?:企业|单位|机构)$/, "的")
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
      const isChoice =
        (/或/.test(part) || (excludes && LISTED.test(part))) &&
        branches.every((each) => excludes || wantedPairs(each).size > 1);
      const denied = denies(part);
      const claims = (isChoice ? branches : [part, ...withAbbreviation(part)]).map((each) => {
        const claim = claimOf(each);
        return isChoice && denied ? { ...claim, denies: true } : claim;
      });
      return claims.filter(({ pairs }) => pairs.size > 0);
    });
  const isUncountable = counted.length > 1 || (counted.length === 0 && BOUND.test(plain));
  return { all: all.filter((claims) => claims.length > 0), count: count ?? null, isUncountable };
};

const askedOf = (test: Unread, excludes: boolean): Asked => {
  const kept = prepared.get(test) ?? new Map<boolean, Asked>();
  const before = kept.get(excludes);
  if (before !== undefined) return before;
  const made = askedFor(test.words, excludes);
  prepared.set(test, kept.set(excludes, made));
  return made;
};

/** Described parts with all their pairs: a description is compared with thousands of conditions. */
const spoken = new WeakMap<readonly DescribedPart[], ReadonlySet<string>>();

/** Whether words without numbers have nothing at all in common with a description: most of them, told at once. */
const isForeign = (words: string, parts: readonly DescribedPart[]): boolean => {
  const plain = plainWords(words);
  if (NUMERAL.test(plain)) return false;
  const all = spoken.get(parts) ?? new Set(parts.flatMap(({ pairs }) => [...pairs]));
  spoken.set(parts, all);
  for (let at = 0; at + 1 < plain.length; at += 1) if (all.has(plain.slice(at, at + 2))) return false;
  return true;
};

/** 或: one that holds suffices; what is denied has to be denied of all. */
const anyOf = (claims: readonly Claim[], outcomes: readonly DescribedVerdict[]): DescribedVerdict => {
  const isDenied = claims.length > 1 && claims.every((claim) => claim.denies);
  const decisive = isDenied ? "unmet" : "met";
  const other = isDenied ? "met" : "unmet";
  const decided = outcomes.find(({ verdict }) => verdict === decisive);
  if (decided !== undefined) return decided;
  const first = outcomes[0] ?? UNKNOWN;
  return outcomes.every(({ verdict }) => verdict === other) ? first : UNKNOWN;
};

const allOf = (outcomes: readonly DescribedVerdict[]): DescribedVerdict => {
  const unmet = outcomes.find(({ verdict }) => verdict === "unmet");
  if (unmet !== undefined) return unmet;
  const first = outcomes[0] ?? UNKNOWN;
  return outcomes.every(({ verdict }) => verdict === "met") ? first : UNKNOWN;
};

/**
 * What a description says of a condition that asks for none of the fields: met or unmet where one of its parts says the
 * same words, denies them, or counts the same thing; else unknown.
 * @param excludes - the condition rules out whom its words describe
 * @param staff - all people of the company, of whom a share may be asked for
 */
export const describedVerdict = (
  test: Unread,
  parts: readonly DescribedPart[],
  excludes = false,
  staff: number | null = null,
): DescribedVerdict => {
  if (parts.length === 0) return UNKNOWN;
  if (!excludes && !prepared.has(test) && isForeign(test.words, parts)) return UNKNOWN;
  const { all, count, isUncountable } = askedOf(test, excludes);
  if (isUncountable || (all.length === 0 && count === null)) return UNKNOWN;
  const outcomes = all.map((claims) =>
    anyOf(
      claims,
      claims.map((claim) => {
        const said = claimVerdict(claim, parts, test.within);
        if (said.verdict !== "unknown" || !excludes) return said;
        const other = isOther(claim, parts);
        return other === null ? UNKNOWN : { verdict: "unmet", said: other };
      }),
    ),
  );
  return allOf(count === null ? outcomes : [countVerdict(count, parts, staff), ...outcomes]);
};
