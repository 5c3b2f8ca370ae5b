import { Converter } from "opencc-js/t2cn";
import { CHINESE_NUMERAL, parseChineseNumeral } from "../policy/chinese-numerals.ts";

type Convert = (text: string) => string;

/** Each takes 20 ms and 5 MB to make, once; a question 15 µs. */
const made = new Map<"t" | "twp", Convert>();
const converter = (from: "t" | "twp"): Convert => {
  const known = made.get(from) ?? Converter({ from, to: "cn" });
  made.set(from, known);
  return known;
};

/**
 * A question in simplified characters, and in the mainland's words (軟體 → 软件) where it came in traditional ones;
 * one that is simplified already stays as it is.
 */
export const toSimplified = (question: string): string =>
  converter("t")(question) === question ? question : converter("twp")(question);

const YEAR_IN_CHINESE =
  /[一二][九〇○零][〇○零一二三四五六七八九]{2}(?=\s?年|\s?[—–\-~至到]{1,2}\s?[一二][九〇○零])/g;
const DOCUMENT_OF_YEAR =
  "(?:[的]?(?:那|这)?[份个]?(?:[^，。？?年]{0,8}?)(?:规划|方案|办法|条例|规定|细则|意见|通知|纲要|计划))|年?[底初末]|(?:发布|印发|出台|施行)";
const SHORT_YEAR = new RegExp(`(?<![0-9.第近约满共前后过超于])([0-3][0-9])年(?=${DOCUMENT_OF_YEAR})`, "g");

/** Years in four digits: 二〇二五年 → 2025年, 25年的方案 → 2025年的方案; 25年 alone may be a duration. */
const withWholeYears = (question: string): string =>
  question
    .replaceAll(YEAR_IN_CHINESE, (year) => String(parseChineseNumeral(year.replaceAll("○", "〇")) ?? year))
    .replaceAll(SHORT_YEAR, (_, year: string) => `20${year}年`);

/**
 * The question as it is understood and searched: simplified characters, one width, years in four digits. For
 * understanding and searching alone, never for quotes.
 */
export const foldQuestion = (question: string): string =>
  withWholeYears(
    toSimplified(
      question.replaceAll(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (wide) => wide.normalize("NFKC")),
    ),
  );

const CHINESE_COUNT = new RegExp(`(?<![第一])${CHINESE_NUMERAL}{2,6}(?=[%万亿家名个项元人年月日天])`, "g");

/** The numbers of a question in the digits that documents may write instead: 三十家 → 30, 百分之五十 → 50. */
export const digitsOf = (question: string): string[] => {
  const counts = (question.match(CHINESE_COUNT) ?? []).map((numeral) => parseChineseNumeral(numeral));
  const shares = [...question.matchAll(new RegExp(`百分之(${CHINESE_NUMERAL}{1,4})`, "g"))].map((match) =>
    parseChineseNumeral(match[1] ?? ""),
  );
  return [...new Set([...counts, ...shares].filter((value) => value !== null && value >= 10))].map(String);
};
