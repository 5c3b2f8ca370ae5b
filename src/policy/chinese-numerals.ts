const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  // U+25CB, which word processors write for zero: 一○○.
  "○": 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters that a Chinese numeral up to 9999 is written with, for use in patterns. */
export const CHINESE_NUMERAL = "[〇○零一二两三四五六七八九十百千]";

/**
 * The value of a Chinese numeral from 0 to 9999 (二十一 → 21, 一百零五 → 105, 二〇一九 → 2019), of ASCII or
 * full-width digits, or null if the text is not one.
 */
export const parseChineseNumeral = (text: string): number | null => {
  if (/^[0-9０-９]+$/.test(text)) return Number(text.normalize("NFKC"));
  if (text === "") return null;
  const characters = Array.from(text);
  if (characters.length > 1 && characters.every((character) => character in DIGITS)) {
    return Number(characters.map((character) => DIGITS[character]).join(""));
  }
  let total = 0;
  let digit: number | null = null;
  let lastUnit = Number.POSITIVE_INFINITY;
  for (const character of characters) {
    const unit = UNITS[character];
    if (unit !== undefined) {
      // 十 alone stands for one ten only at the beginning or after 零; units must fall from left to right.
      if (unit >= lastUnit || (digit === null && unit !== 10)) return null;
      total += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
      continue;
    }
    const value = DIGITS[character];
    if (value === undefined || (digit !== null && digit !== 0)) return null;
    digit = value;
  }
  return total + (digit ?? 0);
};

/** 0–9999 in Chinese characters, as headings write it: 10 → 十, 21 → 二十一, 105 → 一百零五. */
export const toChineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 0 || value > 9999)
    throw new RangeError(`Not within 0–9999: ${value}`);
  if (value === 0) return "零";
  const names = "零一二三四五六七八九";
  let text = "";
  let gap = false;
  for (const [unit, name] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap = text !== "";
      continue;
    }
    if (gap) text += "零";
    gap = false;
    text += (unit === 10 && digit === 1 && text === "" ? "" : (names[digit] ?? "")) + name;
  }
  return text;
};
