export type TextLanguage = "zh-CN" | "en";

/** A stretch of a text in one language. */
export interface LanguageRun {
  /** Where it begins in the text. */
  readonly start: number;
  readonly text: string;
  readonly language: TextLanguage;
}

/** What stands in titles and quotation marks is somebody else's. */
const QUOTED = /《[^》]*》|“[^”]*”/gu;
const CHINESE = /\p{Script=Han}/u;
/** Words that no name has. */
const ENGLISH = /\b(?:the|of|to|in|and|is|are|was|for|not|it|about|what|who|which|how|does|do)\b/iu;
/** How the server begins what it says around words of the documents. */
const OPENING = /^(?:According to|In substance,|It also says|The) /u;
/** Chinese characters with the marks around them, and titles and quotes that hold some. */
const CHINESE_RUN =
  /《[^》]*》|“[^”]*\p{Script=Han}[^”]*”|[（〔]?\p{Script=Han}(?:[\p{Script=Han}\u3001-\u303F\uFF00-\uFFEF—\d]|[ ](?=\p{Script=Han}))*/gu;

/** The language that a text of the server is written in, whatever it quotes; Chinese where it has no words. */
export const textLanguage = (text: string): TextLanguage => {
  const own = text.replaceAll(QUOTED, "");
  const han = own.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = own.match(/[a-z]{2,}/giu)?.length ?? 0;
  if (han === 0) return words > 0 ? "en" : "zh-CN";
  // An English sentence names places such as 六、（二）39; a Chinese one, names such as OpenAI.
  return OPENING.test(text) || (ENGLISH.test(own) && words >= han) ? "en" : "zh-CN";
};

/** An English text in runs, its Chinese names and quotes apart; a Chinese one whole. Joined they are the text again. */
export const languageRuns = (text: string, language: TextLanguage): readonly LanguageRun[] => {
  if (language === "zh-CN" || !CHINESE.test(text)) return [{ start: 0, text, language }];
  const runs: LanguageRun[] = [];
  let from = 0;
  const add = (end: number, of: TextLanguage): void => {
    if (end > from) runs.push({ start: from, text: text.slice(from, end), language: of });
    from = Math.max(from, end);
  };
  for (const match of text.matchAll(CHINESE_RUN)) {
    add(match.index, "en");
    add(match.index + match[0].length, "zh-CN");
  }
  add(text.length, "en");
  return runs;
};
