import { toChineseNumeral } from "../../../policy/chinese-numerals.ts";

const DIGITS = "〇一二三四五六七八九";
const DIGITS_CIRCLE = "○一二三四五六七八九";
const STEMS = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
const LEGAL_SIMPLIFIED: Readonly<Record<string, string>> = {
  零: "零",
  一: "壹",
  二: "贰",
  三: "叁",
  四: "肆",
  五: "伍",
  六: "陆",
  七: "柒",
  八: "捌",
  九: "玖",
  十: "拾",
  百: "佰",
  千: "仟",
};
const LEGAL_TRADITIONAL: Readonly<Record<string, string>> = {
  ...LEGAL_SIMPLIFIED,
  二: "貳",
  三: "參",
  六: "陸",
};

const decimal = String;

const digitByDigit = (value: number, digits: string): string =>
  Array.from(decimal(value), (digit) => digits[Number(digit)] ?? "").join("");

/** 十, 二十一; from one hundred on digit by digit, as Word writes it: 一○○. */
const countingWithCircle = (value: number): string =>
  value < 100 ? toChineseNumeral(value) : digitByDigit(value, DIGITS_CIRCLE);

/** 十, 百 and 千 without 一 before them, and no 零. */
const japaneseCounting = (value: number): string =>
  toChineseNumeral(value)
    .replaceAll("零", "")
    .replaceAll(/一(?=[十百千])/g, "");

const legal = (value: number, names: Readonly<Record<string, string>>): string =>
  Array.from(toChineseNumeral(value), (character) => names[character] ?? character)
    .join("")
    .replace(/^拾/, "壹拾");

/** A character of a run of characters beginning at a code point; beyond the run, plain digits. */
const fromRun =
  (first: number, length: number) =>
  (value: number): string =>
    value <= length ? String.fromCodePoint(first + value - 1) : decimal(value);

const enclosedCircle = (value: number): string => {
  if (value <= 20) return String.fromCodePoint(0x2460 + value - 1);
  if (value <= 35) return String.fromCodePoint(0x3251 + value - 21);
  return value <= 50 ? String.fromCodePoint(0x32b1 + value - 36) : decimal(value);
};

const cycle =
  (names: string) =>
  (value: number): string =>
    value <= names.length ? (names[value - 1] ?? "") : decimal(value);

/** A, B … Z, AA, BB …: Word repeats the letter. */
const letters = (value: number, first: string): string => {
  const letter = String.fromCodePoint((first.codePointAt(0) ?? 65) + ((value - 1) % 26));
  return letter.repeat(Math.min(20, Math.ceil(value / 26)));
};

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
const roman = (value: number): string => {
  let text = "";
  let rest = value;
  for (const [size, name] of ROMAN) {
    text += name.repeat(Math.floor(rest / size));
    rest %= size;
  }
  return text;
};

const fullWidth = (value: number): string =>
  decimal(value).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

const ordinal = (value: number): string => {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${teen ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th")}`;
};

const FORMATS = new Map<string, (value: number) => string>(
  Object.entries({
    decimalZero: (value: number) => decimal(value).padStart(2, "0"),
    upperRoman: roman,
    lowerRoman: (value: number) => roman(value).toLowerCase(),
    upperLetter: (value: number) => letters(value, "A"),
    lowerLetter: (value: number) => letters(value, "a"),
    ordinal,
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    decimalEnclosedCircle: enclosedCircle,
    decimalEnclosedCircleChinese: enclosedCircle,
    decimalEnclosedFullstop: fromRun(0x2488, 20),
    decimalEnclosedParen: fromRun(0x2474, 20),
    ideographEnclosedCircle: fromRun(0x3280, 10),
    numberInDash: (value: number) => `- ${value} -`,
    chineseCounting: countingWithCircle,
    taiwaneseCounting: countingWithCircle,
    chineseCountingThousand: toChineseNumeral,
    taiwaneseCountingThousand: toChineseNumeral,
    japaneseCounting,
    koreanCounting: japaneseCounting,
    ideographDigital: (value: number) => digitByDigit(value, DIGITS),
    japaneseDigitalTenThousand: (value: number) => digitByDigit(value, DIGITS),
    taiwaneseDigital: (value: number) => digitByDigit(value, DIGITS_CIRCLE),
    chineseLegalSimplified: (value: number) => legal(value, LEGAL_SIMPLIFIED),
    ideographLegalTraditional: (value: number) => legal(value, LEGAL_TRADITIONAL),
    japaneseLegal: (value: number) => legal(value, LEGAL_TRADITIONAL),
    ideographTraditional: cycle(STEMS),
    ideographZodiac: cycle(BRANCHES),
    ideographZodiacTraditional: (value: number) =>
      `${STEMS[(value - 1) % STEMS.length] ?? ""}${BRANCHES[(value - 1) % BRANCHES.length] ?? ""}`,
  }),
);

/**
 * A number as Word writes it in one of its formats (`w:numFmt`). `none` is empty; an unknown format is written
 * in digits, as are numbers beyond a format's own.
 */
export const formatNumber = (value: number, format: string): string => {
  if (format === "none") return "";
  if (!Number.isInteger(value) || value < 1 || value > 9999) return decimal(value);
  return (FORMATS.get(format) ?? decimal)(value);
};
