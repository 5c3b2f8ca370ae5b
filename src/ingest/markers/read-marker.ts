import {
  arabicComma,
  arabicDot,
  arabicParenthesis,
  arabicRightParenthesis,
  circled,
} from "./arabic-enumerations.ts";
import { chineseComma, chineseParenthesis } from "./chinese-enumerations.ts";
import { decimal } from "./decimal-numbers.ts";
import { latinFamilies } from "./latin-enumerations.ts";
import type { MarkerFamily, ReadMarker } from "./marker.ts";
import { article, divisions } from "./statute-divisions.ts";

const DASH = /^(?:—{1,2}|－{2}|-{2}|─{1,2})\s*(?=\S)/;
/** No marker and no heading that is told by its length is longer. */
const LONGEST_BEGINNING = 80;
/** What any marker can begin with: most paragraphs are told from it at once. */
const BEGINNING = /^[第〇零一二两三四五六七八九十百千0-9０-９（(①-⒛㈠-㈩㉑-㊿—－\-─A-Za-zＡ-Ｚａ-ｚⅠ-ⅻ]/;

/** ——: an item without a number; it holds no children. */
const dash: MarkerFamily = {
  name: "dash",
  letter: "h",
  rank: null,
  order: 9,
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
  decimal,
  arabicDot,
  arabicComma,
  arabicParenthesis,
  arabicRightParenthesis,
  circled,
  ...latinFamilies,
  dash,
];

/** The marker at the beginning of a paragraph with its family, or null for plain text. */
export const readMarker = (paragraph: string): ReadMarker | null => {
  if (!BEGINNING.test(paragraph)) return null;
  const beginning = paragraph.slice(0, LONGEST_BEGINNING);
  for (const family of FAMILIES) {
    const match = family.read(beginning);
    if (match !== null) return { family, match };
  }
  return null;
};
