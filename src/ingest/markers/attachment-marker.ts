import { CHINESE_NUMERAL, parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import type { MarkerFamily, MarkerMatch } from "./marker.ts";

const NUMBER = `(?:[0-9０-９]{1,3}|${CHINESE_NUMERAL}{1,3})`;
const ATTACHMENT = new RegExp(
  `^[【[]?附\\s{0,2}([件录])?\\s?(${NUMBER}(?:[-—－][0-9０-９]{1,2})?)?[】\\]]?(\\s*[：:.．、]\\s*|\\s+|$)`,
);
const TABLE = new RegExp(
  `^[【[]?附\\s{0,2}([表图])\\s?(${NUMBER}(?:[-—－][0-9０-９]{1,2})?)?[】\\]]?(\\s*[：:.．、]\\s*|\\s+|$)`,
);
const LONGEST_LINE = 100;

const family = (name: string, letter: string, rank: number, pattern: RegExp): MarkerFamily => ({
  name,
  letter,
  rank,
  order: 0,
  read: (paragraph): MarkerMatch | null => {
    if (!/^[【[]?附/.test(paragraph) || paragraph.length > LONGEST_LINE) return null;
    const match = pattern.exec(paragraph);
    if (match === null) return null;
    const [whole, kind, numeral, separator] = match;
    // 附 alone needs its colon: 附 则 is a chapter, 附 近 a word.
    if (kind === undefined && !/[：:]/.test(separator ?? "")) return null;
    const main = numeral?.split(/[-—－]/)[0];
    return {
      marker: whole.replace(/[\s：:.．、]+$/, ""),
      number: main === undefined ? null : parseChineseNumeral(main),
      suffix: numeral?.split(/[-—－]/)[1]?.normalize("NFKC") ?? "",
      length: whole.length,
    };
  },
});

/** 附件1, 附录, 附： a part of the document of its own; above everything else. */
export const attachment = family("attachment", "f", 1, ATTACHMENT);

/** 附表1, 附图: a part of its own, below an attachment. */
export const attachedTable = family("attached-table", "u", 2, TABLE);
