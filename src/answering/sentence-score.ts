import { readFileSync } from "node:fs";
import { z } from "zod";

/** What speaks for a sentence as an answer. */
export interface SentenceFeatures {
  /** Weighted share (0–1) of the question's terms in the sentence. */
  readonly coverage: number;
  /** The same with the clause's path and the document's title. */
  readonly coverageInContext: number;
  /** Cosine of question and sentence. */
  readonly dense: number;
  /** Cosine of question and clause; the lowest of all where the vector search did not return it. */
  readonly clauseDense: number;
  /** Fused retrieval score of the clause (a sum of z-scores). */
  readonly clauseScore: number;
  /** Whether the sentence holds a value of a kind asked for; null where none is asked for. */
  readonly holdsAsked: boolean | null;
  readonly inForce: boolean;
  /** A line that is only a title says nothing of its own. */
  readonly isHeading: boolean;
  readonly namesYear: boolean;
  /** The sentence has the form of what was asked: a definition, a responsible body. */
  readonly hasForm: boolean;
  /** The line bears the label of what was asked (承诺办结时限：…). */
  readonly bearsLabel: boolean;
  /** In UTF-16 units. */
  readonly length: number;
}

const LONG = 200;
const SHORT = 20;

const asNumber = (value: boolean): number => (value ? 1 : 0);

/** The features whose weights are learnt, by name, as numbers. */
export const rankingFeatures = (features: SentenceFeatures): Readonly<Record<string, number>> => ({
  dense: features.dense,
  clauseDense: features.clauseDense,
  clauseScore: features.clauseScore,
  coverage: features.coverage,
  coverageInContext: features.coverageInContext,
  hasForm: asNumber(features.hasForm),
  inForce: asNumber(features.inForce),
  length: Math.min(features.length, LONG) / LONG,
  isShort: asNumber(features.length < SHORT),
});

/** Learnt by `npm run fit:ranking` on the cases that are not kept aside. */
const weights = z
  .record(z.string(), z.number())
  .parse(JSON.parse(readFileSync(new URL("sentence-weights.json", import.meta.url), "utf8")));

/** Of these there is too little in the cases to learn from: what lacks the value asked for is rarely ranked at all. */
const chosenByHand = ({ holdsAsked, isHeading, namesYear, bearsLabel }: SentenceFeatures): number =>
  (holdsAsked === null ? 0 : holdsAsked ? 0.5 : -0.5) -
  asNumber(isHeading) +
  0.15 * asNumber(namesYear) +
  asNumber(bearsLabel);

/** How well a sentence answers; of meaning only against other sentences for the same question. */
export const sentenceScore = (features: SentenceFeatures): number =>
  Object.entries(rankingFeatures(features)).reduce(
    (total, [name, value]) => total + value * (weights[name] ?? 0),
    chosenByHand(features),
  );
