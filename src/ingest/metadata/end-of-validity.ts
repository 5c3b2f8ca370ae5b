import { parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import type { PartialDate } from "../../policy/partial-date.ts";
import { firstDay } from "../../policy/partial-date.ts";
import { parseDate, WRITTEN_DATE } from "./chinese-date.ts";
import { isAboutItself, sentenceBefore } from "./own-subject.ts";

/** A stated end: a date, or a time from the beginning (有效期五年). */
export interface FoundEnd {
  readonly to: PartialDate | null;
  /** Where a range states the beginning too (执行期限为2019年1月1日至2023年12月31日). */
  readonly from: PartialDate | null;
  /** Beside a date, where the text gives both. */
  readonly months: number | null;
  readonly start: number;
  readonly end: number;
}

const MONTH_DAY =
  "[0-9０-９一二三四五六七八九十]{1,3}\\s?月(?:\\s?[0-9０-９一二三四五六七八九十]{1,3}\\s?日)?";
const TERM =
  "(?:有效期限?|有效时间|(?:执行|实施|施行|试行|适用|政策)(?:期限?|时间|期间|年限)|试行期限?|暂行期限?)";
const LINK = "(?:暂定|约定|规定)?(?:为|是|：|:|从|自|至|到|截至|截止到?|延长至|延续至|延至)*\\s?";
const UNTIL = "(?:起)?\\s?(?:至|到|—|－|–|-|~|～)+\\s?";
const RANGE = new RegExp(
  `${TERM}${LINK}(${WRITTEN_DATE}|(?:19|20)\\d{2}(?=\\s?[—－–~～至到-]))${UNTIL}(${WRITTEN_DATE}|${MONTH_DAY})(?:止)?`,
  "g",
);
const END = new RegExp(
  `(?:${TERM}|有效|施行|实施|执行|试行|延长|延续)(?:暂定)?(?:为|：|:)?(?:自[^，。；《]{0,10}?(?:施行|实施|发布|印发|公布|执行|生效)?之日起)?(?:截至|截止到?|截止至|至|到|延长至|延续至|延至)\\s?(${WRITTEN_DATE})(?:止)?`,
  "g",
);
const LENGTH = new RegExp(
  `(?:${TERM}(?:限)?(?:暂定)?(?:为|是|：|:)?(?:自[^，。；《]{0,10}?之日起)?(?:满)?|试行|暂行|有效|暂定(?:执行|实施|施行)?)\\s?([0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})\\s?(周年|年|个月)(?![度份第的内])`,
  "g",
);
/** 自2020年1月1日起施行，至2022年12月31日止; 自…起至…(止|施行) */
const UNTIL_DATE = new RegExp(
  `(?:自|从)\\s?(${WRITTEN_DATE})\\s?起?(?:[^。；\\n]{0,16}?[，,])?[^。；，,\\n]{0,6}?(?:至|到|截至)\\s?(${WRITTEN_DATE})\\s?(?:止|截止|期间|施行|实施|执行|有效|废止|失效)`,
  "g",
);
const ENDS_BY_ITSELF = new RegExp(
  `(?:至|到|于|自|[，,])\\s?(${WRITTEN_DATE})\\s?(?:起)?(?:自动|自行)?(?:截止|终止|失效|废止|停止执行)`,
  "g",
);
/** Certificates, contracts and the like have terms of their own. */
export const OTHER_THINGS =
  /证|执照|合同|协议|批件|批准文件|资质|资格|备案|注册|报告|签证|标准品|药品|产品|票|保函|授权|登记|计划生育|许可/;

/** …起施行，政策有效期至…: the words that a document is meant by where it is not named. */
const GENERIC = /^(?:其|该|整体|总体|暂定)?(?:政策|文件|措施|办法|规定|意见|方案|细则)?$/;

const monthsOf = (amount: string, unit: string): number | null => {
  const value = parseChineseNumeral(amount);
  if (value === null || value === 0) return null;
  return unit === "个月" ? value : value * 12;
};

/**
 * The last day, month or year of a period of `months` that begins with `from`: five years from 2020-05-01 end on
 * 2025-04-30. As exact as `from`.
 */
export const endAfter = (from: PartialDate, months: number): PartialDate => {
  const begin = firstDay(from);
  const [year = 0, month = 1, day = 1] = begin.split("-").map(Number);
  const monthIndex = year * 12 + (month - 1) + months;
  // The day before the same day; a day that the month lacks counts as its last day.
  const lastOfMonth = new Date(Date.UTC(Math.floor(monthIndex / 12), (monthIndex % 12) + 1, 0)).getUTCDate();
  const end = new Date(
    Date.UTC(Math.floor(monthIndex / 12), monthIndex % 12, Math.min(day, lastOfMonth) - 1),
  );
  return end.toISOString().slice(0, from.length);
};

const isOwn = (
  text: string,
  at: number,
  beginnings: readonly { readonly start: number; readonly end: number }[],
): boolean => {
  const before = sentenceBefore(text, at);
  const last = before.slice(Math.max(before.lastIndexOf("，"), before.lastIndexOf(",")) + 1);
  if (OTHER_THINGS.test(last)) return false;
  // 自…起施行，有效期五年: what puts the document into force stands in the same sentence, a comma away.
  if (
    GENERIC.test(last.trim()) &&
    beginnings.some((each) => each.start >= at - before.length && each.end <= at)
  )
    return true;
  // A sentence of its own (有效期五年。) speaks of what the sentence before put into force.
  if (before.trim() === "") return beginnings.some((each) => each.end <= at);
  if (before.trim() !== "" && beginnings.some((each) => each.start <= at && at < each.end)) return true;
  return isAboutItself(before);
};

/** The day, month or year before, as exact as the date. */
const dayBefore = (date: PartialDate): PartialDate =>
  new Date(Date.parse(`${firstDay(date)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, date.length);

/** What `matchEnds` asks of every match: where it begins, and whether it states a beginning and an end in one (执行期限为…至…). */
type Accepts = (at: number, isRange: boolean) => boolean;

/** All that reads like the end of a validity and that `accepts` takes for one, dates before lengths. */
export const matchEnds = (text: string, accepts: Accepts): FoundEnd[] => {
  const found: FoundEnd[] = [];
  const add = (match: RegExpExecArray, fields: Pick<FoundEnd, "to" | "from" | "months">): void => {
    const start = match.index;
    const end = start + match[0].length;
    if (found.some((other) => start < other.end && other.start < end)) return;
    found.push({ ...fields, start, end });
  };
  for (const match of text.matchAll(RANGE)) {
    const first = match[1] ?? "";
    const from = /^\d{4}$/.test(first) ? first : parseDate(first);
    const to = parseDate(match[2] ?? "", from ?? undefined);
    if (from !== null && to !== null && accepts(match.index, true)) add(match, { from, to, months: null });
  }
  for (const match of text.matchAll(UNTIL_DATE)) {
    const to = parseDate(match[2] ?? "");
    if (to !== null && accepts(match.index, false)) {
      const from = parseDate(match[1] ?? "");
      // 自…起施行，有效期三年，至…止
      const [term] = match[0].matchAll(LENGTH);
      const months = term === undefined ? null : monthsOf(term[1] ?? "", term[2] ?? "");
      add(match, { from, to, months });
    }
  }
  for (const pattern of [END, ENDS_BY_ITSELF]) {
    for (const match of text.matchAll(pattern)) {
      const day = parseDate(match[1] ?? "");
      // 自2024年1月1日起停止执行: the day before is the last one.
      const to = day !== null && /^自.*起/.test(match[0]) ? dayBefore(day) : day;
      if (to !== null && accepts(match.index, false)) add(match, { from: null, to, months: null });
    }
  }
  for (const match of text.matchAll(LENGTH)) {
    const months = monthsOf(match[1] ?? "", match[2] ?? "");
    if (months !== null && accepts(match.index, false)) add(match, { from: null, to: null, months });
  }
  return found;
};

/**
 * Where the text ends its own validity. `text` has its quoted provisions blanked.
 * @param beginnings where the text says from when it is valid, so that 有效期五年 can be said of it.
 */
export const findEnds = (
  text: string,
  beginnings: readonly { readonly start: number; readonly end: number }[],
): FoundEnd[] =>
  matchEnds(
    text,
    (at, isRange) => (isRange && sentenceBefore(text, at).trim() === "") || isOwn(text, at, beginnings),
  );
