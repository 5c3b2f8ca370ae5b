import type { PartialDate } from "../../policy/partial-date.ts";
import { parseDate, WRITTEN_DATE } from "./chinese-date.ts";
import type { CitedTitle } from "./cited-title.ts";
import { findCitedTitles } from "./cited-title.ts";
import { normaliseDocumentNumber } from "./document-number.ts";
import { sentenceBefore } from "./own-subject.ts";

/** A document that a text repeals as a whole. */
export interface FoundRepeal {
  readonly title: string;
  readonly documentNumber: string | null;
  /** The day that the sentence gives (自2024年1月1日起废止); null where it is the day of the document that says so. */
  readonly on: PartialDate | null;
  /** UTF-16 offsets of 《…》 with the bracket behind it, or of the name without marks. */
  readonly start: number;
  readonly end: number;
}

const END_WORD = "(?:废止|停止执行|停止施行|停止实施|停止使用|不再执行|不再施行|不再有效|失效|终止执行|作废)";
const ENDING = new RegExp(`${END_WORD}(?=[。；;，,、\\s）)]|$)`, "g");
/** Between the last title and 废止: （文号）、等三个文件、自…起、同时 and the like. */
const GAP =
  /^(?:[（(][^（）()\n]*(?:[（(][^（）()]*[）)][^（）()\n]*)?[）)])?(?:等[^，。；《]{0,24})?(?:[和及与以]+原?[^，。；《》]{2,24}?)?(?:[，,]\s?)?(?:(?:自|从|于)[^，。；]{1,24}?(?:起|之日|时|后)?[，,]?)?(?:同时|同步|即行|立即|随即|即|一并|一律|相应|自动|自行|随之|予以|均|全部|亦|也|已|现|正式|到期|文件|不再|宣布)*$/;
/** A title behind these words is cited, not repealed. */
const CITED_BY = /(?:根据|依据|依照|按照|参照|遵照|执行|违反|符合|列入|按|与|同|对|为|经)\s?$/;
/** 《…》中有关…的规定同时废止, 《…》第五条同时废止 */
const PART =
  /^(?:[（(][^（）()\n]*[）)])?(?:中|第[〇○零一二三四五六七八九十百千\d]+[条章节款项]|(?:有关|关于|的)|附件|附表)/;
const NOT_DOCUMENT = /(?:证|证书|执照|许可|申请书|申请表|表|单|票|合同|卡|牌|簿)$/;
const MODAL =
  /(?:应当|可以|不得|是否|修改、|修改或者|修订或者|修订、|制定、|已被|已经被|尚未|未被)[^《》]{0,12}$/;
const BY_OLD_NAME = new RegExp(
  `原([^，。；：、《》有来]{3,60}?(?:办法|规定|条例|细则|规则|通知|意见|方案|章程|规程|决定|标准))(?:[（(]([^（）()\\n]{4,40})[）)])?(?:同时|即行|即|予以|一并)?${END_WORD}`,
  "g",
);
/** 决定废止《…》、《…》; 同时废止《…》 */
const VERB_FIRST =
  /(?:关于|决定|同时|现|予以|一并|[，。；\n]|^[^\s《]{1,4}[、.．）)]\s?|^)(?:决定|予以)?废止(?:下列|以下|了)?(?:[^，。；：《]{0,20}|[^。；：《]{0,80}?(?:通过|公布|发布|印发|批准|颁布|修正|修订)的)(?=《)/g;
const JOINED =
  /^(?:[、，,；;和及以及与并]|\s|[（(][^（）()\n]*[）)]|[^《》。；，]{0,80}(?:发布|公布|印发|颁布|批准|制定|批转|转发|通过|施行|实施)的|原|[^《》。；，、]{2,40}(?=$))*$/;

/** UTF-16 units: enough to tell what stands directly before or behind a title. */
const NEAR = 160;

const lastSentenceEnd = (text: string, from: number, to: number): number => {
  for (let at = to - 1; at >= from; at -= 1) if ("。；;\n".includes(text.charAt(at))) return at + 1;
  return -1;
};

const FROM_DAY = new RegExp(
  `(?:自|从|于)\\s?(${WRITTEN_DATE})\\s?(?:起|开始|之日起|予以|正式|停止|废止)`,
  "g",
);
/** 《甲》继续有效，《乙》废止; 《甲》修改后执行，《乙》废止 */
const PREDICATE = /继续|有效|修改|修订|保留|适用|生效|不变|为准|印发(?!的)|已经|已被/;
/** 深府办〔2012〕22号文同时废止: named by the 文号 alone. */
const NUMBER_ALONE = "[\u4E00-\u9FFF]{2,14}\\s?[〔［\\[【（(﹝]\\d{4}[〕］\\]】）)﹞]\\s?\\d{1,5}\\s?号";
const NUMBERS_ALONE = `${NUMBER_ALONE}(?:文件|文)?(?:[、，和及]{1,2}${NUMBER_ALONE}(?:文件|文)?){0,30}`;
const BY_NUMBER = new RegExp(
  `(${NUMBERS_ALONE})(?:等[^，。；《]{0,12})?(?:(?:自|从|于)[^，。；]{2,24}?起)?(?:同时|即行|即|予以|一并|一律|相应|自行|均|全部)*${END_WORD}(?=[。；;，,、\\s）)]|$)`,
  "g",
);
/** What the characters before a 文号 can begin with and it does not. */
const BEFORE_NUMBER = /^(?:.*[的《》（）])?(?:原|此前|以及|并|同时|及|和|与|我[市局委厅区县])*/;

