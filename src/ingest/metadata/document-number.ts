import type { NormalisedText } from "../normalise.ts";

const OWN_LINE = /^[\u4E00-\u9FFF]{1,12}\s?[〔[（(]\s?\d{4}\s?[〕\])）]\s?\d{1,5}\s?号$/;
const HEAD_PARAGRAPHS = 8;

/**
 * The document's own 文号: one that fills a line of its head. Numbers in running text belong to other
 * documents that are cited there.
 */
export const findDocumentNumber = ({ text, paragraphs }: NormalisedText): string | null => {
  for (const paragraph of paragraphs.slice(0, HEAD_PARAGRAPHS)) {
    const content = text.slice(paragraph.start, paragraph.end);
    if (OWN_LINE.test(content)) return content;
  }
  return null;
};
