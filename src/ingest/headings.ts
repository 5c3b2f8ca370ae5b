/** Marks inside a line that show that it is a sentence and not a title. */
const SENTENCE_MARK = /[，。；！？;]|,(?![0-9])/;
const LONGEST_LINE_HEADING = 60;
const LONGEST_RUN_IN_HEADING = 40;
const LONGEST_ARTICLE_TITLE = 30;

/** A title of a few characters that were spaced out to fill the line: 总 则, 法 律 责 任. */
const SPACED_OUT = /^[\u4E00-\u9FFF](?:[ \t\u3000\u00A0]+[\u4E00-\u9FFF]){1,7}$/;

export const withoutSpacing = (text: string): string =>
  SPACED_OUT.test(text) ? text.replaceAll(/\s+/g, "") : text;

const opensQuotation = (text: string): boolean => text.lastIndexOf("“") > text.lastIndexOf("”");

/**
 * The heading that stands in a numbered paragraph, without its marker: the whole line where it is only a
 * title; the first sentence where a short title runs into the body (1.建设…体系。建立…); else null.
 */
export const headingOf = (body: string): string | null => {
  const text = withoutSpacing(body.trim());
  // What leaves a quotation open quotes the beginning of a provision: it is no title.
  if (text === "" || opensQuotation(text)) return null;
  if (!SENTENCE_MARK.test(text)) {
    return text.length <= LONGEST_LINE_HEADING ? text.replace(/[：:]$/, "") : null;
  }
  const stop = text.indexOf("。");
  if (stop <= 0 || stop > LONGEST_RUN_IN_HEADING || stop === text.length - 1) return null;
  const first = text.slice(0, stop);
  return /[，；：！？]/.test(first) ? null : first;
};

/**
 * The heading of a division (章, 节, …) or an attachment: the whole line, commas included (第一章 总则; 第二节 优化布局，突出重点).
 */
export const divisionHeadingOf = (body: string): string | null => {
  const text = withoutSpacing(body.replaceAll(/\s*\n\s*/g, "").trim());
  return text === "" ? null : text.replace(/[：:。]$/, "");
};

/**
 * The title of an article: in brackets before its text (第一条【立法目的】…), or alone on the article's line where
 * the text stands below it.
 *
 * @param body the article without its marker.
 * @param isFollowedByText whether the next paragraph is plain text.
 * @param titlesInParentheses whether this document writes its titles in round brackets (第一条（目的）为了…).
 */
export const articleHeadingOf = (
  body: string,
  isFollowedByText: boolean,
  titlesInParentheses: boolean,
): string | null => {
  const text = body.slice(0, LONGEST_LINE_HEADING).trim();
  const bracketed = /^[【［[]([^】］\]]{1,30})[】］\]]/.exec(text);
  if (bracketed !== null) return bracketed[1] ?? null;
  if (titlesInParentheses) {
    const round = /^[（(]([^（）()]{2,20})[）)]/.exec(text);
    if (round !== null) return round[1] ?? null;
  }
  const isTitle =
    isFollowedByText && body.length <= LONGEST_ARTICLE_TITLE && text !== "" && !/[，。；：！？]/.test(text);
  return isTitle ? text : null;
};
