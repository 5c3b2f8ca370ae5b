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

/** The first thing that the question states or asks for and the sentence does not bear out, or null. */
export const unmetRequirement = (
  analysis: AnalysedQuestion,
  candidate: Candidate,
): UnmetRequirement | null => {
  const { values, askedFor } = analysis;
  const asksValue = askedFor.quantities.length > 0;
  if (values.places.some((place) => !knowsPlace(place, candidate))) return "place";
  if (!askedFor.comparison && values.years.some((year) => !knowsYear(year, candidate, asksValue)))
    return "year";
  const { document, clause } = candidate.place;
  const broken = brokenPremise(
    analysis.premises,
    candidate.text,
    document.text.slice(clause.start, clause.end),
  );
  if (broken !== null) return broken;
  if (lacksUnit(analysis, candidate.text)) return "quantity";
  if (candidate.features.holdsAsked === false || !saysWhen(analysis, candidate)) return "quantity";
  if (!answersFacets(candidate.text, analysis.facets)) return "facet";
  return null;
};
