import type { DocumentReply } from "../../src/contract/documents.ts";
import type { Draft } from "./draft.ts";
import type { AskedClause } from "./proposal.ts";
import { askedClauses, toDraft } from "./proposal.ts";
import type { Template } from "./templates.ts";
import { TEMPLATES } from "./templates.ts";

/** Up to `count` of the values, as far from each other as they allow. */
const spread = <Value>(values: readonly Value[], count: number): Value[] =>
  values.length <= count
    ? [...values]
    : Array.from({ length: count }, (_, at) => values[Math.floor((at * values.length) / count)]).flatMap(
        (value) => (value === undefined ? [] : [value]),
      );

const draftsOf = (template: Template, clauses: readonly AskedClause[]): Draft[] =>
  clauses.flatMap((clause) =>
    template
      .propose(clause)
      .map((proposal) => toDraft(proposal, clause, { kind: "template", name: template.name })),
  );

/**
 * Up to `count` questions about a document, read off the wording of its clauses: the templates take turns, and
 * each takes clauses from all over the document. The same document gives the same questions.
 */
export const proposeFromTemplates = (document: DocumentReply, count: number): Draft[] => {
  const clauses = askedClauses(document);
  const waiting = TEMPLATES.map((template) => spread(draftsOf(template, clauses), count));
  const drafts: Draft[] = [];
  for (let round = 0; round < count; round += 1) {
    for (const each of waiting) {
      const draft = each[round];
      if (draft !== undefined && drafts.length < count) drafts.push(draft);
    }
  }
  return drafts;
};
