import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import { firstDay, lastDay } from "../policy/partial-date.ts";
import type { Founding } from "./facts.ts";

/** When a description says that the company was founded. */
export interface FoundingWords {
  readonly founding: Founding;
  /** The date as precisely as it was said. */
  readonly foundedOn: string;
  readonly words: string;
}

const FOUNDED =
  "(?:成立|(?<!商标|专利|软著|著作权|版权|域名|产品|器械|药品|会员|账号)注册(?!商标|会计|建筑师|工程师|资本|资金)|创立|创办|设立|开办|创建|开业|开始运营|开始经营|开了|办了|开起|建起|拿的?(?:营业)?执照|领的?(?:营业)?执照|办的?(?:营业)?执照|登记)";
const NUMERAL = "[\\d〇零一二两三四五六七八九十]{1,4}";

const pad = (value: number): string => String(value).padStart(2, "0");

/** The day `months` before `day` (`YYYY-MM-DD`); a day that its month lacks becomes the month's last. */
export const monthsBefore = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const index = year * 12 + month - 1 - months;
  const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}-${pad(Math.min(date, last))}`;
};

const partial = (date: string, words: string): FoundingWords => ({
  founding: { from: firstDay(date), to: lastDay(date) },
  foundedOn: date,
  words,
});

const DATED = new RegExp(
  `(?:${FOUNDED}(?:时间|日期)?(?:于|在|是|为|：)?\\s?)?(?<year>\\d{4})年(?:(?<month>\\d{1,2})月(?:份)?(?:(?<day>\\d{1,2})日)?)?(?:底|初|中|末)?(?:[^，。；\\d]{0,16}?(?<behind>${FOUNDED}))?`,
  "gu",
);
const RELATIVE = new RegExp(
  `(?<when>今年|去年|前年|大前年)(?:年?(?<part>初|底|末|上半年|下半年))?(?:(?<month>\\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?[^，。；]{0,12}?${FOUNDED}|${FOUNDED}于?(?<when2>今年|去年|前年)(?:(?<month2>\\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?`,
  "u",
);
const LASTED = new RegExp(
  `(?:${FOUNDED}|运营|经营)(?:至今|到现在|了|已经|已|有|满|时间|才|刚|刚好|差不多|大概|约|也就|将近|快){0,4}(?<less>不到|不足|不满|未满)?(?<n>${NUMERAL}|半)(?:个)?(?<more>多)?(?<unit>周?年|个?月)(?<half>半|多)?|(?<n2>${NUMERAL})(?:个)?(?<unit2>年|月)(?:之?前|以前)[^，。；]{0,10}${FOUNDED}`,
  "u",
);
const YEARS_BACK: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2, 大前年: 3 };

const dated = (text: string): FoundingWords | null => {
  for (const match of text.matchAll(DATED)) {
    const { year = "", month, day, behind } = match.groups ?? {};
    if (behind === undefined && !new RegExp(`^${FOUNDED}`, "u").test(match[0])) continue;
    const date = [year, month && pad(Number(month)), month && day && pad(Number(day))]
      .filter(Boolean)
      .join("-");
    return partial(date, match[0]);
  }
  return null;
};

/** When the company was founded, as a text says it: 2023年3月成立, 去年成立, 成立3年, 三年前注册. Null where it does not. */
export const readFoundingWords = (text: string, asOf: string): FoundingWords | null => {
  const date = dated(text);
  if (date !== null) return date;
  const relative = RELATIVE.exec(text);
  if (relative !== null) {
    const { when, when2, month, month2 } = relative.groups ?? {};
    const year = Number(asOf.slice(0, 4)) - (YEARS_BACK[when ?? when2 ?? ""] ?? 0);
    const number = parseChineseNumeral(month ?? month2 ?? "");
    return partial(number === null ? String(year) : `${year}-${pad(number)}`, relative[0]);
  }
  const lasted = LASTED.exec(text);
  if (lasted !== null) {
    const { n, n2, unit, unit2, less, more, half } = lasted.groups ?? {};
    const isHalf = n === "半";
    const count = isHalf ? 0.5 : (parseChineseNumeral(n ?? n2 ?? "") ?? 0);
    const size = (unit ?? unit2 ?? "").endsWith("年") ? 12 : 1;
    const months = Math.round((count + (half === "半" ? 0.5 : 0)) * size);
    const point = monthsBefore(asOf, months);
    // 不到一年: anywhere in it; 三年多: more than that, less than the next year.
    const founding =
      less !== undefined
        ? { from: monthsBefore(asOf, months - 1), to: asOf }
        : more === "多" || half === "多"
          ? { from: monthsBefore(asOf, months + size - 1), to: point }
          : { from: point, to: point };
    return {
      founding,
      foundedOn: founding.from === founding.to ? point : founding.to.slice(0, 4),
      words: lasted[0],
    };
  }
  return /刚(?:刚)?成立|刚(?:刚)?注册|新成立/.test(text)
    ? { founding: { from: monthsBefore(asOf, 6), to: asOf }, foundedOn: asOf.slice(0, 4), words: "刚成立" }
    : null;
};
