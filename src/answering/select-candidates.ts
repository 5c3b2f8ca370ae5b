import type { AnalysedQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { comparable, isSameText } from "../retrieval/same-text.ts";
import { foldForCoverage, termPresence } from "./term-coverage.ts";

/** How far below the best sentence another may score and still be shown. */
const MARGIN = { value: 0.6, open: 0.8 } as const;
const MOST = { value: 3, open: 4, severalQuestions: 5 } as const;
/** A further sentence may score lower where it bears out a part of the question that nothing else does. */
const MARGIN_FOR_NEW_PART = 2.2;
const WEIGHTY = 0.15;
/** A best sentence that bears out this share of the question is found by its words, not by likeness. */
const ANCHORED = 0.55;
const ON_TOPIC = 0.6;

const SEVERAL = /各(?:是|为|由|自)?|分别|以及/;
/** A sentence of another document must be as good, or the reader gets two documents for one answer. */
const MARGIN_FOR_OTHER_DOCUMENT = 0.1;

const isRepetition = (candidate: Candidate, chosen: readonly Candidate[]): boolean => {
  const text = comparable(candidate.text);
  return chosen.some((other) => {
    const a = foldForCoverage(candidate.text);
    const b = foldForCoverage(other.text);
    return a.includes(b) || b.includes(a) || isSameText(text, comparable(other.text));
  });
};

/** The best sentence of each other document that says (nearly) word for word what a chosen one says. */
export const repeatedElsewhere = (chosen: Candidate, ranked: readonly Candidate[]): Candidate[] => {
  const text = comparable(chosen.text);
  const found = new Map<string, Candidate>();
  for (const candidate of ranked) {
    const { documentId } = candidate.place.document;
    if (documentId === chosen.place.document.documentId || found.has(documentId)) continue;
    if (isSameText(text, comparable(candidate.text))) found.set(documentId, candidate);
  }
  return [...found.values()];
};

/** Shorter official words (研发) stand in too many sentences to tell one. */
const TELLING_TERM = 4;
const MARGIN_FOR_OFFICIAL_TERM = 1;

/**
 * The best sentence with an official term for what the question says in everyday words (小工厂想和大企业一起搞研发:
 * 创新联合体), where no chosen one has such a term for it alone; null where there is none.
 */
const byOfficialTerm = (
  { expansions }: AnalysedQuestion,
  ranked: readonly Candidate[],
  chosen: readonly Candidate[],
): Candidate | null => {
  const [best] = chosen;
  if (best === undefined) return null;
  const open = expansions.filter(
    (term) => term.length >= TELLING_TERM && !chosen.some(({ text }) => text.includes(term)),
  );
  return (
    ranked.find(
      (candidate) =>
        best.score - candidate.score <= MARGIN_FOR_OFFICIAL_TERM &&
        candidate.features.inForce &&
        !candidate.features.isHeading &&
        open.some((term) => candidate.text.includes(term)) &&
        !isRepetition(candidate, chosen),
    ) ?? null
  );
};

/**
 * The sentences that are shown, best first: the best one, those that are nearly as good, and those that bear
 * out a weighty part of the question that the others leave open (several questions in one).
 */
export const selectCandidates = (analysis: AnalysedQuestion, ranked: readonly Candidate[]): Candidate[] => {
  const [best] = ranked;
  if (best === undefined) return [];
  const kind = analysis.askedFor.quantities.length > 0 ? "value" : "open";
  const several = SEVERAL.test(analysis.resolved);
  const total = analysis.terms.reduce((sum, { weight }) => sum + weight, 0);
  const chosen: Candidate[] = [best];
  const bornOut = (text: string): Set<string> =>
    new Set(
      analysis.terms
        .filter((term) => termPresence(term, foldForCoverage(text)) >= 0.9)
        .map(({ text: word }) => word),
    );
  const covered = bornOut(best.text);
  for (const candidate of ranked.slice(1)) {
    if (chosen.length >= (several ? MOST.severalQuestions : MOST[kind])) break;
    if (candidate.features.isHeading || isRepetition(candidate, chosen)) continue;
    const gap = best.score - candidate.score;
    const isNew = analysis.terms.some(
      ({ text, weight }) =>
        weight >= WEIGHTY * total && !covered.has(text) && bornOut(candidate.text).has(text),
    );
    // What is near by its vector alone must also bear out much of what the best sentence bears out.
    const isOnTopic =
      best.features.coverage < ANCHORED || candidate.features.coverage >= ON_TOPIC * best.features.coverage;
    const isSameDocument = candidate.place.document.documentId === best.place.document.documentId;
    const isNowInForce = candidate.features.inForce && !best.features.inForce;
    const near =
      gap <= (isSameDocument || isNowInForce ? MARGIN[kind] : MARGIN_FOR_OTHER_DOCUMENT) &&
      chosen.length < MOST[kind] &&
      isOnTopic;
    if (near || (isNew && gap <= MARGIN_FOR_NEW_PART)) {
      chosen.push(candidate);
      for (const word of bornOut(candidate.text)) covered.add(word);
    }
  }
  const named = kind === "open" ? byOfficialTerm(analysis, ranked, chosen) : null;
  return named === null ? chosen : [...chosen, named];
};
