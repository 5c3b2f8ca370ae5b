import type { DayRange } from "../measures/requirement.ts";
import type { Claim, Unread } from "./asked-claims.ts";
import { HINT, NUMERAL, askedOf, isKnown } from "./asked-claims.ts";
import { countVerdict } from "./counted-things.ts";
import type { DescribedPart } from "./described-parts.ts";
import { INTENDED } from "./intended-matter.ts";
import type { DescribedVerdict, Said } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";
import { namesNoFault } from "./names-fault.ts";
import { termVerdict } from "./term-verdict.ts";
import { usedElsewhere } from "./used-elsewhere.ts";
import { inItsTime, isInTime } from "./in-its-time.ts";
import { givenPairs, pairsFound, plainWords, wantedPairs } from "./plain-words.ts";

const SAME_WORDS = 0.75;
const MUCH_IN_COMMON = 5;
const MUCH_RULED_OUT = 4;
const HALF = 0.5;

const LEVEL = /(?:国家|[省市区县])+级(?:及?以上)?/g;

/** With the pairs of the same words without 市级以上 and the like. */
const wideOf = ({ plain }: Claim): ReadonlySet<string> =>
  new Set([...givenPairs(plain), ...givenPairs(plain.replace(LEVEL, ""))]);

/** The words behind the last denial. */
const deniedPairs = (plain: string): ReadonlySet<string> | null => {
  const at = Math.max(...["不", "未", "没", "无"].map((each) => plain.lastIndexOf(each)));
  return at < 0
    ? null
    : wantedPairs(plain.slice(at + 1).replace(/^(?:有|曾|被|是|属于|存在|发生|搞|做)+/, ""));
};

/** 利息已经结清 says 结清利息: a verb and its noun, the other way round. */
const isTurned = ({ plain, pairs }: Claim, part: DescribedPart): boolean => {
  const [first, middle, last, ...more] = pairs;
  if (first === undefined || middle === undefined || last === undefined || more.length > 0) return false;
  return (
    plain.includes(first + last) &&
    part.pairs.has(first) &&
    part.pairs.has(last) &&
    part.plain.indexOf(last) < part.plain.indexOf(first)
  );
};

const OWES_NOT = /^(?:企业|单位|公司|\|)*(?:不|未|没有?|无)(?:拖?欠(?:缴)?)(?<what>[一-龥]{2,4})(?:的)?$/u;

/** 工资社保都没欠过 denies 欠社保. */
const owesNot = ({ plain }: Claim, part: DescribedPart): boolean => {
  const what = OWES_NOT.exec(plain)?.groups?.["what"];
  return (
    what !== undefined &&
    part.denies &&
    part.plain.includes(what) &&
    /(?:不|没|未)有?[曾有]?拖?欠/.test(part.plain)
  );
};

/** How near a part comes to a claim; null where it speaks of something else. */
const nearness = (claim: Claim, part: DescribedPart, excludes: boolean): number | null => {
  const found = pairsFound(claim.pairs, part.pairs);
  const share = claim.pairs.size === 0 ? 0 : found / claim.pairs.size;
  const much = excludes ? MUCH_RULED_OUT : MUCH_IN_COMMON;
  if (owesNot(claim, part)) return 1;
  if (share >= SAME_WORDS || isTurned(claim, part) || (found >= much && share >= HALF)) return share;
  // 没有评上绿色工厂 denies 国家级绿色工厂: what is denied is wider than what is asked for.
  const isWider =
    part.denies &&
    found > 0 &&
    (part.core.size >= 2 || claim.denies || excludes || part.core.has("补助")) &&
    pairsFound(part.core, wideOf(claim)) === part.core.size;
  if (isWider) return HALF;
  // 卖家跟我们不是关联企业 denies 关联企业, of whomever it is said.
  const denied = part.denies ? deniedPairs(part.plain) : null;
  if (denied === null || denied.size === 0) return null;
  const asked = claim.denies ? deniedPairs(claim.plain) : claim.list;
  const isSame = claim.denies
    ? asked !== null && asked.size > 0 && pairsFound(asked, denied) === asked.size
    : excludes && asked !== null && pairsFound(denied, asked) === denied.size;
  return isSame ? HALF : null;
};

const RECOGNISED = /认定|评上|获评|评为|入选|获批|通过|列入/;

const BARE_RECOGNITION =
  /^[|的]*(?:首次|新)?(?:获得?|被)?(?:认定|评定|评为|入选|获评|获批)(?:为|通过)?[|的]*$/;

