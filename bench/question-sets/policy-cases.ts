import { loadCases } from "../../eval/load-cases.ts";
import { documentKey, readSourceDocuments } from "../../eval/source-documents.ts";
import type { IndexSnapshot } from "../../src/clause-index/index-types.ts";
import { deepestClausesOf } from "./deepest-clauses.ts";
import type { JudgedQuery } from "./judged-query.ts";
import type { Part, QuestionSet } from "./question-set.ts";

type Locate = (snippet: string) => string[];

/** For every document key, where a snippet stands in the index's documents of that file. */
const locators = async (snapshot: IndexSnapshot): Promise<ReadonlyMap<string, readonly Locate[]>> => {
  const byKey = new Map<string, Locate[]>();
  for (const { documentId, file } of await snapshot.listDocuments()) {
    const document = await snapshot.getDocument(documentId);
    if (document === null) continue;
    const key = documentKey(file.name);
    byKey.set(key, [...(byKey.get(key) ?? []), deepestClausesOf(document)]);
  }
  return byKey;
};

/**
 * The questions of a cases file that expect an answer: every entry of the evidence is a need, met by the deepest clauses
 * that hold one of its snippets. Questions that go on from earlier turns are no searches by themselves; where evidence
 * stands in no clause of the index, the question is left out as well.
 * @param folders - the sources that the cases quote
 */
export const readPolicyCases = async (
  file: string,
  folders: readonly string[],
  snapshot: IndexSnapshot,
  part: Part,
): Promise<Pick<QuestionSet, "queries" | "left">> => {
  const locate = await locators(snapshot);
  const left = { refusals: 0, followUps: 0, unplaced: 0 };
  const queries: JudgedQuery[] = [];
  for (const each of loadCases(file, readSourceDocuments(folders))) {
    if (each.keptAside !== (part === "kept")) continue;
    const needs = each.evidence.map(({ anyOf }) => [
      ...new Set(
        anyOf.flatMap(({ document, snippet }) =>
          (locate.get(document) ?? []).flatMap((place) => place(snippet)),
        ),
      ),
    ]);
    if (each.expect.refused || needs.length === 0) left.refusals += 1;
    else if ((each.history ?? []).length > 0) left.followUps += 1;
    else if (needs.some((clauseIds) => clauseIds.length === 0)) left.unplaced += 1;
    else queries.push({ id: each.id, text: each.question, needs });
  }
  return { queries, left };
};
