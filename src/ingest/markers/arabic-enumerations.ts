import { parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import type { MarkerFamily } from "./marker.ts";

const DIGITS = "[0-9０-９]";
// Not before another digit (3.5亿元) and not for years and the like (at most three digits).
const DOT = new RegExp(`^(${DIGITS}{1,3})\\s?[.．、](?!${DIGITS})\\s*`);
const PARENTHESIS = new RegExp(`^[（(]?\\s?(${DIGITS}{1,3})\\s?[）)]\\s*`);
const CIRCLED = /^([①-⑳])\s*/;

/** 1. and 1． and 1、 */
export const arabicDot: MarkerFamily = {
  name: "arabic-dot",
  letter: "d",
  rank: null,
  read: (paragraph) => {
    const match = DOT.exec(paragraph);
    const number = match === null ? null : parseChineseNumeral(match[1] ?? "");
    if (match === null || number === null) return null;
    return { marker: match[0].trimEnd(), number, suffix: "", length: match[0].length };
  },
};

/** （1） and 1） */
export const arabicParenthesis: MarkerFamily = {
  name: "arabic-parenthesis",
  letter: "q",
  rank: null,
  read: (paragraph) => {
    const match = PARENTHESIS.exec(paragraph);
    const number = match === null ? null : parseChineseNumeral(match[1] ?? "");
    if (match === null || number === null) return null;
    return { marker: match[0].trimEnd(), number, suffix: "", length: match[0].length };
  },
};

/** ① */
export const circled: MarkerFamily = {
  name: "circled",
  letter: "o",
  rank: null,
  read: (paragraph) => {
    const match = CIRCLED.exec(paragraph);
    if (match === null) return null;
    const number = ((match[1] ?? "①").codePointAt(0) ?? 0) - 0x245f;
    return { marker: match[1] ?? "", number, suffix: "", length: match[0].length };
  },
};