/** 2025年度新获认定的: says nothing but when it must have been. */
const recognisedWithin = (parts: readonly DescribedPart[], within: DayRange): DescribedVerdict => {
  const told = parts.flatMap((part) => {
    const isOwn =
      RECOGNISED.test(part.plain) &&
      !/购置|目录/.test(part.plain) &&
      !part.denies &&
      part.intendedFrom === null;
    const inTime = isOwn ? isInTime(part, within) : null;
    return inTime === null ? [] : [{ inTime, said: part.text }];
  });
  const [one] = told;
  if (one === undefined || told.some(({ inTime }) => inTime !== one.inTime)) return UNKNOWN;
  return { verdict: one.inTime ? "met" : "unmet", said: one.said };
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

const SETTLED = /(?:解决|还清|补缴|结清|付清|缴清|整改|移出|修复)/;
const UNSETTLED = /(?:没有?|未)(?:完全|全部)?(?:解决|还清|补缴|结清|付清|缴清|整改|移出|修复)/;

/** 利息还没有结清 denies 已结清利息, though it only names what is open where a claim does so too. */
const isDenied = (claim: Claim, { plain, denies: isSaidNot }: DescribedPart): boolean =>
  SETTLED.test(claim.plain) && UNSETTLED.test(plain) && !UNSETTLED.test(claim.plain) ? !isSaidNot : isSaidNot;

const ADVERSE = /欠|逾期|断缴|漏缴|少缴|中断|间断|事故|事件|纠纷|投诉|处罚|召回|违[法规]/;
/** What may stand behind the name of a trade that a company is in: 会计服务, but not 会计核算健全 or 汽车电子. */
const IN_TRADE =
  /^(?:$|[的类业等店厂|]|行业|企业|公司|服务|事务所|批发|零售|销售|贸易|经营|代理|生意|制品|中介|开发|买卖|生产|加工|制造)/;

/** 没有欠缴社保 says nothing of 参加社保, nor 会计核算健全 of 会计、法律等中介. */
const isOfOther = (claim: Claim, { plain, denies: isSaidNot }: DescribedPart, excludes: boolean): boolean => {
  if (ADVERSE.test(plain) && !ADVERSE.test(claim.plain) && !excludes && !claim.denies) return true;
  if ((excludes || claim.denies) && !isSaidNot && namesNoFault(claim.plain, plain)) return true;
  const [word, more] = claim.pairs;
  if (!excludes || isSaidNot || word === undefined || more !== undefined) return false;
  const at = plain.indexOf(word);
  return claim.plain === word && at >= 0 && !IN_TRADE.test(plain.slice(at + word.length));
};

const claimVerdict = (
  claim: Claim,
  parts: readonly DescribedPart[],
  within: DayRange | undefined,
  excludes: boolean,
): DescribedVerdict => {
  let best: { readonly near: number; readonly part: DescribedPart } | null = null;
  for (const part of parts) {
    if (part.intendedFrom !== null && !INTENDED.test(claim.plain) && !APPLIES_FOR.test(claim.plain)) continue;
    if (isOfOther(claim, part, excludes)) continue;
    const near = nearness(claim, part, excludes);
    if (near !== null && (best === null || near > best.near)) best = { near, part };
  }
  if (best === null) return within === undefined ? saidTogether(claim, parts) : UNKNOWN;
  if (within !== undefined && !best.part.denies && !claim.denies) {
    const inTime = isInTime(best.part, within);
    if (inTime === null) return UNKNOWN;
    return { verdict: inTime ? "met" : "unmet", said: best.part.text };
  }
  return { verdict: claim.denies === isDenied(claim, best.part) ? "met" : "unmet", said: best.part.text };
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
  const areDenied = claims.length > 1 && claims.every((claim) => claim.denies);
  const decisive = areDenied ? "unmet" : "met";
  const other = areDenied ? "met" : "unmet";
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
 * @param of - all people of the company and those in research, of whom a share may be asked for
 */
export const describedVerdict = (
  test: Unread,
  parts: readonly DescribedPart[],
  excludes = false,
  { staff, research }: Omit<Said, "parts"> = { staff: null, research: null },
): DescribedVerdict => {
  if (parts.length === 0) return UNKNOWN;
  if (!excludes && !isKnown(test) && !HINT.test(test.words) && isForeign(test.words, parts)) return UNKNOWN;
  const { taken, all, count, isUncountable } = askedOf(test, excludes);
  if (test.within !== undefined && BARE_RECOGNITION.test(test.words))
    return recognisedWithin(parts, test.within);
  if (isUncountable || (taken === null && all.length === 0 && count === null)) return UNKNOWN;
  const outcomes = all.map((claims) =>
    anyOf(
      claims,
      claims.map((claim) => {
        const said = claimVerdict(claim, parts, test.within, excludes);
        if (said.verdict !== "unknown" || !excludes) return said;
        const other = isOther(claim, parts) ?? usedElsewhere(plainWords(test.words), parts);
        return other === null ? UNKNOWN : { verdict: "unmet", said: other };
      }),
    ),
  );
  const told = taken === null ? [] : [taken.judge({ parts, staff, research })];
  const counted = count === null ? null : countVerdict(count, parts, staff);
  const numbers =
    count === null || counted === null
      ? []
      : [
          counted.verdict === "unknown"
            ? termVerdict(count, plainWords(test.words), parts)
            : inItsTime(counted, parts, test.within),
        ];
  return allOf([...told, ...numbers, ...outcomes]);
};
