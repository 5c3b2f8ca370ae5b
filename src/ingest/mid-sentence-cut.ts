import { readMarker } from "./markers/read-marker.ts";

/** Ends a paragraph: a final mark, and closing quotes or brackets after it. */
const FINISHED = /[。！？!?；;：:…][”’」』）)】》]*$/;
/** Ends a line that must go on. */
const UNFINISHED = /[，,、（(“‘《]$/;
/** Cannot begin a paragraph. */
const CONTINUES = /^[，、。；：！？）》”’,;:!?)]/;
const SENTENCE_END = /[。；！？]/;
/** A heading is shorter than this; a line that is longer and stops without a final mark was cut. */
const LONGEST_HEADING = 60;

/**
 * Whether the line break between two lines cuts a sentence (a page break, or the place of a footnote marker
 * that was lost in copying) rather than ending a paragraph. Decided from the texts alone: in sources of this
 * kind a cut may have a blank line around it, and a boundary may have none.
 */
export const isCutInMidSentence = (before: string, after: string): boolean => {
  if (CONTINUES.test(after)) return true;
  if (readMarker(after) !== null || /^附[件表录]/.test(after)) return false;
  if (UNFINISHED.test(before)) return true;
  if (FINISHED.test(before)) return false;
  // What has ended a sentence already is body text and would not stop without a final mark.
  const isBody = SENTENCE_END.test(before) || before.length > LONGEST_HEADING;
  return isBody;
};
