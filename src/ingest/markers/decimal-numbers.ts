import type { MarkerFamily, MarkerMatch } from "./marker.ts";

const DIGITS = "[0-9０-９]";
// Each number has at most two digits: 2019.1.27 is a date.
const DECIMAL = new RegExp(`^(${DIGITS}{1,2}(?:[.．]${DIGITS}{1,2}){1,4})[.．、]?(\\s*)(?!${DIGITS})`);
/** 1 总则 */
const BARE = new RegExp(`^(${DIGITS}{1,2})\\s+(?=[^\\s0-9０-９])`);
/** What follows an amount: 3.5亿元, 1.5倍. */
const UNIT =
  /^[%％‰°℃万亿千百元倍米吨克年月日岁个户家人公平立毫厘米亩项次分秒小时至到—～~\-－×+以左余多、，。；]/;

const pathOf = (digits: string): number[] => digits.normalize("NFKC").split(".").map(Number);

const matchOf = (whole: string, digits: string): MarkerMatch | null => {
  const path = pathOf(digits);
  const number = path.at(-1) ?? 0;
  if (path.includes(0)) return null;
  return { marker: whole.trimEnd(), number, suffix: "", length: whole.length, path };
};

/** 1.1 and 1.2.3: numbers that state their own place. Whether one is a marker or an amount, `acceptDecimals` says. */
export const decimal: MarkerFamily = {
  name: "decimal",
  letter: "x",
  rank: null,
  order: 3,
  read: (paragraph) => {
    const match = DECIMAL.exec(paragraph);
    if (match === null) return null;
    const rest = paragraph.slice(match[0].length);
    if (rest === "" || ((match[2] ?? "") === "" && UNIT.test(rest))) return null;
    return matchOf(match[0], match[1] ?? "");
  },
};

/** 1 总则: the highest level of decimals; a heading only where the document goes on with 1.1. */
export const readBareNumber = (paragraph: string): MarkerMatch | null => {
  const match = BARE.exec(paragraph);
  if (match === null || paragraph.length > 60 || /[。；！？]/.test(paragraph)) return null;
  return matchOf(match[0], match[1] ?? "");
};
