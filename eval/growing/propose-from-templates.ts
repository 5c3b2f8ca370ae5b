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

/** How many drafts each list gives when they take turns until there are `count`. */
const quotas = (lists: readonly (readonly Draft[])[], count: number): number[] => {
  const taken = lists.map(() => 0);
  let all = 0;
  let before = -1;
  while (all < count && all !== before) {
    before = all;
    for (const [at, list] of lists.entries()) {
      const own = taken[at] ?? 0;
      if (all >= count || own >= list.length) continue;
      taken[at] = own + 1;
      all += 1;
    }
  }
  return taken;
};

/**
 * Up to `count` questions about a document, read off the wording of its clauses: the templates take turns, and
 * each takes clauses from all over the document. The same document gives the same questions.
 */
export const proposeFromTemplates = (document: DocumentReply, count: number): Draft[] => {
  const clauses = askedClauses(document);
  const lists = TEMPLATES.map((template) => draftsOf(template, clauses));
  const taken = quotas(lists, count);
  return lists.flatMap((list, at) => spread(list, taken[at] ?? 0));
};
