import { readMarker } from "./markers/read-marker.ts";
import { parseDate } from "./metadata/chinese-date.ts";
import { normaliseDocumentNumber } from "./metadata/document-number.ts";
import { splitOrganisations } from "./metadata/organisation.ts";

/** Ends a paragraph: a final mark, and closing quotes or brackets after it. */
const FINISHED = /[。！？!?；;：:…][”’」』）)】》]{0,4}$/;
/** Ends a line that must go on. */
const UNFINISHED = /[，,、（(“‘《]$/;
/** Cannot begin a paragraph. */
const CONTINUES = /^[，、。；：！？）》”,;:!?)]/;
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
export const continuesSentence = (line: string): boolean => CONTINUES.test(line.slice(0, 1));

/** Whether a line is body text: what has ended a sentence already would not stop without a final mark. */
export const isBodyText = (line: string): boolean => line.length > LONGEST_HEADING || SENTENCE_END.test(line);

/** Whether a line begins with a marker, or as an attachment does. */
export const beginsClause = (line: string): boolean =>
  readMarker(line) !== null || /^附[件表录图：:]/.test(line.slice(0, 2));

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
  if (beginsClause(after)) return false;
  if (isUnfinished(before)) return true;
  // …（由财政部负责） and a note of promulgation end in a bracket; the signature or 文号 below is no part of them.
  if (/[）)]$/.test(before.slice(-1)) && standsAlone(after)) return false;
  return !isFinished(before) && isBody;
};
