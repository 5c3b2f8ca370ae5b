import { readAddress } from "../retrieval/clause-address.ts";
import type { AddressStep } from "../retrieval/clause-address.ts";
import { findScope } from "../retrieval/document-scope.ts";
import type { DocumentScope } from "../retrieval/document-scope.ts";
import { synonymsOf, translateEnglish } from "../retrieval/vocabulary.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import { readAskedFor } from "./asked-for.ts";
import type { AskedFor } from "./asked-for.ts";
import { questionTerms } from "../retrieval/question-terms.ts";
import { readQuestionValues } from "./question-values.ts";
import type { QuestionValues } from "./question-values.ts";
import type { Question } from "./assistant.ts";
import { foldForCoverage } from "./term-coverage.ts";
import type { WeightedTerm } from "./term-coverage.ts";

/** A question with everything that was read from it, before anything is searched. */
export interface AnalysedQuestion {
  readonly question: Question;
  /** The question after the conversation was taken into account. */
  readonly resolved: string;
  /** What is searched: the resolved question, with Chinese words for English ones. */
  readonly searchText: string;
  readonly scope: DocumentScope;
  readonly address: readonly AddressStep[];
  readonly askedFor: AskedFor;
  readonly terms: readonly WeightedTerm[];
  readonly values: QuestionValues;
}

/** Reads a question. `resolved` is the question with the conversation taken into account. */
export const analyseQuestion = async (
  context: RetrievalContext,
  question: Question,
  resolved: string,
): Promise<AnalysedQuestion> => {
  const heads = await context.snapshot.listDocuments();
  const allowed = question.documentIds;
  const scope = findScope(
    resolved,
    allowed === null ? heads : heads.filter(({ documentId }) => allowed.includes(documentId)),
    question.asOf,
  );
  const chinese = translateEnglish(resolved);
  const searchText = chinese.length === 0 ? resolved : `${resolved} ${chinese.join(" ")}`;
  const terms: WeightedTerm[] = [];
  for (const { text, importance } of questionTerms(
    chinese.length === 0 ? resolved : chinese.join(" "),
    scope.mentions,
  )) {
    const frequency = await context.frequency(text);
    const rarity = Math.log((context.snapshot.chunkCount + 1) / (frequency + 0.5));
    terms.push({
      text,
      weight: importance * Math.max(0, rarity),
      frequency,
      synonyms: synonymsOf(text).map((synonym) => foldForCoverage(synonym)),
    });
  }
  return {
    question,
    resolved,
    searchText,
    scope,
    address: readAddress(resolved),
    askedFor: readAskedFor(resolved),
    terms,
    values: readQuestionValues(resolved, scope.mentions),
  };
};
