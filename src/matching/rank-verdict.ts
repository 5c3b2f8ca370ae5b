import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { DescribedVerdict, Said, TakenClaim } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";
import { givenPairs, pairsFound, wantedPairs } from "./plain-words.ts";

const NUMBER = "(?<n>\\d+|[一二三四五六七八九十]{1,3})";
const AMONG_FIRST = new RegExp(
  `(?:排名|位居|位列|名列|位于|列|居|进入|排)?(?:全国|国内|国际|全球|世界|全省|全市|行业|细分市场|[省市区])*(?:的)?前${NUMBER}(?:位|名)?(?!年|款|条|[一-龥]{0,2}月|期)`,
  "u",
);
const AT = new RegExp(
  `(?:第|排名?(?:在|为|是)?|位列|位居)(?:第)?${NUMBER}(?:位|名)?(?![条款项章次届批期类轮个])`,
  "u",
);
/** How wide a comparison is: to be among the first of the world says nothing of a city's list. */
const REACH = [/全球|国际|世界/, /全国|国内|我国/, /全省|省内|本省/, /全市|市内|本市/];

const valueOf = (match: RegExpExecArray | null): number | null => {
  const said = match?.groups?.["n"] ?? "";
  return /^\d+$/.test(said) ? Number(said) : said === "" ? null : parseChineseNumeral(said);
};
const reachOf = (text: string): number => REACH.findIndex((pattern) => pattern.test(text));

/** 市场占有率位居国内前5位: takes the claim about a rank out of plain words; null where there is none. */
export const takeRank = (plain: string): TakenClaim | null => {
  const match = AMONG_FIRST.exec(plain);
  const limit = valueOf(match);
  if (match === null || limit === null || !/排名|位居|位列|名列|占有率|市场|份额|[位名]/.test(plain))
    return null;
  const noun = `${plain.slice(0, match.index)}${plain.slice(match.index + match[0].length)}`.replace(
    /排名|位居|位列|国内|全国|国际|全球|全省|[的在为居列]/g,
    "|",
  );
  const own = wantedPairs(noun);
  const reach = reachOf(plain);
  const judge = ({ parts }: Said): DescribedVerdict => {
    const found = parts.flatMap(({ plain: given, text, intendedFrom, denies }) => {
      if (intendedFrom !== null || denies) return [];
      const among = valueOf(AMONG_FIRST.exec(given));
      const at = among === null ? valueOf(AT.exec(given)) : null;
      if (among === null && at === null) return [];
      const near = own.size === 0 ? 1 : pairsFound(own, givenPairs(given)) / own.size;
      const other = reachOf(given);
      if (near < 0.3 || (reach >= 0 && other >= 0 && other !== reach)) return [];
      if (at !== null) return [{ verdict: at <= limit ? "met" : "unmet", said: text } as const];
      return among !== null && among <= limit ? [{ verdict: "met", said: text } as const] : [];
    });
    const [one] = found;
    return one !== undefined && found.every(({ verdict }) => verdict === one.verdict) ? one : UNKNOWN;
  };
  return { judge, rest: "" };
};
