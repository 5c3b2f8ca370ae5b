import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import { answerability } from "./answerability.ts";
import type { Candidate } from "./candidate.ts";

/** Below this estimated probability the best sentence is not shown as an answer. */
const ANSWERABLE = 0.3;

/**
 * Sentences that are read together with the question, side by side on two cores. How they were read tells whether
 * anything answers; which of them is the best one their scores tell as well (`docs/decisions.md`).
 */
const SENTENCES_READ = 2;
/** No reading is trusted further than this, in log odds. */
const SUREST = 4;
/** What a reading may come to, at its extremes: of the best sentence, and of the one after it. */
const EXTREMES: readonly (readonly number[])[] = [
  [-SUREST, -SUREST],
  [-SUREST, SUREST],
  [SUREST, SUREST],
];

/** Log odds that each of the first of the ranked sentences answers, read together with the question. */
export const readOdds = async (
  context: Pick<RetrievalContext, "readAnswers">,
  { searchText }: AnalysedQuestion,
  ranked: readonly Candidate[],
): Promise<readonly number[]> => {
  const first = ranked.slice(0, SENTENCES_READ).map(({ text }) => text);
  const odds = await context.readAnswers(searchText, first);
  return odds.map((each) => Math.min(SUREST, Math.max(-SUREST, each)));
};

/**
 * Whether the best of the ranked sentences answers the question. Sentences are read only where that can change the
 * outcome: reading takes as long as all the rest of an answer.
 */
export const isAnswerable = async (
  context: Pick<RetrievalContext, "readAnswers">,
  analysis: AnalysedQuestion,
  ranked: readonly [Candidate, ...Candidate[]],
): Promise<boolean> => {
  const answers = (odds: readonly number[]): boolean => answerability(analysis, ranked, odds) >= ANSWERABLE;
  const [first = false, ...others] = EXTREMES.map(answers);
  if (others.every((other) => other === first)) return first;
  return answers(await readOdds(context, analysis, ranked));
};
