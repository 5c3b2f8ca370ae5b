import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { NumberRange, TextSpan } from "./requirement.ts";

/** `area`: square metres; `bare`: a number without a unit of its own (20以上300人以下). */
export type QuantityUnit =
  | "yuan"
  | "usd"
  | "percent"
  | "person"
  | "piece"
  | "month"
  | "area"
  | "day"
  /** Of a person's life. */
  | "lifeyear"
  /** A measure of something that no field holds. */
  | "other"
  | "bare";

/** A number with its unit and what it is compared as; money in yuan, time in months. Offsets into the text read. */
export interface Quantity extends TextSpan {
  readonly unit: QuantityUnit;
  readonly value: number;
  /** Null where the text compares with nothing, or contradicts itself (不超过…以上). */
  readonly range: NumberRange | null;
  /** Where the number itself begins, behind words of comparison. */
  readonly numberStart: number;
}

const HAN = "〇零一二两三四五六七八九十百千";
const DIGITS = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const NUMERAL = `(?:${DIGITS}|[${HAN}]+(?:点[〇零一二三四五六七八九]+)?)`;
const NUMBER = `(?:百分之${NUMERAL}|(?:${DIGITS}[十百千]?|[${HAN}]+(?:点[〇零一二三四五六七八九]+)?)\\s?(?:万亿|[万亿])?(?:[${HAN}]+万?)?)`;
const UNIT =
  "(?:美元|立方米|立方|吨标准煤|千瓦时|千瓦|兆瓦|公里|平方米|平米|㎡|元人民币|人民币|元|个百分点|百分点|%|％|人次|人|名|位|个月|周年|年|月|周岁|岁|件|项|个|篇|家|款|张|户|台|天|间|次|亩|吨|辆|场次|场|笔|座|门|所|床)";
const NOTE = "（(?=[^）]{0,12}含)[^）]{0,12}）";

const AT_LEAST =
  "不得低于|不得少于|不得小于|不能低于|不能少于|不应低于|不应少于|未低于|未少于|不低于|不少于|不小于|不短于|至少达到|至少为|至少有|至少|最少|最低|达到了|达到|达|≥|>=|≧|满";
const ABOVE = "超过了|超过|高于|大于|多于|超出|突破|逾|长于|>";
const AT_MOST =
  "不得超过|不得高于|不得大于|不得多于|不能超过|不应超过|不应高于|未超过|没有超过|未高于|未超出|不超过|不超出|不高于|不大于|不多于|不长于|至多为|至多|最多|最高|最长|控制在|≤|<=|≦";
const BELOW = "低于|少于|小于|不足|不满|未满|不到|未达到|未达|未到|短于|<";
const BEFORE = `(?<before>${AT_MOST}|${AT_LEAST}|${ABOVE}|${BELOW})?(?:人民币|为|到|[:：\\s]){0,3}`;
const AFTER = `(?<note1>${NOTE})?\\s?(?<after>及其?以上|或以上|以上|及以下|或以下|以下|以内|之内|内(?!部|地|容))?(?<note2>${NOTE})?`;
const RANGE_SIGN = String.raw`\s?(?:[-–—－~～]{1,2}|至|到)\s?`;
const QUANTITY = new RegExp(
  `${BEFORE}(?<from>${NUMBER})(?<fromUnit>${UNIT})?(?:(?<fromNote>${NOTE})?${RANGE_SIGN}(?<to>${NUMBER})(?<toUnit>${UNIT})|)${AFTER}`,
  "gu",
);

const MULTIPLIERS: Readonly<Record<string, number>> = { 万亿: 1e12, 亿: 1e8, 万: 1e4 };
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Decimals multiplied without the error of binary fractions: 0.3 × 10,000 is 3,000. */
const times = (value: number, factor: number): number => Number((value * factor).toPrecision(15));

const chineseValue = (text: string): number | null => {
  // 一千零十 is written for 一千零一十.
  const [whole = "", decimals] = text.replace("零十", "零一十").split("点");
  const value = parseChineseNumeral(/^[百千]/.test(whole) ? `一${whole}` : whole);
  if (value === null || decimals === undefined) return value;
  const digits = Array.from(decimals, (each) => parseChineseNumeral(each));
  return Number(`${value}.${digits.join("")}`);
};

/** The value of digits or Chinese characters with their multipliers (5千万, 一亿二千万, 1.5亿), or null. */
const numberValue = (text: string): number | null => {
  const bare = text.replace(/[\s,]/g, "");
  if (bare.startsWith("百分之")) return numberValue(bare.slice(3));
  for (const [sign, factor] of Object.entries(MULTIPLIERS)) {
    const at = bare.indexOf(sign);
    if (at < 0) continue;
    const high = numberValue(bare.slice(0, at));
    const rest = bare.slice(at + sign.length);
    const low = rest === "" ? 0 : numberValue(rest);
    if (high === null || low === null || low >= factor) return null;
    return times(high, factor) + low;
  }
  const digits = /^(\d+(?:\.\d+)?)([十百千]?)$/.exec(bare);
  if (digits !== null) return times(Number(digits[1]), POWERS[digits[2] ?? ""] ?? 1);
  return chineseValue(bare);
};

