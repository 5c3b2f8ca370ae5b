import { CHINESE_NUMERAL, parseChineseNumeral } from "../../policy/chinese-numerals.ts";
import type { IngestIssue } from "../../policy/document.ts";
import type { PartialDate } from "../../policy/partial-date.ts";
import { firstDay } from "../../policy/partial-date.ts";
import type { NormalisedText } from "../normalise.ts";
import { parseDate, WRITTEN_DATE } from "./chinese-date.ts";
import { findCitedTitles } from "./cited-title.ts";
import type { FoundBeginning } from "./beginnings.ts";
import { readClauseValidity } from "./clause-validity.ts";
import type { DocumentDates, PlacedDate } from "./document-dates.ts";
import type { FoundEnd } from "./end-of-validity.ts";
import { endAfter } from "./end-of-validity.ts";
import type { FoundRepeal } from "./find-repeals.ts";
import { findRepealLists } from "./repeal-lists.ts";
import type { PromulgationEvent } from "./promulgation-note.ts";
import type { FoundTitle } from "./title.ts";
import { findEndContradictions } from "./validity-contradictions.ts";

/** When a document is valid and what it repeals, as its text says. */
export interface DocumentValidity {
  readonly effectiveFrom: PlacedDate | null;
  /** Whether the text gives the day itself; else it follows from the day of publication or from a planning period. */
  readonly beginsOnStatedDay: boolean;
  readonly effectiveTo: PlacedDate | null;
  readonly repeals: readonly FoundRepeal[];
  /** Ends that the text states and that do not agree with the one that is taken. */
  readonly issues: readonly IngestIssue[];
}

const YEAR = "((?:19|20)\\d{2})\\s?年?";
const DASH = "\\s?[—–－~～至到-]{1,2}\\s?";
const PERIOD_IN_TITLE = new RegExp(`${YEAR}${DASH}((?:19|20)\\d{2})(?:\\s?年|(?=\\s?[)）]))`);
const FIVE_YEAR_PLAN = new RegExp(
  `[“"]?(${CHINESE_NUMERAL}{1,3})五[”"]?(?=时期|期间|[^，。]{0,40}(?:规划|计划|纲要|方案))`,
);
const PLAN =
  /(?:规划|计划|纲要|方案|行动|行动计划|若干措施|实施意见|要点)[”》]?(?:的通知|的函)?(?:[（(][^（）()]*[）)])*$/;
/** A reply or an opinion on a plan does not end with the plan. */
const REPLY = /(?:批复|答复|复函|请示|报告)$/;
const PERIOD_IN_TEXT = new RegExp(
  `(?:规划期限?|实施年限|规划年限|规划期间|实施期限|执行期限)(?:为|是|从|自|：|:)?(${WRITTEN_DATE}|(?:19|20)\\d{2}(?=\\s?[—–－~～至到-]))(?:起)?${DASH}(${WRITTEN_DATE})`,
);
const CITED_ITSELF = new RegExp(
  `》?\\s?[，,]?\\s?自\\s?(${WRITTEN_DATE})\\s?起(?:正式)?(?:施行|实施|生效|执行)`,
);

interface Placed<T> {
  readonly found: T;
  readonly offset: number;
}

const periodOfTitle = (title: FoundTitle | null, text: string): readonly [PlacedDate, PlacedDate] | null => {
  if (title === null || REPLY.test(title.title)) return null;
  const raw = text.slice(title.start, title.end);
  const place = (match: RegExpExecArray): { start: number; end: number } => ({
    start: title.start + match.index,
    end: title.start + match.index + match[0].length,
  });
  const years = PERIOD_IN_TITLE.exec(raw);
  if (years !== null && (years[1] ?? "") <= (years[2] ?? "")) {
    return [
      { value: years[1] ?? "", ...place(years) },
      { value: years[2] ?? "", ...place(years) },
    ];
  }
  const plan = PLAN.test(title.title) ? FIVE_YEAR_PLAN.exec(raw) : null;
  const number = plan === null ? null : parseChineseNumeral(plan[1] ?? "");
  // The five-year plans follow one another without a gap since the sixth (1981–1985).
  if (plan === null || number === null || number < 6 || number > 30) return null;
  return [
    { value: String(1951 + 5 * number), ...place(plan) },
    { value: String(1955 + 5 * number), ...place(plan) },
  ];
};

