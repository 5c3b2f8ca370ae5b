import { clausePath } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { numbersIn } from "../verification/number-lock.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { lacksUnit } from "./answerability-features.ts";
import { holdsQuantity } from "./asked-for.ts";
import { answersFacets } from "./facets.ts";
import { classesOfPlace } from "./place-classes.ts";
import { contradictsPremise } from "./premises.ts";
import { foldForCoverage } from "./term-coverage.ts";

/** Why a sentence cannot answer the question, however similar its words are. */
export type UnmetRequirement = "year" | "place" | "amount" | "quantity" | "facet" | "stance";

/** What a question about reasons, or one that asks for agreement, states as a fact. */
const STANCES = [
  "禁止",
  "取消",
  "不得",
  "不允许",
  "不准",
  "限制",
  "暂停",
  "停止",
  "废除",
  "废止",
  "只支持",
  "仅支持",
  "只面向",
  "仅限",
  "强制",
  "必须",
  "免税",
  "免费",
  "惩罚",
  "处罚",
  "罚款",
] as const;
const ASKS_AGREEMENT = /对[吗吧么]|是吗|是吧|没错吧|为什么|为何|为啥|凭什么/;

const periodText = ({ effectiveFrom, effectiveTo, publishedOn, title }: PolicyDocument): string =>
  [title, effectiveFrom ?? "", effectiveTo ?? "", publishedOn ?? ""].join(" ");

const YEAR_STATED = /(?<!\d)(?:19|20)\d{2}\s?年/;
const YEAR = /(?<!\d)(?:19|20)\d{2}(?=\s?年)/g;

/**
 * Whether a year stands where the sentence may take it from: clause, headings, siblings, the document's dates.
 * A value belongs to the year that stands with it: where the sentence, or its clause, states other years and
 * not this one, the value is another year's.
 */
const knowsYear = (year: string, { place, text }: Candidate, asksValue: boolean): boolean => {
  const { document, clause, ancestors } = place;
  const own = document.text.slice(clause.start, clause.end);
  if (asksValue) {
    if (text.includes(year)) return true;
    if (YEAR_STATED.test(text)) return false;
    const stated: readonly string[] = own.match(YEAR) ?? [];
    if (stated.length > 0) return stated.includes(year);
  }
  const parent = ancestors.at(-1);
  const nearby = parent === undefined ? "" : document.text.slice(parent.start, parent.wholeEnd);
  return [
    document.text.slice(clause.start, clause.wholeEnd),
    clausePath(clause, ancestors).join(" "),
    nearby,
    periodText(document),
  ].some((each) => each.includes(year));
};

const knowsPlace = (name: string, { place, text }: Candidate): boolean => {
  const { document, clause, ancestors } = place;
  // A rule for 直辖市 speaks of 上海.
  if (classesOfPlace(name).some((kind) => text.includes(kind))) return true;
  return [
    text,
    clausePath(clause, ancestors).join(" "),
    document.title,
    document.issuers.join(" "),
    document.jurisdiction ?? "",
    document.text.slice(clause.start, clause.end),
  ].some((each) => each.includes(name));
};

const holdsAmount = (amount: string, candidate: Candidate): boolean => {
  const { document, clause } = candidate.place;
  const wanted = numbersIn(amount);
  const present = numbersIn(document.text.slice(clause.start, clause.end));
  return wanted.every((each) => present.some((other) => other.key === each.key));
};

const ASKS_WHEN = /什么时候|何时|\bwhen\b/i;

/** Who asks when, and names the year, is told more than that year (2019年春节什么时候放假). */
const saysWhen = ({ askedFor, resolved, values }: AnalysedQuestion, { text }: Candidate): boolean => {
  const [kind, ...others] = askedFor.quantities;
  if (kind !== "date" || others.length > 0 || values.years.length === 0 || !ASKS_WHEN.test(resolved))
    return true;
  return holdsQuantity(
    values.years.reduce((rest, year) => rest.replaceAll(new RegExp(`${year}\\s?年`, "g"), " "), text),
    "date",
  );
};

const CLAIMS = /(?:方案|规划|文件|政策|办法|条例|规定|意见|通知|要求|提出|计划|目标)[^，。？]{0,20}\d/;

/** The first thing that the question states or asks for and the sentence does not bear out, or null. */
export const unmetRequirement = (
  analysis: AnalysedQuestion,
  candidate: Candidate,
): UnmetRequirement | null => {
  const { values, askedFor, resolved } = analysis;
  const asksValue = askedFor.quantities.length > 0;
  if (values.places.some((place) => !knowsPlace(place, candidate))) return "place";
  if (!askedFor.comparison && values.years.some((year) => !knowsYear(year, candidate, asksValue)))
    return "year";
  // “借300万” of one's own company is no claim about the documents; “方案要求…5万亿元” is.
  const claimsAmount = ASKS_AGREEMENT.test(resolved) || CLAIMS.test(resolved);
  if (claimsAmount && values.amounts.some((amount) => !holdsAmount(amount, candidate))) return "amount";
  const { document, clause } = candidate.place;
  if (contradictsPremise(resolved, document.text.slice(clause.start, clause.end))) return "amount";
  if (ASKS_AGREEMENT.test(resolved)) {
    const folded = foldForCoverage(candidate.text);
    if (STANCES.some((stance) => resolved.includes(stance) && !folded.includes(stance))) return "stance";
  }
  if (lacksUnit(analysis, candidate.text)) return "quantity";
  if (candidate.features.holdsAsked === false || !saysWhen(analysis, candidate)) return "quantity";
  if (!answersFacets(candidate.text, analysis.facets)) return "facet";
  return null;
};
