import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import {
  BLANKS,
  CHINESE,
  DIGITS,
  LONGEST_NUMERAL,
  OVERLONG_NUMERAL,
  RANGE,
  UNIT,
  YEAR,
} from "./number-pattern.ts";
import { numeralValue } from "./numeral-value.ts";

type NumberKind =
  | "quantity"
  | "range"
  | "date"
  | "ordinal"
  | "fraction"
  | "document-number"
  | "plan"
  | "code";

export interface NumberRead {
  readonly kind: NumberKind;
  readonly key: string;
  /** The plain number of a quantity without multiplier or 多, else null. */
  readonly plain: number | null;
}

/** One way of writing numbers. It is tried at one place of the text, which is folded to half width. */
export interface NumberReader {
  readonly pattern: RegExp;
  /** `word`: pass over what matched, it only looks like a number; null: the next reader has its turn. */
  readonly read: (groups: Groups, before: string) => NumberRead | "word" | null;
}
type Groups = readonly (string | undefined)[];

const NUMERAL = String.raw`(?:${DIGITS}[十百千]?${BLANKS}(?:万亿|[万亿])?|${CHINESE})`;
const MONTH = String.raw`(\d{1,2}|[一二三四五六七八九十]{1,2})${BLANKS}月`;
const DAY = String.raw`(\d{1,2}|[一二三四五六七八九十]{1,3})${BLANKS}[日号]`;
/** 一 before these is an article, not a count: 一个, 一批, 一代. */
const ARTICLE =
  /^(?:个|种|批|类|套|条|支|次|件|项|大|步|点|层|方面|部|门|度|座|片|场|位|番|轮|例|代|组|双|时|块|头|只|笔|处)$/u;
/** 一 after these belongs to another word: 统一, 某一年, 新一届. */
const WORD_BEFORE = /[统唯专同单划归合逐之其不进某任这那每新上下前]$/u;
/** Chinese numerals that count without a unit: 二十 in 二十大, 一百零五, but neither 三 (三网融合) nor 百 (百度). */
const COUNTS_ALONE = /^[一二两三四五六七八九].*[十百千万亿]|^十[一二三四五六七八九]|[〇零]/u;

const numeral = (text = ""): string => {
  const compact = text.replace(/\s/g, "");
  // What is longer is no numeral: it is compared as written.
  const read = compact.length > LONGEST_NUMERAL && !/^\d/.test(compact) ? null : numeralValue(compact);
  return read === null ? compact : `${read.value}${read.multiplier}`;
};

const read = (kind: NumberKind, key: string, plain: number | null = null): NumberRead => ({
  kind,
  key,
  plain,
});

const date = (year?: string, month?: string, day?: string): NumberRead =>
  read(
    "date",
    [year, month, day]
      .map((part) => (part === undefined ? "" : numeral(part.replaceAll("零", "〇"))))
      .join("/"),
  );

const monthAndDay = (month?: string, day?: string): NumberRead | null => {
  const value = parseChineseNumeral(month ?? "");
  return value !== null && value >= 1 && value <= 12 ? date(undefined, month, day) : null;
};

const quantity = (
  [, written = "", more, multiplier = "", unit = ""]: Groups,
  before: string,
): NumberRead | null => {
  if (!/^\d/.test(written)) {
    if (written === "一" && (ARTICLE.test(unit) || WORD_BEFORE.test(before))) return null;
    const alone = COUNTS_ALONE.test(written) && numeralValue(written) !== null;
    if (unit === "" && more === undefined && !alone) return null;
  }
  const value = numeral(written);
  const key = `${value}${more === undefined ? "" : "多"}${multiplier}|${unit}`;
  return read("quantity", key, more === undefined && /^\d+$/.test(value) ? Number(value) : null);
};

