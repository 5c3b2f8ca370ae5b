import { readMarker } from "./markers/read-marker.ts";
import { parseDate } from "./metadata/chinese-date.ts";
import { normaliseDocumentNumber } from "./metadata/document-number.ts";
import { isLabelRow } from "./metadata/head-labels.ts";
import { splitOrganisations } from "./metadata/organisation.ts";

/** Ends a paragraph: a final mark, and closing quotes or brackets after it. */
const FINISHED = /[。！？!?；;：:…][”’」』）)】》]{0,4}$/;
/** Ends a line that must go on. */
const UNFINISHED = /[，,、（(“‘《]$/;
/** Cannot begin a paragraph: marks, and 的 save in words that begin with it. */
const CONTINUES = /^(?:[，、。；：！？）》”,;:!?)]|的(?![士确当哥]))/;
/** A reference that its line leaves open: …依照本办法第十二条, …根据《…条例》. An article alone on its line is none. */
const OPEN_REFERENCE =
  /.(?:第[〇零一二两三四五六七八九十百千0-9]{1,7}[条款项章节](?:之[一二三四五六七八九十]{1,3})?(?:第[一二三四五六七八九十]{1,4}款)?(?:第?[（(][一二三四五六七八九十]{1,3}[）)][项目])?|》)$/;
/** What goes on after 《…》. */
const AFTER_TITLE =
  /^(?:之?规定|所[列称规]|予以|等(?:有关|相关|法律|规定|文件)|和《|及《|以及《|及其|(?:有关|相关|文件)(?:规定|要求|精神)|精神|印发给|同时废止|[（(]以下[简统]?称)/;
/** What goes on after 第十二条: the same, and what is done by it. */
const AFTER_ARTICLE = /^(?:执行|办理|处理|处罚|予以|和第|及第|以及第|或者?第|至第|项|款)/;
/** An article that stands alone on its line; the first of a document hardly ever is referred to. */
const BARE_ARTICLE = /^第(?!一条)[〇零一二两三四五六七八九十百千0-9]{1,7}条$/;
/** What closes what, and how far into the next line. */
const BRACKETS: readonly (readonly [string, string, number])[] = [
  ["《", "》", 60],
  ["（", "）", 40],
  ["(", ")", 40],
  ["〔", "〕", 8],
];
const SENTENCE_END = /[。；！？]/;
/** A heading is shorter than this; a line that is longer and stops without a final mark was cut. */
export const LONGEST_HEADING = 60;
/** A remark in brackets after the last sentence: …计划。（2009年8月27日删除） */
const FINISHED_BEFORE_REMARK = /[。！？；][（(][^（()）]{1,60}[）)]$/;
/** An item of an unnumbered list is shorter than this. */
const LONGEST_ITEM = 20;
/** Enough of a line to tell its end, with the closing marks; and with a remark. */
const ENDING = 8;
const ENDING_WITH_REMARK = 64;

/** Whether a line ends as a paragraph does. */
export const isFinished = (line: string): boolean =>
  FINISHED.test(line.slice(-ENDING)) ||
  (/[）)]$/.test(line.slice(-1)) && FINISHED_BEFORE_REMARK.test(line.slice(-ENDING_WITH_REMARK)));

/** Whether a line ends with a mark after which its sentence must go on. */
const isUnfinished = (line: string): boolean => UNFINISHED.test(line.slice(-1));

/** Whether a line introduces what stands below it. */
export const introducesList = (line: string): boolean => /[：:]$/.test(line.slice(-1));

/** Whether a line may be an item of an unnumbered list (委员长，) that one with a colon introduces. */
export const isListItem = (line: string): boolean => line.length <= LONGEST_ITEM && !SENTENCE_END.test(line);

/** Whether a line cannot be the beginning of a paragraph. */
export const continuesSentence = (line: string): boolean => CONTINUES.test(line.slice(0, 2));

/** Whether a line is body text: what has ended a sentence already would not stop without a final mark. */
export const isBodyText = (line: string): boolean => line.length > LONGEST_HEADING || SENTENCE_END.test(line);

/** Whether a line begins with a marker, or as an attachment does. */
export const beginsClause = (line: string): boolean =>
  readMarker(line) !== null || /^附[件表录图：:]/.test(line.slice(0, 2));

/** Whether the last bracket or title mark that a line opens is closed by the beginning of the next one. */
const isBracketCut = (before: string, after: string): boolean => {
  const tail = before.slice(-LONGEST_HEADING);
  return BRACKETS.some(([opening, closing, most]) => {
    const at = tail.lastIndexOf(opening);
    if (at === -1 || tail.includes(closing, at)) return false;
    const close = after.slice(0, most).indexOf(closing);
    return close !== -1 && !after.slice(0, close).includes(opening) && !/[。；]/.test(after.slice(0, close));
  });
};

/** Whether a line stops at a reference that the next line goes on from. */
const isReferenceCut = (before: string, after: string): boolean => {
  // A title in marks that is a line of its own stands over the text below it.
  if (!OPEN_REFERENCE.test(before.slice(-ENDING_WITH_REMARK)) || /^《[^《》]*》$/.test(before)) return false;
  if (AFTER_TITLE.test(after)) return true;
  return before.endsWith("》")
    ? BARE_ARTICLE.test(after) || (/^第[^条]{1,7}条/.test(after) && !beginsClause(after))
    : AFTER_ARTICLE.test(after);
};

/** Whether a line is a 文号, a signature or a date and nothing else, as they stand around a body. */
const standsAlone = (line: string): boolean =>
  line.length <= 120 &&
  (parseDate(line) !== null || normaliseDocumentNumber(line) !== null || splitOrganisations(line).length > 0);

/**
 * Whether the line break between two lines cuts a sentence (a page break, or the place of a footnote marker
 * that was lost in copying) rather than ending a paragraph. Decided from the texts alone: in sources of this
 * kind a cut may have a blank line around it, and a boundary may have none.
 *
 * @param isBody whether the paragraph so far is body text: told from `before` where that is all of it.
 */
export const isCutInMidSentence = (before: string, after: string, isBody = isBodyText(before)): boolean => {
  if (continuesSentence(after)) return true;
  if (isReferenceCut(before, after)) return true;
  if (beginsClause(after)) return false;
  if (isBracketCut(before, after)) return true;
  if (isUnfinished(before)) return true;
  // …（由财政部负责） and a note of promulgation end in a bracket, a telephone number in a digit; the signature or 文号 below is no part of them.
  if (/[）)0-9]$/.test(before.slice(-1)) && standsAlone(after)) return false;
  return !isFinished(before) && isBody && !isLabelRow(before);
};
