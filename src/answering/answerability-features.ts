import type { AnalysedQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { contextWords } from "./context-words.ts";
import { foldForCoverage, termPresence } from "./term-coverage.ts";
import type { WeightedTerm } from "./term-coverage.ts";

/** Weighted share of all terms that are of a kind and missing in a text. */
const missingShare = (
  terms: readonly WeightedTerm[],
  isCounted: (term: WeightedTerm) => boolean,
  around: string,
): number => {
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const missing = terms
    .filter((term) => isCounted(term))
    .reduce((sum, term) => sum + term.weight * (1 - termPresence(term, around)), 0);
  return total === 0 ? 0 : missing / total;
};

const VALUE_ASKED = /多少|多大|多久|多长|几|百分之|什么时候|何时|哪一?[年天]/;
/** UTF-16 units between the end of what is measured and the word that asks for its value. */
const NEAR = 8;

/** What a question for a value measures: the noun nearest before the word that asks (利率是多少); or null. */
const measuredTerm = ({ resolved, terms }: AnalysedQuestion): WeightedTerm | null => {
  const at = VALUE_ASKED.exec(resolved)?.index ?? -1;
  let nearest: WeightedTerm | null = null;
  let nearestEnd = at - NEAR;
  for (const term of terms) {
    const begin = resolved.lastIndexOf(term.text, at);
    const end = begin + term.text.length;
    if (begin < 0 || !term.isNoun || end > at || end < nearestEnd) continue;
    nearest = term;
    nearestEnd = end;
  }
  return nearest;
};

/** The model's cosine of a question and any sentence of the clauses found, and what the best one of few answers falls below. */
const TYPICAL_COSINE = 0.72;
const LOW_COSINE = 0.79;

/** A row of things: what a question for a list wants to see. */
const ENUMERATES = /、[^、。]{1,30}、|(?:下列|如下|以下)|[：:]$|[一二三四五]是/;

const most = (read: (candidate: Candidate) => number, among: readonly Candidate[]): number =>
  Math.max(...among.map((candidate) => read(candidate)));

const isTrue = (value: boolean): number => (value ? 1 : 0);

/**
 * What speaks for and against the best sentence as an answer, by name, as numbers of about the same size.
 * `ranked` are the sentences that meet every requirement, best first; at least one.
 */
export const answerabilityFeatures = (
  analysis: AnalysedQuestion,
  ranked: readonly [Candidate, ...Candidate[]],
): Readonly<Record<string, number>> => {
  const [best, second] = ranked;
  const { features, place, text } = best;
  const { terms, askedFor } = analysis;
  const folded = foldForCoverage(text);
  const around = folded + contextWords(place);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const worst = (where: string): number =>
    Math.max(0, ...terms.map((term) => term.weight * (1 - termPresence(term, where)))) / total;
  const asksValue = isTrue(askedFor.quantities.length > 0);
  const dense = (features.dense - TYPICAL_COSINE) * 5;
  const spoken =
    terms.filter(({ synonyms }) => synonyms.length > 0).reduce((sum, { weight }) => sum + weight, 0) / total;
  const top = ranked.slice(0, 3);
  const measured = askedFor.quantities.length > 0 ? measuredTerm(analysis) : null;
  const unmeasured = (where: string): number => (measured === null ? 0 : 1 - termPresence(measured, where));
  const lowCoverage = Math.max(0, 0.35 - features.coverageInContext) * 3;
  const lowDense = Math.max(0, LOW_COSINE - most((each) => each.features.dense, top)) * 10;
  return {
    coverage: features.coverage,
    coverageInContext: features.coverageInContext,
    dense,
    denseBelowBest: (features.dense - most((each) => each.features.dense, ranked)) * 5,
    clauseDense: (features.clauseDense - TYPICAL_COSINE) * 5,
    clauseScore: features.clauseScore / 3,
    clauseScoreBelowBest: (features.clauseScore - most((each) => each.features.clauseScore, ranked)) / 3,
    worstMissing: worst(folded),
    worstMissingInContext: worst(around),
    missingUnknown: missingShare(
      terms,
      ({ frequency, isOfficial }) => frequency === 0 && !isOfficial,
      around,
    ),
    missingOfficial: missingShare(terms, ({ isOfficial }) => isOfficial, around),
    missingNoun: missingShare(terms, ({ isNoun }) => isNoun, around),
    asksValue,
    "asksValue×coverage": asksValue * features.coverage,
    "asksValue×worstMissing": asksValue * worst(folded),
    measuredMissing: unmeasured(folded),
    measuredMissingInContext: unmeasured(around),
    lowCoverage,
    lowDense,
    "lowCoverage×lowDense": lowCoverage * lowDense,
    "yesNo×lowCoverage": isTrue(askedFor.yesNo) * lowCoverage,
    "list×enumerates": isTrue(askedFor.list && ENUMERATES.test(text)),
    "agency×noForm": isTrue(askedFor.agency && !features.hasForm),
    agency: isTrue(askedFor.agency),
    "agency×coverage": isTrue(askedFor.agency) * features.coverage,
    hasForm: isTrue(features.hasForm),
    yesNo: isTrue(askedFor.yesNo),
    "yesNo×coverage": isTrue(askedFor.yesNo) * features.coverage,
    why: isTrue(askedFor.why),
    list: isTrue(askedFor.list),
    fewTerms: isTrue(terms.length <= 1),
    spokenShare: spoken,
    "spokenShare×dense": spoken * dense,
    namesYear: isTrue(features.namesYear),
    inForce: isTrue(features.inForce),
    facets: isTrue(analysis.facets.length > 0),
    shortSentence: isTrue(text.length < 25),
    score: best.score / 5,
    aheadOfSecond: second === undefined ? 1 : best.score - second.score,
    coverageAmongBest: most((each) => each.features.coverage, top),
    denseAmongBest: (most((each) => each.features.dense, top) - TYPICAL_COSINE) * 5,
  };
};
