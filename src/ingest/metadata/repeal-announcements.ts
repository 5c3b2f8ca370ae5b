import { CHINESE_NUMERAL, parseChineseNumeral } from "../../policy/chinese-numerals.ts";

const REPEAL = /废止|失效|停止执行|不再执行|停止使用|作废/;
/** What speaks of other documents than repealed ones too. */
const OTHERWISE = /继续有效|继续执行|保留|修改|修订|不得|应当|可以|法定程序/;
const THESE = /下列|以下|如下|下述/;
/** 国务院决定废止的行政法规; 宣布失效的规范性文件目录（共12件）; 废止文件目录 */
const HEADING =
  /^(?:[\u4E00-\u9FFF]{0,30}?(?:决定|予以|宣布|拟)?(?:废止|失效)(?:(?:和|或|或者|、|及)(?:宣布)?(?:失效|废止))?的[\u4E00-\u9FFF\s]{0,24}(?:目录|清单|名单|一览表|法规|规章|文件|法律|决定|规定)|[\u4E00-\u9FFF\s]{0,30}(?:废止|失效)[\u4E00-\u9FFF\s]{0,20}(?:目录|清单|名单|一览表))(?:[（(][^（）()]*[）)])?[:：]?$/;
/** 对1件规章予以废止; 废止3件规范性文件 */
const COUNTED =
  /^(?:(?:决定)?(?:对|将)?[^，。；：《]{0,12}[\d一二三四五六七八九十百]+[件部项个][^，。；：《]{0,14}(?:予以|宣布)(?:废止|失效)|(?:决定)?(?:予以|宣布)?(?:废止|失效)[^，。；：《]{0,6}[\d一二三四五六七八九十百]+[件部项个][^，。；：《]{0,14})[:：]?$/;
const LONGEST_HEADING = 70;
const NUMBER = `(?:[0-9０-９]{1,2}|${CHINESE_NUMERAL}{1,3})`;
const ATTACHMENTS = new RegExp(`附件((?:${NUMBER})?(?:[、和及与]\\s?(?:附件)?${NUMBER})*)`, "g");
const ATTACHMENT_LINE = new RegExp(`^附\\s{0,2}件\\s?(${NUMBER})?(?:\\s*[:：.．、]|[\\s\\u3000]|$)`);

/** Whether a line is the heading of a list of repealed documents; `line` is without its marker. */
export const isRepealHeading = (line: string): boolean => {
  const heading = line.trim().replace(new RegExp(`^附\\s*件\\s*${NUMBER}?\\s*[:：.．]?\\s*`), "");
  return (
    line.length <= LONGEST_HEADING &&
    (HEADING.test(heading) || COUNTED.test(heading)) &&
    !/关于|继续有效|修改/.test(heading)
  );
};

/** Whether the last sentence of a paragraph announces a list of repealed documents below it (决定对下列文件予以废止：). */
export const announcesRepeals = (paragraph: string): boolean => {
  const text = paragraph.trim();
  const sentence = text.slice(
    Math.max(text.lastIndexOf("。", text.length - 2), text.lastIndexOf("；", text.length - 2)) + 1,
  );
  return (
    REPEAL.test(sentence) &&
    THESE.test(sentence) &&
    !OTHERWISE.test(sentence) &&
    /[:：。]$|[\u4E00-\u9FFF）)]$/.test(sentence)
  );
};

/**
 * The attachments that a paragraph says are lists of repealed documents (决定废止附件所列文件; 予以废止，详见附件1), by number; 0 for
 * the one without a number.
 */
export const repealingAttachments = (paragraph: string): number[] => {
  if (!paragraph.includes("附件") || /^附\s*件\s*[:：]/.test(paragraph)) return [];
  const parts = paragraph.split(/[，,；;。]/);
  const found: number[] = [];
  for (const [index, part] of parts.entries()) {
    // 决定废止一批文件。目录见附件。
    const said = REPEAL.test(part)
      ? part
      : `${parts.slice(0, index).findLast((each) => REPEAL.test(each) || OTHERWISE.test(each)) ?? ""}${part}`;
    if (!REPEAL.test(said) || OTHERWISE.test(said)) continue;
    for (const [, numbers = ""] of part.matchAll(ATTACHMENTS)) {
      const each = [...numbers.matchAll(new RegExp(NUMBER, "g"))].map(
        ([number]) => parseChineseNumeral(number) ?? 0,
      );
      found.push(...(each.length === 0 ? [0] : each));
    }
  }
  return found;
};

/** The number of the attachment that a line begins, 0 for 附件 without one; null where it begins none. */
export const attachmentAt = (line: string): number | null => {
  const match = ATTACHMENT_LINE.exec(line);
  if (match === null || line.length > LONGEST_HEADING || line.includes("。")) return null;
  return match[1] === undefined ? 0 : (parseChineseNumeral(match[1]) ?? 0);
};
