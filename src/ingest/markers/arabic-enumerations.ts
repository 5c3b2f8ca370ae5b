import { REFERENCE_AFTER } from "./reference-pattern.ts";
import type { MarkerFamily, MarkerMatch } from "./marker.ts";

const DIGITS = "[0-9０-９]";
// Not before another digit (3.5亿元) and not for years and the like (at most three digits).
const DOT = new RegExp(`^(${DIGITS}{1,3})\\s?[.．](?!${DIGITS})\\s*`);
const COMMA = new RegExp(`^(${DIGITS}{1,3})\\s?、(?!${DIGITS})\\s*`);
const PARENTHESIS = new RegExp(`^[（(]\\s?(${DIGITS}{1,3})\\s?[）)]\\s*`);
const RIGHT_PARENTHESIS = new RegExp(`^(${DIGITS}{1,3})\\s?[）)]\\s*`);
// （1）项所列, (2)和(3): a reference that happens to begin a line.
const REFERENCE = new RegExp(`^[（(]?\\s?${DIGITS}{1,3}\\s?[）)]\\s*${REFERENCE_AFTER}`);
/** ⒈ to ⒛ */
const ENCLOSED_DOT = /^([\u2488-\u249B])\s*/;
/** ⑴ to ⒇ */
const ENCLOSED_PARENTHESIS = /^([\u2474-\u2487])\s*/;
const CIRCLED = /^([\u2460-\u2473\u3251-\u325F\u32B1-\u32BF])\s*/;

const matchOf = (match: RegExpExecArray | null): MarkerMatch | null => {
  if (match === null) return null;
  const digits = (match[1] ?? "").normalize("NFKC").replaceAll(/[^0-9]/g, "");
  const number = Number(digits);
  return digits === "" || number === 0
    ? null
    : { marker: match[0].trimEnd(), number, suffix: "", length: match[0].length };
};

/** 1. and 1． and ⒈ */
export const arabicDot: MarkerFamily = {
  name: "arabic-dot",
  letter: "d",
  rank: null,
  order: 4,
  read: (paragraph) => matchOf(DOT.exec(paragraph) ?? ENCLOSED_DOT.exec(paragraph)),
};

/** 1、 */
export const arabicComma: MarkerFamily = {
  name: "arabic-comma",
  letter: "d",
  rank: null,
  order: 5,
  read: (paragraph) => matchOf(COMMA.exec(paragraph)),
};

/** （1） and ⑴ */
export const arabicParenthesis: MarkerFamily = {
  name: "arabic-parenthesis",
  letter: "q",
  rank: null,
  order: 6,
  read: (paragraph) =>
    REFERENCE.test(paragraph)
      ? null
      : matchOf(PARENTHESIS.exec(paragraph) ?? ENCLOSED_PARENTHESIS.exec(paragraph)),
};

/** 1） */
export const arabicRightParenthesis: MarkerFamily = {
  name: "arabic-right-parenthesis",
  letter: "q",
  rank: null,
  order: 7,
  read: (paragraph) => (REFERENCE.test(paragraph) ? null : matchOf(RIGHT_PARENTHESIS.exec(paragraph))),
};

/** ① to ㊿ */
export const circled: MarkerFamily = {
  name: "circled",
  letter: "o",
  rank: null,
  order: 8,
  read: (paragraph) => matchOf(CIRCLED.exec(paragraph)),
};