const unitOf = (unit: string | undefined, number: string): { unit: QuantityUnit; factor: number } => {
  if (number.startsWith("百分之") || unit === "%" || unit === "％" || unit?.endsWith("百分点") === true)
    return { unit: "percent", factor: 1 };
  if (unit === undefined) return { unit: "bare", factor: 1 };
  if (unit === "美元") return { unit: "usd", factor: 1 };
  if (unit === "天") return { unit: "day", factor: 1 };
  if (/^立|吨|瓦|公里/.test(unit)) return { unit: "other", factor: 1 };
  if (unit.endsWith("岁")) return { unit: "lifeyear", factor: 1 };
  if (/平|㎡/.test(unit)) return { unit: "area", factor: 1 };
  if (/元|人民币/.test(unit)) return { unit: "yuan", factor: 1 };
  if (/^[人名位](?!次)/.test(unit)) return { unit: "person", factor: 1 };
  if (unit.endsWith("年")) return { unit: "month", factor: 12 };
  if (unit.endsWith("月")) return { unit: "month", factor: 1 };
  return { unit: "piece", factor: 1 };
};

interface Bound {
  readonly side: "min" | "max";
  readonly open: boolean;
}

const matches = (words: string, text: string): boolean => words.split("|").includes(text);

const boundBefore = (words: string | undefined): Bound | null => {
  if (words === undefined) return null;
  if (matches(AT_MOST, words)) return { side: "max", open: false };
  if (matches(BELOW, words)) return { side: "max", open: true };
  return { side: "min", open: matches(ABOVE, words) };
};

const boundAfter = (words: string | undefined): Bound | null =>
  words === undefined ? null : { side: words.endsWith("上") ? "min" : "max", open: false };

/** What both sides of a number say together; null where they contradict each other. */
const joined = (before: Bound | null, after: Bound | null, notes: string): Bound | null => {
  if (before !== null && after !== null && before.side !== after.side) return null;
  const bound = before === null || after === null ? (before ?? after) : { ...before, open: false };
  if (bound === null || notes === "") return bound;
  return { side: bound.side, open: notes.includes("不含") };
};

const rangeOf = (bound: Bound | null, value: number): NumberRange | null => {
  if (bound === null) return null;
  return bound.side === "min"
    ? { min: value, minOpen: bound.open, max: null, maxOpen: false }
    : { min: null, minOpen: false, max: value, maxOpen: bound.open };
};

/** 1000—5000万元 means 1000万 to 5000万: the first number takes the multiplier and unit that it lacks. */
const firstOfRange = (from: string, fromUnit: string | undefined, to: string): string => {
  if (fromUnit !== undefined || /[万亿]/.test(from)) return from;
  return `${from}${/(?:万亿|[万亿])$/.exec(to)?.[0] ?? ""}`;
};

/**
 * Every quantity of a text that has been folded (`foldText`), in order. 以上, 以下 and 以内 include the number;
 * 超过, 低于, 不足 and 不满 do not, as the law reads them; （含） and （不含） say otherwise.
 */
export const readQuantities = (text: string): Quantity[] => {
  const found: Quantity[] = [];
  for (const match of text.matchAll(QUANTITY)) {
    const groups = match.groups ?? {};
    const { from = "", fromUnit, to, toUnit, before, after } = groups;
    const last = to ?? from;
    const { unit, factor } = unitOf(to === undefined ? fromUnit : toUnit, last);
    const high = numberValue(last);
    if (high === null || ((toUnit ?? fromUnit ?? "").endsWith("年") && high >= 1900)) continue;
    const place = {
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      numberStart: match.index + match[0].indexOf(from, before?.length ?? 0),
      unit,
      value: times(high, factor),
    };
    const notes = `${groups["note1"] ?? ""}${groups["note2"] ?? ""}`;
    if (to === undefined) {
      const bound = joined(boundBefore(before), boundAfter(after), notes);
      // Characters such as 一 and 十 without unit and comparison are words.
      // 一张, 一台 and 一户 are words too.
      if (/^[张户台天间次场笔座门所床]/.test(fromUnit ?? "") && bound === null && !/^\d/.test(from)) continue;
      if (unit === "bare" && (bound === null || /^[^\d]+$/.test(from))) {
        if (!/[万亿]/.test(from) || /^[^\d一二两三四五六七八九十百千]/.test(from)) continue;
      }
      found.push({ ...place, range: rangeOf(bound, place.value) });
      continue;
    }
    const low = numberValue(firstOfRange(from, fromUnit, to));
    if (low === null) continue;
    const lowFactor = fromUnit === undefined ? factor : unitOf(fromUnit, from).factor;
    const min = times(low, lowFactor);
    const usable = before === undefined && min <= place.value && !(after?.endsWith("上") ?? false);
    const range = { min, minOpen: false, max: place.value, maxOpen: notes.includes("不含") };
    found.push({ ...place, range: usable ? range : null });
  }
  return found;
};
