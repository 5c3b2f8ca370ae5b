import { CHINESE_NUMERAL, parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import { REFERENCE_AFTER } from "./reference-pattern.ts";
import type { MarkerFamily, MarkerMatch } from "./marker.ts";

const COMMA = new RegExp(`^(${CHINESE_NUMERAL}{1,6})\\s?[、．.]\\s*`);
// 一、二、三产业 is running text, not a heading.
const COMMA_ENUMERATION = new RegExp(`^${CHINESE_NUMERAL}{1,4}、${CHINESE_NUMERAL}{1,4}[、类级批季次产期]`);
const PARENTHESIS = new RegExp(`^[（(]\\s*(${CHINESE_NUMERAL}{1,6})\\s*[）)][、．.]?\\s*`);
/** ㈠ to ㈩ */
const ENCLOSED = /^[\u3220-\u3229]\s*/;
// （一）项、（二）项所列 at the beginning of a line refers to items; it does not begin one.
const PARENTHESIS_REFERENCE = new RegExp(`^[（(]${CHINESE_NUMERAL}{1,6}[）)]\\s*${REFERENCE_AFTER}`);

const matchOf = (match: RegExpExecArray, numeral: string): MarkerMatch | null => {
  const number = parseChineseNumeral(numeral);
  return number === null ? null : { marker: match[0].trimEnd(), number, suffix: "", length: match[0].length };
};

/** 一、 */
export const chineseComma: MarkerFamily = {
  name: "chinese-comma",
  letter: "n",
  rank: null,
  order: 1,
  read: (paragraph) => {
    const match = COMMA.exec(paragraph);
    if (match === null || COMMA_ENUMERATION.test(paragraph)) return null;
    return matchOf(match, match[1] ?? "");
  },
};

/** （一） and ㈠ */
export const chineseParenthesis: MarkerFamily = {
  name: "chinese-parenthesis",
  letter: "p",
  rank: null,
  order: 2,
  read: (paragraph) => {
    const enclosed = ENCLOSED.exec(paragraph);
    if (enclosed !== null) return matchOf(enclosed, paragraph.charAt(0).normalize("NFKC").slice(1, -1));
    const match = PARENTHESIS.exec(paragraph);
    if (match === null || PARENTHESIS_REFERENCE.test(paragraph)) return null;
    return matchOf(match, match[1] ?? "");
  },
};
