import { parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import type { PartialDate } from "../../policy/partial-date.ts";
import { parseDate, WRITTEN_DATE } from "./chinese-date.ts";

/** From when a text says that it is valid; `date` is null for 自公布之日起, whose day stands elsewhere. */
export interface FoundBeginning {
  readonly date: PartialDate | null;
  /** For 自公布之日起: what must have happened, and how many days later (自公布之日起30日后施行). */
  readonly upon: "publication" | "issue" | null;
  /** Null for working days, which no calendar here knows. */
  readonly days: number | null;
  readonly start: number;
  readonly end: number;
}

const FORCE = "(?:施行|实施|生效|执行|试行|实行)";
const DATED = new RegExp(
  `(?:(?:自|从|由)\\s?(${WRITTEN_DATE})\\s?(?:[零0０]时)?\\s?(?:起|开始)|于\\s?(${WRITTEN_DATE})\\s?起?)(?:在[^，。；]{2,12})?[^，。；、停不暂至到期]{0,5}${FORCE}(?!细则|条例|办法|方案|的)`,
  "g",
);
/** 本办法施行日期为2023年5月1日 */
const DAY_OF_FORCE = new RegExp(
  `(?:施行|实施|生效|执行)(?:日期|时间|之日)(?:为|是|：|:)\\s?(?:自|从)?(${WRITTEN_DATE})(?!\\s?[至到—－–~～-])`,
  "g",
);
const NUMBER = "[0-9０-９一二三四五六七八九十百]{1,5}";
const UPON = new RegExp(
  `(?:自|从|于)\\s?(?:本[^，。；自从]{1,12}?)?(修订公布|修订发布|修改公布|公布|发布|颁布|印发|下发|签发|发文|公告|通过|批准)(?:之日|之时|日|后)?(?:起)?(?:(?:满)?\\s?(${NUMBER})\\s?(日|天|个工作日|个月)(?:后|起|之日起)?)?[^，。；、停不暂至到期]{0,5}(?:${FORCE}|(?<=日起)计算)`,
  "g",
);
const ISSUE = /印发|下发|签发|发文/;

const daysOf = (amount: string | undefined, unit: string | undefined): number | null => {
  if (unit === "个工作日") return null;
  const value = amount === undefined ? null : parseChineseNumeral(amount);
  if (value === null) return 0;
  return unit === "个月" ? value * 30 : value;
};

/** All that reads like a beginning of validity and that `accepts`, asked where it begins, takes for one. */
export const matchBeginnings = (text: string, accepts: (at: number) => boolean): FoundBeginning[] => {
  const found: FoundBeginning[] = [];
  for (const match of text.matchAll(DATED)) {
    const date = parseDate(match[1] ?? match[2] ?? "");
    if (date === null || !accepts(match.index)) continue;
    found.push({ date, upon: null, days: 0, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(DAY_OF_FORCE)) {
    const date = parseDate(match[1] ?? "");
    if (date === null || !accepts(match.index)) continue;
    found.push({ date, upon: null, days: 0, start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(UPON)) {
    if (!accepts(match.index)) continue;
    found.push({
      date: null,
      upon: ISSUE.test(match[1] ?? "") ? "issue" : "publication",
      days: daysOf(match[2], match[3]),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found.toSorted((one, other) => one.start - other.start);
};