const TABLE: readonly (readonly [pattern: string, read: NumberReader["read"]])[] = [
  // Before the others, and as one whole: none of them has to be tried at each character of the run.
  [OVERLONG_NUMERAL, ([, run = "", unit = ""]) => read("quantity", `${run}|${unit}`)],
  // Words that only look like numbers.
  [
    "第三方(?!面)|第三者|第[一二三]产业|第一(?:时间|线)|十分(?![之钟])|百分点|万一|千万(?=不|要|别)|一一|百度|零部件|零距离",
    () => "word",
  ],
  // 国函〔2009〕28号: read from the bracket; the issuer's characters stand before it.
  [
    String.raw`[〔[(【]${BLANKS}(\d{4})${BLANKS}[〕\])】]${BLANKS}第?${BLANKS}(\d+)${BLANKS}号`,
    ([, year, serial], before) => {
      const issuer = /[\u4e00-\u9fff]{2,12}$/u.exec(before)?.[0] ?? "";
      return read("document-number", `${issuer}〔${year}〕${Number(serial)}`);
    },
  ],
  // 2011—2015年: two years, not a range of quantities.
  [String.raw`(${YEAR})(?=${RANGE}${YEAR}(?!${BLANKS}(?!年)${UNIT}))`, ([, year]) => date(year)],
  [String.raw`(?<=${YEAR}年?${RANGE})(${YEAR})(?!${BLANKS}${UNIT})`, ([, year]) => date(year)],
  [
    String.raw`(${YEAR})${BLANKS}年(?!代)(?:${BLANKS}${MONTH}(?:${BLANKS}${DAY})?)?`,
    ([, year, month, day]) => date(year, month, day),
  ],
  [
    String.raw`(${YEAR})([-/.])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)`,
    ([, year, , month, day]) => date(year, month, day),
  ],
  [String.raw`${MONTH}(?:${BLANKS}${DAY})?`, ([, month, day]) => monthAndDay(month, day)],
  [
    String.raw`(?:十[一二三四五六]|[一二三四六七八九十])五(?=[”"』」]?(?:时期|期间|规划|计划|发展|末))|十[一二三四五六]五(?![十百千万亿]|${UNIT})`,
    ([plan = ""]) => read("plan", plan),
  ],
  // 5G, PM2.5, GB18030: letters and digits are one name.
  [
    String.raw`[A-Za-z][A-Za-z-]*\d[A-Za-z0-9.]*|\d+(?:\.\d+)?[A-Za-z][A-Za-z0-9]*`,
    ([code = ""]) => read("code", code.toLowerCase()),
  ],
  [String.raw`百分之${BLANKS}(${NUMERAL})`, ([, value]) => read("quantity", `${numeral(value)}|%`)],
  [String.raw`千分之${BLANKS}(${NUMERAL})`, ([, value]) => read("quantity", `${numeral(value)}|‰`)],
  [
    String.raw`(${NUMERAL})分之(${NUMERAL})`,
    ([, parts, share]) => read("fraction", `${numeral(share)}/${numeral(parts)}`),
  ],
  [
    String.raw`第${BLANKS}(\d+|[〇零一二三四五六七八九十百千]+)${BLANKS}(${UNIT})?`,
    ([, value, unit = ""]) => read("ordinal", `第${numeral(value)}|${unit}`),
  ],
  [
    String.raw`(${NUMERAL})${RANGE}(${NUMERAL})${BLANKS}(${UNIT})?`,
    ([whole = "", from, to, unit]) =>
      // In Chinese numerals only before a unit: 三至五年.
      unit === undefined && !/^\d/.test(whole)
        ? null
        : read("range", `${numeral(from)}-${numeral(to)}|${unit ?? ""}`),
  ],
  // 几十家, 数百亿元: vague, compared as written.
  [
    String.raw`([几数][十百千万亿]+)${BLANKS}(${UNIT})?`,
    ([, value, unit = ""]) => read("quantity", `${value}|${unit}`),
  ],
  ["半(年|天|数|个月)", ([, unit]) => read("quantity", `半|${unit}`)],
  [String.raw`(${NUMERAL})${BLANKS}([多余])?${BLANKS}(万亿|[万亿])?${BLANKS}(${UNIT})?`, quantity],
];

/** In the order in which they are tried at each place. */
export const NUMBER_READERS: readonly NumberReader[] = TABLE.map(([pattern, reader]) => ({
  pattern: new RegExp(pattern, "uy"),
  read: reader,
}));
