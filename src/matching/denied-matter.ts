import { plainWords, runsOfWords, wantedPairs } from "./plain-words.ts";

const DENIAL = /[没不未无]/;
/** Characters that a denial and a condition have in common by chance: one tells nothing, two do. */
const SHARED = 2;

/** What is denied by a clause, each with what a condition must speak of to be denied by it: 没享受过其他贴息, 没评过国家级. */
const DENIED: readonly (readonly [RegExp, RegExp])[] = [
  [
    /[没未不无]有?[^，]{0,6}(?:享受|拿|领|申[请报]|获得|得到|受)[^，]*(?:补贴|补助|奖励|奖补|贴息|资助|资金|扶持|的钱|优惠)/,
    /补|贴|奖|资助|扶持|资金|财政|享受|优惠|政策|申[请报]|重复/,
  ],
  [
    /[没未]有?(?:被|获)?(?:评[上过定为]|评$|认定|获评|入选)/,
    /评|认定|称号|资格|资质|入选|列入|入库|名单|名录|级|企业|示范|获/,
  ],
];

/** Whether a clause denies something of which a condition does not speak. */
const deniesOther = (asked: string, clause: string): boolean =>
  DENIED.some(([denied, about]) => denied.test(clause) && !about.test(asked));

const charactersIn = (plain: string): ReadonlySet<string> =>
  new Set([...wantedPairs(plain)].flatMap((pair) => Array.from(pair)));

const pairsIn = (plain: string): ReadonlySet<string> =>
  new Set(
    runsOfWords(plain).flatMap((run) =>
      Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)),
    ),
  );

const shared = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...some].filter((each) => others.has(each)).length;

/**
 * Whether what is said may deny a condition: a clause that denies something has to share words with it. 没有逾期 says
 * nothing of 独立法人资格, though it denies. What denies in other ways (亏了80万) may be said in any words.
 */
export const mayDeny = (condition: string, said: string): boolean => {
  const asked = plainWords(condition);
  const all = said.split("，").filter((clause) => DENIAL.test(plainWords(clause)));
  if (all.length === 0) return true;
  const denying = all.filter((clause) => !deniesOther(condition, clause)).map((clause) => plainWords(clause));
  const [characters, pairs] = [charactersIn(asked), pairsIn(asked)];
  const isAbout = (plain: string): boolean =>
    shared(charactersIn(plain), characters) >= SHARED || shared(pairsIn(plain), pairs) > 0;
  // 质押登记，还没办: what is denied stands before.
  return denying.some((clause) => isAbout(charactersIn(clause).size === 0 ? plainWords(said) : clause));
};

/**
 * Whether a denial shares no word with a condition, and other words, which deny nothing, do: 没转租 shares characters with
 * 签订租赁合同并备案, of which 合同五年 speaks.
 */
export const isToldElsewhere = (condition: string, said: string, others: readonly string[]): boolean => {
  if (!DENIAL.test(plainWords(said))) return false;
  const pairs = pairsIn(plainWords(condition));
  const isNear = (words: string): boolean => shared(pairsIn(plainWords(words)), pairs) > 0;
  return !isNear(said) && others.some((each) => !DENIAL.test(plainWords(each)) && isNear(each));
};
