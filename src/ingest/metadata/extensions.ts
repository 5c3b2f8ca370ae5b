import { parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import type { PartialDate } from "../../policy/partial-date.ts";
import type { NormalisedText } from "../normalise.ts";
import { readMarker } from "../markers/read-marker.ts";
import { findDates, parseDate, WRITTEN_DATE } from "./chinese-date.ts";
import type { CitedTitle } from "./cited-title.ts";
import { findCitedTitles } from "./cited-title.ts";
import type { ClauseTerm } from "./clause-terms.ts";
import { findClauseTerms, LONGEST_SENTENCE } from "./clause-terms.ts";
import { endAfter } from "./end-of-validity.ts";
import { withoutQuotedProvisions } from "./own-subject.ts";

/** That another document, or a clause of it, is valid for longer; offsets are UTF-16 units into the text that was read. */
export interface FoundExtension {
  readonly document: CitedTitle;
  /** The clause as labels are written (第二条); null for the whole document. */
  readonly clause: string | null;
  readonly to: PartialDate | null;
  /** How much longer than before, where no date is given. */
  readonly months: number | null;
  readonly start: number;
  readonly end: number;
}

const LONGER = "(?:延长|延续|延期|展期|续期|顺延|继续|延)";
const DOING = "(?:有效期限?|期限|有效|执行|实施|施行|试行|适用|使用|沿用)";
const SENTENCE = /[^。；;！？\n]+/g;
const UNTIL = new RegExp(
  `${LONGER}(?:${DOING})?(?:[^。；《]{0,60}?(?:有效期限?|(?:执行|实施|施行|适用|试行)(?:期限?|时间)?|期限))??(?:统一)?(?:延长|延续)?(?:为|：|:)?(?:截至|截止到?|至|到)\\s?(${WRITTEN_DATE})`,
);
const PERIOD = new RegExp(`自\\s?(${WRITTEN_DATE})\\s?起?(?:至|到|—|－|-)+\\s?(${WRITTEN_DATE})`);
const FOR_LONGER = new RegExp(
  `(?:延长|延续|展期|续期|顺延|继续)(?:${DOING})?(?:期限?)?(?:[^。；《]{0,24}?有效期限?)?(?:为)?\\s?([0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})\\s?(周年|年|个月)(?![度份第])`,
);
const FROM_DAY = new RegExp(`自\\s?(${WRITTEN_DATE})\\s?起`);
const LIST_LEAD = /(?:下列|以下|如下)[^。]*[:：]?$/;
/** A title behind these words is what the extension rests on. */
const CITED_BY = /(?:根据|依据|依照|按照|参照|遵照|按|经|违反|符合)\s?$/;
/** 《…》第三条、第五条, 《…》中第三条 */
const CLAUSE_AFTER = /^(?:[（(][^（）()\n]*[）)])?中?(?:的)?(?=第[〇零一二三四五六七八九十百\d]+[章条])/;

/** 已获资助的项目继续按原办法执行至…: what was begun goes on, not the document. */
const ON_OLD_TERMS = /按(?:照)?原|项目|企业|申报|已(?:获|经?认定)/;
const POINTS_BACK =
  /其(?:有效|执行|实施|施行)|该|上述|以上|原(?:文件|政策|办法)|^[^，,]{0,4}经[^，,]{1,16}[，,]|决定|^现/;
/** 《…》认定的企业，其资格有效期延长至…: not the document goes on. */
const OF_OTHERS = /企业|单位|项目|人员|机构|申请人|个人|资金|资格|证|合同|许可/;

/** 延长至2027年12月31日, 继续执行…有效期至…, 有效期延长五年 — or null where a sentence extends nothing. */
const statedIn = (
  sentence: string,
): { to: PartialDate | null; months: number | null; end: number } | null => {
  const until = UNTIL.exec(sentence);
  if (until !== null) {
    const to = parseDate(until[1] ?? "");
    if (to !== null) return { to, months: null, end: until.index + until[0].length };
  }
  const longer = FOR_LONGER.exec(sentence);
  if (longer === null) {
    const period = /延长|延续|续期|展期|继续(?:执行|有效|实施|施行)/.test(sentence)
      ? PERIOD.exec(sentence)
      : null;
    const to = period === null ? null : parseDate(period[2] ?? "");
    return period === null || to === null ? null : { to, months: null, end: period.index + period[0].length };
  }
  const end = longer.index + longer[0].length;
  const amount = parseChineseNumeral(longer[1] ?? "");
  if (amount === null || amount === 0) return null;
  const months = longer[2] === "个月" ? amount : amount * 12;
  const period = PERIOD.exec(sentence);
  const last = period === null ? null : parseDate(period[2] ?? "");
  if (last !== null) return { to: last, months: null, end };
  const day = FROM_DAY.exec(sentence);
  const from = day === null ? null : parseDate(day[1] ?? "");
  return from === null ? { to: null, months, end } : { to: endAfter(from, months), months: null, end };
};

/** Whether clauses of the document are named behind its title, and not the document as a whole. */
const namesClauses = (sentence: string, title: CitedTitle | undefined): boolean =>
  title !== undefined && CLAUSE_AFTER.test(sentence.slice(title.titleEnd));

/**
 * The documents that a paragraph keeps in force for longer: 《X》有效期延长至…, 继续执行《X》…有效期至…, 《X》有效期延长五年;
 * with the clauses that end earlier or later (其中第二条执行至…).
 *
 * @param subjects the documents that it speaks of where it names none (上述文件有效期延长至…).
 */
export const findExtensions = (paragraph: string, subjects: readonly CitedTitle[] = []): FoundExtension[] => {
  const text = withoutQuotedProvisions(paragraph);
  const found: FoundExtension[] = [];
  let meant: readonly CitedTitle[] = [];
  let before: readonly CitedTitle[] = [];
  for (const { 0: sentence, index } of text.matchAll(SENTENCE)) {
    if (sentence.length > LONGEST_SENTENCE) continue;
    const terms = findClauseTerms(sentence);
    const cited = findCitedTitles(sentence);
    const titles = cited.filter(
      ({ title, start }) =>
        title.length >= 3 && !CITED_BY.test(sentence.slice(Math.max(0, start - 8), start)),
    );
    const stated = statedIn(sentence);
    const named = titles.filter(({ titleEnd }) => stated === null || titleEnd <= stated.end);
    const last = named.at(-1);
    const ofOthers =
      last !== undefined && stated !== null && OF_OTHERS.test(sentence.slice(last.titleEnd, stated.end));
    const isOwn = /^(?:[^，,]{0,8}[，,])?\s?本[\u4E00-\u9FFF]{1,10}(?:的|有效|自|延长|执行|实施)/.test(
      sentence,
    );
    // 《…》将于年底到期。现将其有效期延续至…
    const pointed = POINTS_BACK.test(sentence) && before.length > 0 ? before : subjects;
    const carriedOn = meant.length > 0 ? meant : pointed;
    const documents =
      named.length > 0
        ? named.map((each) => placed(each, index))
        : isOwn || cited.length > 0 || ON_OLD_TERMS.test(sentence)
          ? []
          : carriedOn;
    const place = (term: { readonly start: number; readonly end: number }) => ({
      start: index + term.start,
      end: index + term.end,
    });
    // 有效期分别延长至2025年12月31日、2026年12月31日
    const given = findDates(sentence).map(({ value }) => value);
    const dates = sentence.includes("分别") && given.length === documents.length ? given : [];
    const isExtension = stated !== null && !ofOthers && documents.length > 0;
    const keep = (document: CitedTitle, term: ClauseTerm): void => {
      if (term.to === null) return;
      for (const clause of term.clauses)
        found.push({ document, clause, to: term.to, months: null, ...place(term) });
    };
    // 《…》第三条执行至…，第四条执行至…
    const inParts = titles.filter((title) => namesClauses(sentence, title));
    for (const title of inParts) {
      const next = titles.find(({ start }) => start > title.start)?.start ?? sentence.length;
      for (const term of terms)
        if (term.start >= title.titleEnd && term.end <= next) keep(placed(title, index), term);
    }
    const whole = isExtension
      ? documents.filter((_document, order) => !namesClauses(sentence, named[order]))
      : [];
    for (const document of whole) {
      const to = dates[documents.indexOf(document)] ?? stated?.to ?? null;
      const end = stated?.end ?? sentence.length;
      found.push({ document, clause: null, to, months: stated?.months ?? null, ...place({ start: 0, end }) });
    }
    // 其中第二条执行至…, in the sentence of the extension or the next one.
    const carried = titles.length === 0 && !isOwn ? meant : [];
    for (const document of inParts.length > 0 ? [] : isExtension ? whole : carried)
      for (const term of terms) keep(document, term);
    if (isExtension) meant = documents;
    else if (titles.length > 0) meant = [];
    if (titles.length > 0) before = titles.map((each) => placed(each, index));
  }
  return found;
};

/** All extensions that a document states, lists below 现将下列文件有效期延长至…： among them; offsets into the canonical text. */
export const findAllExtensions = (
  { text, paragraphs }: Pick<NormalisedText, "text" | "paragraphs">,
  titled: readonly CitedTitle[],
): FoundExtension[] => {
  const found: FoundExtension[] = [];
  let list: ReturnType<typeof statedIn> = null;
  for (const { start, end } of paragraphs) {
    const paragraph = text.slice(start, end);
    const shift = (each: FoundExtension): FoundExtension => ({
      ...each,
      document: placed(each.document, start),
      start: start + each.start,
      end: start + each.end,
    });
    const content = paragraph.slice(readMarker(paragraph)?.match.length ?? 0);
    const offset = end - content.length;
    const first = findCitedTitles(content)[0];
    const own = findExtensions(paragraph);
    if (
      list !== null &&
      own.length === 0 &&
      first !== undefined &&
      first.start <= 4 &&
      !content.includes("废止")
    ) {
      const document = placed(first, offset);
      found.push({ document, clause: null, to: list.to, months: list.months, start: offset, end });
      continue;
    }
    list = null;
    if (own.length === 0 && LIST_LEAD.test(paragraph)) {
      const sentence = paragraph.slice(paragraph.lastIndexOf("。") + 1);
      list = statedIn(sentence);
      if (list !== null) continue;
    }
    if (own.length > 0) found.push(...own.map((each) => shift(each)));
    else if (titled.length > 0)
      found.push(
        ...findExtensions(paragraph, titled).map((each) => ({
          ...each,
          start: start + each.start,
          end: start + each.end,
        })),
      );
  }
  return found;
};

const placed = (document: CitedTitle, offset: number): CitedTitle => ({
  ...document,
  start: offset + document.start,
  end: offset + document.end,
  titleEnd: offset + document.titleEnd,
});