const isDocument = ({ title }: CitedTitle): boolean => title.length >= 3 && !NOT_DOCUMENT.test(title);

const asRepeal = (
  { title, documentNumber, start, end }: CitedTitle,
  on: PartialDate | null,
): FoundRepeal => ({ title, documentNumber, on, start, end });

/** The day in words like 自2024年1月1日起, if they are the last or the only ones of their kind. */
export const dayOfRepeal = (words: string): PartialDate | null => {
  const day = [...words.matchAll(FROM_DAY)].at(-1)?.[1];
  return day === undefined ? null : parseDate(day);
};

const isCited = (text: string, { start }: CitedTitle): boolean =>
  CITED_BY.test(text.slice(Math.max(0, start - 8), start));

/** Whether what stands behind a title says that only a part of the document is meant (《…》第三条, 《…》中有关…的规定). */
export const isPartOf = (text: string, { titleEnd }: CitedTitle): boolean =>
  PART.test(text.slice(titleEnd, titleEnd + NEAR));

/** The titles before a 同时废止 that it means: all of the list, save parts of documents and cited ones. */
const titlesMeant = (text: string, inScope: readonly CitedTitle[], verb: number): CitedTitle[] => {
  const last = inScope.at(-1);
  if (last === undefined || verb - last.titleEnd > NEAR) return [];
  const gap = text.slice(last.titleEnd, verb);
  if (!PART.test(gap) && (!GAP.test(gap) || MODAL.test(gap))) return [];
  let first = inScope.length - 1;
  while (first > 0 && !PREDICATE.test(text.slice(inScope[first - 1]?.end, inScope[first]?.start))) first -= 1;
  const joined = inScope.slice(first);
  return joined.filter((title) => isDocument(title) && !isCited(text, title) && !isPartOf(text, title));
};

/**
 * The documents that a text repeals: 《…》（文号）同时废止, several at once, 废止《…》, 原…办法同时废止. A document of which
 * only a part ends is left out. `text` has its quoted provisions blanked.
 */
export const findRepeals = (text: string): FoundRepeal[] => {
  const titles = findCitedTitles(text);
  const found = new Map<number, FoundRepeal>();
  // Each title is looked at once: what stands before one 废止 is not meant by the next.
  let next = 0;
  let from = 0;
  for (const verb of text.matchAll(ENDING)) {
    from = Math.max(from, lastSentenceEnd(text, from, verb.index));
    const inScope: CitedTitle[] = [];
    for (; next < titles.length; next += 1) {
      const title = titles[next];
      if (title === undefined || title.titleEnd > verb.index) break;
      if (title.start >= from) inScope.push(title);
    }
    const meant = titlesMeant(text, inScope, verb.index);
    const last = inScope.at(-1);
    const on = last === undefined ? null : dayOfRepeal(text.slice(Math.max(from, last.end), verb.index + 2));
    for (const title of meant) found.set(title.start, asRepeal(title, on));
    from = verb.index;
  }
  next = 0;
  for (const verb of text.matchAll(VERB_FIRST)) {
    const on = dayOfRepeal(sentenceBefore(text, verb.index + verb[0].indexOf("废止") + 2));
    let at = verb.index + verb[0].length;
    while ((titles[next]?.start ?? Number.POSITIVE_INFINITY) < at) next += 1;
    for (let index = next; index < titles.length; index += 1) {
      const title = titles[index];
      if (title === undefined || title.start - at > NEAR || !JOINED.test(text.slice(at, title.start))) break;
      if (isDocument(title) && !isPartOf(text, title)) found.set(title.start, asRepeal(title, on));
      at = title.end;
    }
  }
  for (const named of text.matchAll(BY_OLD_NAME)) {
    const start = named.index + 1;
    const title = named[1] ?? "";
    if (!/的$|[和及]/.test(title)) {
      found.set(start, {
        title,
        documentNumber: null,
        on: dayOfRepeal(named[0]),
        start,
        end: start + title.length,
      });
    }
  }
  for (const named of text.matchAll(BY_NUMBER)) {
    for (const number of (named[1] ?? "").matchAll(new RegExp(NUMBER_ALONE, "g"))) {
      const words = number[0].replace(BEFORE_NUMBER, "");
      const documentNumber = normaliseDocumentNumber(words);
      if (documentNumber === null || /^(?:根据|依据|依照|按照|参照)/.test(words)) continue;
      const start = named.index + number.index + number[0].length - words.length;
      const end = start + words.length;
      found.set(start, { title: documentNumber, documentNumber, on: dayOfRepeal(named[0]), start, end });
    }
  }
  return [...found.values()].toSorted((one, other) => one.start - other.start);
};