const addDays = (date: PartialDate, days: number): PartialDate => {
  if (days === 0) return date;
  const day = new Date(`${firstDay(date)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
};

/** 《专利代理条例》…自2019年3月1日起施行: said of the document by its title. */
const beginningByTitle = (paragraph: string, title: FoundTitle | null): FoundBeginning | null => {
  if (title === null) return null;
  const own = title.title.replaceAll(/\s/g, "");
  for (const cited of findCitedTitles(paragraph)) {
    if (cited.title.replaceAll(/\s/g, "") !== own) continue;
    const rest = paragraph.slice(cited.titleEnd - 1);
    const match = CITED_ITSELF.exec(rest);
    const date = match === null || match.index > 0 ? null : parseDate(match[1] ?? "");
    if (match === null || date === null) continue;
    const start = cited.titleEnd - 1 + match.index;
    return { date, upon: null, days: 0, start, end: start + match[0].length };
  }
  return null;
};

const beginningOf = (
  beginnings: readonly Placed<FoundBeginning>[],
  dates: DocumentDates,
  publishedByManifest: PartialDate | null,
): PlacedDate | null => {
  const dated = beginnings.findLast(({ found }) => found.date !== null);
  const chosen = dated ?? beginnings.at(-1);
  if (chosen === undefined) return null;
  const { found, offset } = chosen;
  const upon =
    found.upon === "issue"
      ? (dates.signedOn?.value ?? dates.promulgatedOn?.value ?? publishedByManifest)
      : (publishedByManifest ?? dates.promulgatedOn?.value ?? null);
  const value = found.date ?? (upon == null || found.days === null ? null : addDays(upon, found.days));
  return value === null ? null : { value, start: offset + found.start, end: offset + found.end };
};

/**
 * Reads all that a document says of its own validity: clause by clause (自…起施行, 有效期…, …同时废止), from the note below its
 * title, and from the period in its title (（2024—2027年）, “十四五”). What is counted from the day of publication
 * needs that day; where it is not known, nothing is said.
 */
export const findValidity = (
  { text, paragraphs }: Pick<NormalisedText, "text" | "paragraphs">,
  title: FoundTitle | null,
  events: readonly PromulgationEvent[],
  dates: DocumentDates,
  publishedByManifest: PartialDate | null,
): DocumentValidity => {
  const beginnings: Placed<FoundBeginning>[] = [];
  const ends: Placed<FoundEnd>[] = [];
  const repeals: FoundRepeal[] = [];
  for (const { start, end } of paragraphs) {
    const paragraph = text.slice(start, end);
    const said = readClauseValidity(paragraph);
    beginnings.push(...said.beginnings.map((found) => ({ found, offset: start })));
    const byTitle = beginningByTitle(paragraph, title);
    if (byTitle !== null) beginnings.push({ found: byTitle, offset: start });
    ends.push(...said.ends.map((found) => ({ found, offset: start })));
    repeals.push(
      ...said.repealed.map((each) => ({ ...each, start: start + each.start, end: start + each.end })),
    );
  }
  repeals.push(
    ...findRepealLists({ text, paragraphs }).filter(
      (each) => !repeals.some(({ start }) => start === each.start),
    ),
  );
  const noted = events.findLast(({ kind }) => kind === "effective");
  const range = ends.findLast(({ found }) => found.from !== null && found.to !== null);
  const period = periodOfTitle(title, text) ?? periodInText(text);
  const from =
    beginningOf(beginnings, dates, publishedByManifest) ??
    (noted === undefined ? null : { value: noted.date, start: noted.start, end: noted.end }) ??
    (range?.found.from == null ? null : placed(range.found.from, range)) ??
    period?.[0] ??
    null;
  const stated = ends.flatMap((each) => (each.found.to === null ? [] : placed(each.found.to, each)));
  const counted = ends.flatMap((each) =>
    each.found.months === null || from === null ? [] : placed(endAfter(from.value, each.found.months), each),
  );
  // A date that is given stands before one that is counted.
  const to = stated.at(-1) ?? counted.at(-1) ?? period?.[1] ?? null;
  const issues = findEndContradictions(to, stated, counted);
  const beginsOnStatedDay = beginnings.some(({ found }) => found.date !== null) || noted !== undefined;
  return { effectiveFrom: from, beginsOnStatedDay, effectiveTo: to, repeals, issues };
};

const placed = (value: PartialDate, { found, offset }: Placed<FoundEnd>): PlacedDate => ({
  value,
  start: offset + found.start,
  end: offset + found.end,
});

/** 规划期为2018年至2035年, 实施年限为2011年至2015年 */
const periodInText = (text: string): readonly [PlacedDate, PlacedDate] | null => {
  const match = PERIOD_IN_TEXT.exec(text);
  if (match === null) return null;
  const first = match[1] ?? "";
  const from = /^\d{4}$/.test(first) ? first : parseDate(first);
  const to = parseDate(match[2] ?? "");
  if (from === null || to === null || firstDay(from) > firstDay(to)) return null;
  const place = { start: match.index, end: match.index + match[0].length };
  return [
    { value: from, ...place },
    { value: to, ...place },
  ];
};
