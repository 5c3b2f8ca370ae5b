import { parseChineseNumeral } from "../policy/chinese-numerals.ts";

/** A numeral as written: its value below the multiplier (a decimal), and the multiplier that stays with it. */
export interface NumeralValue {
  readonly value: string;
  /** Empty, 万, 亿 or 万亿. */
  readonly multiplier: string;
}

const POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3 };
const NUMERAL = /^(.*?)([十百千]?)(万亿|亿|万|)$/u;

/** `value` × 10^`power`, on the decimal digits, so that nothing is rounded. */
const shift = (value: string, power: number): string => {
  if (power === 0) return value;
  const [whole = "", fraction = ""] = value.split(".");
  const padded = fraction.padEnd(power, "0");
  const rest = padded.slice(power);
  return stripZeros(`${whole}${padded.slice(0, power)}${rest === "" ? "" : `.${rest}`}`);
};

const stripZeros = (value: string): string => value.replace(/^0+(?=\d)/, "");

/** The value of numerals such as 三万五千 or 一亿二千万, exact up to 2^53. */
const compoundValue = (text: string): number | null => {
  for (const [unit, size] of [
    ["亿", 1e8],
    ["万", 1e4],
  ] as const) {
    const at = text.lastIndexOf(unit);
    if (at < 0) continue;
    const high = at === 0 ? 1 : compoundValue(text.slice(0, at));
    const low = at === text.length - 1 ? 0 : compoundValue(text.slice(at + 1));
    if (high === null || low === null || low >= size) return null;
    return high * size + low;
  }
  return parseChineseNumeral(text);
};

/**
 * Reads digits (`1,500`, `1.5`, `5千万`) or Chinese characters (五百亿, 一点五万, 百 in 百家). 十, 百 and 千
 * before a multiplier go into the value (5千万 and 五千万 are 5000万); 万 and 亿 stay beside it, because a
 * statement is to say the number as its source does. Null for what is not one number (十百千, 三五).
 */
export const numeralValue = (text: string): NumeralValue | null => {
  const [, head = "", power = "", multiplier = ""] = NUMERAL.exec(text) ?? [];
  const digits = head.replaceAll(",", "");
  if (/^\d+(?:\.\d+)?$/.test(digits)) {
    return {
      value: shift(stripZeros(digits), POWERS[power] ?? 0),
      multiplier,
    };
  }
  const [whole = "", decimals] = `${head}${power}`.split("点");
  if (whole === "" && multiplier === "") return null;
  if (/[万亿]/.test(whole)) {
    const value = compoundValue(text);
    return value === null ? null : { value: String(value), multiplier: "" };
  }
  // 百家, 千亿元, 万名: the figure one is left out.
  const value = whole === "" ? 1 : parseChineseNumeral(/^[百千]/.test(whole) ? `一${whole}` : whole);
  if (value === null || (/^[〇零一二两三四五六七八九]{2,3}$/.test(whole) && !/[〇零]/.test(whole)))
    return null;
  const fraction =
    decimals === undefined ? "" : `.${Array.from(decimals, (each) => parseChineseNumeral(each)).join("")}`;
  return { value: `${value}${fraction}`, multiplier };
};
