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

const NUMBER = "[\\d一二两三四五六七八九十百千万亿余多]";
/** What is counted: 多少户, 几个品种, 多少人口. */
const COUNTED =
  /(?:多少|几)(?<classifier>[个名位家户人台辆所项种门张座处条款次批届岁亩吨倍]|公里)?(?<noun>[\u4E00-\u9FFF]{0,2})/u;
/** Values of kinds that `asked-for.ts` knows by their forms. */
const OTHER_KINDS = /^(?:钱|元|万|亿|年|天|月|时间|小时|美元|工作|星期|周|比例|百分)/;
/** One of these may stand for another: 几个地方, 三家. */
const COMMON_CLASSIFIERS = "个名位家";
/** Units: a number of another one is no answer. */
const UNITS = "倍次岁亩吨届批";

/** Whether a question asks for a number of units (几倍) of which the text has none. */
export const lacksUnit = (analysis: AnalysedQuestion, text: string): boolean =>
  UNITS.includes(COUNTED.exec(analysis.resolved)?.groups?.["classifier"] ?? "-") &&
  lacksCounted(analysis, text);

/** Whether a question counts something (多少户) and the text holds no number of it (of 户). */
const lacksCounted = ({ askedFor, resolved }: AnalysedQuestion, text: string): boolean => {
  const { classifier, noun } = COUNTED.exec(resolved)?.groups ?? {};
  if (askedFor.quantities.length === 0 || classifier === undefined) return false;
  if (OTHER_KINDS.test(classifier + (noun ?? ""))) return false;
  const common = noun?.startsWith("人") === true ? `${COMMON_CLASSIFIERS}人` : COMMON_CLASSIFIERS;
  const accepted = COMMON_CLASSIFIERS.includes(classifier) ? `[${common}]` : classifier;
  // 年满60周岁
  return !new RegExp(`${NUMBER}\\s*周?${accepted}`).test(text.normalize("NFKC"));
};

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How far the best sentence's cosine stands out among all that were read, in deviations. */
const standsOut = (ranked: readonly [Candidate, ...Candidate[]]): number => {
  const cosines = ranked.map(({ features }) => features.dense);
  const mean = meanOf(cosines);
  const deviation = Math.sqrt(meanOf(cosines.map((cosine) => (cosine - mean) ** 2)));
  return (ranked[0].features.dense - mean) / (deviation || 0.02);
};

/** How far the best sentence's cosine lies above that of any sentence of another clause. */
const aboveOtherClauses = ([best, ...others]: readonly [Candidate, ...Candidate[]]): number => {
  const elsewhere = others.filter(({ place }) => place.clause.clauseId !== best.place.clause.clauseId);
  if (elsewhere.length === 0) return 0.05;
  return best.features.dense - Math.max(...elsewhere.map(({ features }) => features.dense));
};

const isTrue = (value: boolean): number => (value ? 1 : 0);

/** The model's cosine of a question and any sentence of the clauses found. */
const TYPICAL_COSINE = 0.72;
/** Log odds of about this size become features of about 1. */
const ODDS = 3;
/** What lies this far behind the best sentence is no rival of it any more. */
const FIFTH = 4;

/**
 * What speaks for and against the best sentence as an answer, by name, as numbers of about the same size: how near
 * it is, how far it stands out, and what of the question it leaves open. Chosen from 56 such features by forward
 * selection on cross-validated likelihood, but for the two of the pair reader (`odds`). `ranked` are the sentences that
 * meet every requirement, best first; `odds` of the first of them are log odds that they answer.
 */
export const answerabilityFeatures = (
  analysis: AnalysedQuestion,
  ranked: readonly [Candidate, ...Candidate[]],
  odds: readonly number[],
): Readonly<Record<string, number>> => {
  const [best] = ranked;
  const { features, place, text } = best;
  const { terms, askedFor } = analysis;
  const around = foldForCoverage(text) + contextWords(place);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const worstMissing =
    Math.max(0, ...terms.map((term) => term.weight * (1 - termPresence(term, around)))) / total;
  const measured = askedFor.quantities.length > 0 ? measuredTerm(analysis) : null;
  const highest = Math.max(...ranked.slice(0, 3).map((each) => each.features.dense));
  return {
    denseAmongBest: (highest - TYPICAL_COSINE) * 5,
    clauseDense: (features.clauseDense - TYPICAL_COSINE) * 5,
    denseAboveOtherClauses: aboveOtherClauses(ranked) * 10,
    odds: (odds[0] ?? 0) / ODDS,
    oddsAmongBest: Math.max(...odds) / ODDS,
    score: best.score / 5,
    scoreAboveFifth: best.score - (ranked[Math.min(FIFTH, ranked.length - 1)] ?? best).score,
    "worstMissing×standsOut": (worstMissing * standsOut(ranked)) / 2,
    missingUnknown: missingShare(
      terms,
      ({ frequency, isOfficial }) => frequency === 0 && !isOfficial,
      around,
    ),
    missingOfficial: missingShare(terms, ({ isOfficial }) => isOfficial, around),
    measuredMissing: measured === null ? 0 : 1 - termPresence(measured, around),
    countedMissing: isTrue(lacksCounted(analysis, text)),
    agency: isTrue(askedFor.agency),
    yesNo: isTrue(askedFor.yesNo),
    why: isTrue(askedFor.why),
    facets: isTrue(analysis.facets.length > 0),
    inForce: isTrue(features.inForce),
  };
};
