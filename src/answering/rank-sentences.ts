import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { RetrievedClause } from "../retrieval/retrieve.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import { collectCandidates } from "./candidate.ts";
import type { Candidate } from "./candidate.ts";
import { isSmallIndex } from "./small-index.ts";
import type { NamedDocument } from "./titled-documents.ts";
import { documentsOf } from "./titled-places.ts";
import { labelledClauses } from "./labelled-clauses.ts";
import { unmetRequirement } from "./requirements.ts";

/** Clauses read for a question: more in an index whose sentences are all in memory. */
const CLAUSES = { small: 60, large: 12 } as const;
/** For each side of a comparison. */
const CLAUSES_PER_SIDE = 8;
/** Further clauses for the question in other words. */
const CLAUSES_PER_WORDING = 6;
const MOST_SIDES = 3;
/** Documents of the places asked about that are searched by themselves. */
const MOST_LOCAL = 50;
export interface RankedSentences {
  readonly clauses: readonly RetrievedClause[];
  /** Every candidate, best first. */
  readonly all: readonly Candidate[];
  /** Those that meet every requirement and are more than a heading. */
  readonly answering: readonly Candidate[];
  /** When retrieval was done, by `performance.now()`. */
  readonly searchedAt: number;
}

/** The documents that a question may be answered from: those allowed, and of these the ones it names. */
export const searchedDocuments = async (
  context: RetrievalContext,
  { question, scope }: AnalysedQuestion,
): Promise<readonly NamedDocument[]> => {
  const heads = await context.snapshot.listDocuments();
  return heads.filter(
    ({ documentId }) =>
      (question.documentIds === null || question.documentIds.includes(documentId)) &&
      (scope.documentIds === null || scope.documentIds.includes(documentId)),
  );
};

const withFurther = (
  clauses: readonly RetrievedClause[],
  further: readonly RetrievedClause[],
): RetrievedClause[] => {
  const known = new Set(clauses.map(({ clauseId }) => clauseId));
  return [...clauses, ...further.filter(({ clauseId }) => !known.has(clauseId))];
};

/** Retrieves clauses for a question and ranks their sentences as answers. */
export const rankSentences = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
): Promise<RankedSentences> => {
  const heads = await searchedDocuments(context, analysis);
  const searched = heads.map(({ documentId }) => documentId);
  const size = isSmallIndex(context.snapshot) ? "small" : "large";
  const isRestricted = analysis.scope.documentIds !== null || analysis.question.documentIds !== null;
  const vector = context.embedQuestion(analysis.searchText);
  const search = (documentIds: readonly string[] | null, limit: number): Promise<RetrievedClause[]> =>
    context.retrieve(
      { text: analysis.searchText, vector, expansions: analysis.expansions },
      { limit, ...(documentIds === null ? {} : { filter: { documentIds } }) },
    );
  let clauses: readonly RetrievedClause[] = await search(isRestricted ? searched : null, CLAUSES[size]);
  if (analysis.askedFor.comparison) {
    const named = analysis.scope.documentIds ?? [];
    // Where one side alone is named by its title, the other is looked for in all documents.
    const others =
      named.length === 1 && analysis.question.documentIds === null
        ? await search(null, CLAUSES[size])
        : clauses;
    const found = [...new Set([...named, ...others.map(({ documentId }) => documentId)])];
    const sides = named.length !== 1 && searched.length <= MOST_SIDES ? searched : found.slice(0, MOST_SIDES);
    clauses = (await Promise.all(sides.map((documentId) => search([documentId], CLAUSES_PER_SIDE)))).flat();
  }
  if (!analysis.askedFor.comparison) {
    const filter = isRestricted ? { filter: { documentIds: searched } } : {};
    const further = await Promise.all(
      analysis.otherWordings.map((text) =>
        context.retrieve({ text }, { limit: CLAUSES_PER_WORDING, ...filter }),
      ),
    );
    for (const found of further) clauses = withFurther(clauses, found);
    // What another place says of the same may stand before all that the place asked for says of it.
    const local = documentsOf(heads, analysis.values.places);
    if (local.length > 0 && local.length < heads.length) {
      const documentIds = local.slice(0, MOST_LOCAL).map(({ documentId }) => documentId);
      clauses = withFurther(clauses, await search(documentIds, CLAUSES.large));
    }
    clauses = withFurther(clauses, await labelledClauses(context, analysis.facets, clauses));
  }
  const searchedAt = performance.now();
  const asked = await vector;
  const all = await collectCandidates(context, analysis, asked, clauses);
  const answering = all.filter(
    (candidate) => !candidate.features.isHeading && unmetRequirement(analysis, candidate) === null,
  );
  return { clauses, all, answering, searchedAt };
};
