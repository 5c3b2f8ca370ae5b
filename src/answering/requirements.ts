import { clausePath } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { lacksUnit } from "./answerability-features.ts";
import { holdsQuantity } from "./asked-for.ts";
import { answersFacets } from "./facets.ts";
import { classesOfPlace } from "./place-classes.ts";
import { brokenPremise } from "./premises.ts";

/** Why a sentence cannot answer the question, however similar its words are. */
export type UnmetRequirement = "year" | "place" | "amount" | "quantity" | "facet" | "stance";

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

const ASKS_EACH = /分别|各(?:是|为|按|占|能|可以|由(?!贸)|自(?!由)|有(?!关))/;

/** All places of the question, or one of them where it asks for something of each (甲区和乙区各给多少). */
const knowsPlaces = (
  { values: { places }, askedFor, resolved }: AnalysedQuestion,
  candidate: Candidate,
): boolean => {
  const isKnown = (place: string): boolean => knowsPlace(place, candidate);
  return places.length > 1 && (askedFor.comparison || ASKS_EACH.test(resolved))
    ? places.some((place) => isKnown(place))
    : places.every((place) => isKnown(place));
};

const ANNOUNCES = /[：:]$|下列|以下/;

/** The words or the heading above an item that say what it is an item of (应当提交下列材料：); "" where none do. */
const announcement = ({ place: { document, clause, ancestors } }: Candidate): string => {
  const parent = ancestors.at(-1);
  if (parent === undefined || clause.marker === null) return "";
  const words = document.text.slice(parent.start, parent.end).trim();
  return ANNOUNCES.test(words) ? words : (parent.heading ?? "");
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

const ASKS_SEVERAL_VALUES = /(?:多少|多大).*(?:多少|多大)|分别|各[是为]/;

/** All years of the question, or one of them where it asks for a value of each (2020年是多少，2025年要降到多少). */
const knowsYears = (
  { values: { years }, askedFor, resolved }: AnalysedQuestion,
  candidate: Candidate,
): boolean => {
  const asksValue = askedFor.quantities.length > 0;
  const isKnown = (year: string): boolean => knowsYear(year, candidate, asksValue);
  return asksValue && years.length > 1 && ASKS_SEVERAL_VALUES.test(resolved)
    ? years.some((year) => isKnown(year))
    : years.every((year) => isKnown(year));
};

/** The first thing that the question states or asks for and the sentence does not bear out, or null. */
export const unmetRequirement = (
  analysis: AnalysedQuestion,
  candidate: Candidate,
): UnmetRequirement | null => {
  const { askedFor } = analysis;
  if (!knowsPlaces(analysis, candidate)) return "place";
  if (!askedFor.comparison && !knowsYears(analysis, candidate)) return "year";
  const { document, clause } = candidate.place;
  const broken = brokenPremise(
    analysis.premises,
    candidate.text,
    document.text.slice(clause.start, clause.end),
  );
  if (broken !== null) return broken;
  if (lacksUnit(analysis, candidate.text)) return "quantity";
  if (candidate.features.holdsAsked === false || !saysWhen(analysis, candidate)) return "quantity";
  if (!answersFacets(announcement(candidate) + candidate.text, analysis.facets)) return "facet";
  return null;
};
