import { plainWords, runsOfWords, wantedPairs } from "./plain-words.ts";

const DENIAL = /[没不未无]/;
/** Characters that a denial and a condition have in common by chance: one tells nothing, two do. */
const SHARED = 2;

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
  const denying = said
    .split("，")
    .map((clause) => plainWords(clause))
    .filter((clause) => DENIAL.test(clause));
  if (denying.length === 0) return true;
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
