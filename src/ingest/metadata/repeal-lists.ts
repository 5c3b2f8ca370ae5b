import type { NormalisedText } from "../normalise.ts";
import { readMarker } from "../markers/read-marker.ts";
import { findCitedTitles } from "./cited-title.ts";
import type { FoundRepeal } from "./find-repeals.ts";

/** 国务院决定废止的行政法规; 附件2 宣布失效的规范性文件目录; 一、废止下列规章： */
const HEADING =
  /^(?:附件\s*\d*\s*[:：.．]?\s*)?(?:[\u4E00-\u9FFF]{0,30})?(?:(?:决定|予以|宣布|拟)?(?:废止|失效)(?:(?:和|或|或者|、)(?:宣布)?失效)?的[\u4E00-\u9FFF\s]{0,24}(?:目录|清单|法规|规章|文件|法律|决定|规定)(?:[（(][^（）()]*[）)])?|(?:决定|予以)?废止(?:下列|以下)[\u4E00-\u9FFF]{0,20}[:：]?)$/;
const LONGEST_HEADING = 70;

/** Lists of repealed documents: a heading that says so, and below it one document on each line. */
export const findRepealLists = ({
  text,
  paragraphs,
}: Pick<NormalisedText, "text" | "paragraphs">): FoundRepeal[] => {
  const found: FoundRepeal[] = [];
  let inList = false;
  for (const { start, end } of paragraphs) {
    const line = text.slice(start, end);
    const marker = readMarker(line)?.match.length ?? 0;
    const content = line.slice(marker);
    if (line.length <= LONGEST_HEADING && HEADING.test(content.trim())) {
      inList = true;
      continue;
    }
    if (!inList) continue;
    const cited = findCitedTitles(content)[0];
    if (cited?.start === 0) {
      const offset = start + marker;
      found.push({
        title: cited.title,
        documentNumber: cited.documentNumber,
        start: offset + cited.start,
        end: offset + cited.end,
      });
    } else if (marker === 0 || !/[（(].*[）)]/.test(content)) {
      inList = false;
    }
  }
  return found;
};
