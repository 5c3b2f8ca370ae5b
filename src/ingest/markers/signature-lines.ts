const DATE =
  /^[（(]?(?:[12]\d{3}|[１２][０-９]{3}|[〇○零ОOＯ一二三四五六七八九]{4})\s?年\s?[0-9０-９一二三四五六七八九十]{1,3}\s?月(?:\s?[0-9０-９一二三四五六七八九十]{1,3}\s?日)?[）)]?$/;
/** The issuer and the date on one line. */
const NAME_AND_DATE =
  /^[\u4E00-\u9FFF（）()\s]{4,60}?[\s\u3000]{1,40}(?:[12]\d{3}|[〇○零一二三四五六七八九]{4})\s?年\s?[0-9一二三四五六七八九十]{1,3}\s?月\s?[0-9一二三四五六七八九十]{1,3}\s?日$/;
const ORGANISATION =
  /(?:政府|局|委员会|委|办公室|部|厅|院|会|中心|处|署|公室|镇|街道办事处|集团|公司)[\s\u3000]/;
const CIRCULATION = /^[（(](?:此件|本文|此文|公开|主动公开|依申请公开|不予公开)[^（）()]{0,12}[）)]$/;
/** The marks of a sentence: an issuer's name has none. */
const SENTENCE = /[，。；：！？,;:]/;
const LONGEST_ISSUER = 40;
/** Several issuers sign one below the other. */
const MOST_ISSUERS = 12;

/** Whether a line is a date that stands alone, as it does below a signature. */
const isDateLine = (text: string): boolean => text.length <= 20 && DATE.test(text);

/**
 * The lines with which documents are signed: who, the date, and how it may circulate. They belong to the whole
 * document or attachment, not to its last clause.
 *
 * @param isPlain whether a paragraph is plain text that could be an issuer's name.
 * @returns one flag a paragraph.
 */
export const findSignatures = (texts: readonly string[], isPlain: (index: number) => boolean): boolean[] => {
  const flags = texts.map(() => false);
  texts.forEach((text, index) => {
    if (!isPlain(index)) return;
    if (text.length <= 24 && CIRCULATION.test(text)) flags[index] = true;
    if (text.length <= 120 && NAME_AND_DATE.test(text) && ORGANISATION.test(text)) {
      flags[index] = true;
      return;
    }
    if (!isDateLine(text)) return;
    flags[index] = true;
    for (let at = index - 1; at >= Math.max(0, index - MOST_ISSUERS); at -= 1) {
      const line = texts[at] ?? "";
      if (!isPlain(at) || line.length > LONGEST_ISSUER || SENTENCE.test(line) || flags[at] === true) break;
      flags[at] = true;
    }
  });
  return flags;
};
