import { CHINESE_NUMERAL, parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import type { MarkerFamily } from "./marker.ts";

const NUMBER = `(?:${CHINESE_NUMERAL}{1,7}|[0-9０-９]{1,4})`;
const LONGEST_HEADING = 60;

/** 第一编, 第二章, 第三节, 第一部分: a heading line of its own. */
const division = (name: string, letter: string, rank: number, unit: string): MarkerFamily => {
  const pattern = new RegExp(
    `^第\\s?(${NUMBER})\\s?(?:${unit})(?:之(${NUMBER}))?(?:[\\s：:、]+|(?=[^\\s规定的所中和至、，。；（(]|$))`,
  );
  return {
    name,
    letter,
    rank,
    order: 0,
    read: (paragraph) => {
      const match = pattern.exec(paragraph);
      if (match === null || paragraph.length > LONGEST_HEADING || /[。；！？]|[，,：:]$/.test(paragraph))
        return null;
      const number = parseChineseNumeral(match[1] ?? "");
      if (number === null) return null;
      const suffix = match[2] === undefined ? "" : String(parseChineseNumeral(match[2]) ?? match[2]);
      return { marker: match[0].replace(/[\s：:、]+$/, ""), number, suffix, length: match[0].length };
    },
  };
};

const ARTICLE = new RegExp(`^第\\s?(${NUMBER})\\s?条(?:之(${NUMBER}))?([：:、]?\\s*)`);
// 第三条规定的…, 第五条第二款, 第六条、第七条: a reference that happens to begin a line.
const ARTICLE_REFERENCE =
  /^(规定|所|第|、|和|与|至|到|或|及|的|中|款|项|之|以[上下外内]|[，。；）)》”]|[（(].{1,6}[）)]项)/;
// The same after a blank: 第三条 规定的情形.
const BLANK_REFERENCE = /^(规定的|规定，|所称|所列|所规定|第[一二三四五六七八九十]+款)/;

/** 第X条, 第X条之一: the basic unit of regulations; ranks below 节. */
export const article: MarkerFamily = {
  name: "article",
  letter: "a",
  rank: 50,
  order: 0,
  read: (paragraph) => {
    const match = ARTICLE.exec(paragraph);
    if (match === null) return null;
    const rest = paragraph.slice(match[0].length);
    const separator = match[3] ?? "";
    if (separator === "" ? ARTICLE_REFERENCE.test(rest) : BLANK_REFERENCE.test(rest)) return null;
    if (/[、]/.test(separator) && rest.startsWith("第")) return null;
    const number = parseChineseNumeral(match[1] ?? "");
    if (number === null) return null;
    const suffix = match[2] === undefined ? "" : String(parseChineseNumeral(match[2]) ?? match[2]);
    return { marker: match[0].replace(/[：:、\s]+$/, ""), number, suffix, length: match[0].length };
  },
};

/** The divisions of statutes (立法法: 编、章、节、条), outermost first, and 第X部分 of plans. */
export const divisions: readonly MarkerFamily[] = [
  division("part", "b", 10, "编|篇|部分"),
  division("sub-part", "e", 15, "分编"),
  division("chapter", "c", 20, "章"),
  division("section", "s", 30, "节"),
  division("sub-section", "g", 40, "目"),
];
