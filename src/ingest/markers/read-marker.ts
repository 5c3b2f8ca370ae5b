import { arabicDot, arabicParenthesis, circled } from "./arabic-enumerations.ts";
import { chineseComma, chineseParenthesis } from "./chinese-enumerations.ts";
import type { MarkerFamily, MarkerMatch } from "./marker.ts";
import { article, divisions } from "./statute-divisions.ts";

const DASH = /^(?:—{1,2}|－{2}|-{2}|─{1,2})\s*(?=\S)/;

/** ——: an item without a number; it holds no children. */
export const dash: MarkerFamily = {
  name: "dash",
  letter: "h",
  rank: null,
  read: (paragraph) => {
    const match = DASH.exec(paragraph);
    return match === null
      ? null
      : { marker: match[0].trimEnd(), number: null, suffix: "", length: match[0].length };
  },
};

const FAMILIES: readonly MarkerFamily[] = [
  ...divisions,
  article,
  chineseComma,
  chineseParenthesis,
  arabicDot,
  arabicParenthesis,
  circled,
  dash,
];

/** The marker at the beginning of a paragraph with its family, or null for plain text. */
export const readMarker = (
  paragraph: string,
): { readonly family: MarkerFamily; readonly match: MarkerMatch } | null => {
  for (const family of FAMILIES) {
    const match = family.read(paragraph);
    if (match !== null) return { family, match };
  }
  return null;
};
