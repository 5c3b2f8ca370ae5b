import type { Clause } from "../policy/clause.ts";
import type { ClauseEnd, PolicyDocument } from "../policy/document.ts";
import { lastDay } from "../policy/partial-date.ts";
import type { ValidityPeriod } from "../policy/validity.ts";
import { clauseByLabel } from "./clause-by-label.ts";

const mapClauses = (clauses: readonly Clause[], change: (clause: Clause) => Clause): readonly Clause[] =>
  clauses.map((clause) => {
    const changed = change(clause);
    return { ...changed, children: mapClauses(changed.children, change) };
  });

const withoutLinks = (clause: Clause): Clause => {
  const { unlinkedValidity, validity: _validity, ...rest } = clause;
  if (unlinkedValidity === undefined) return clause;
  return unlinkedValidity === null ? rest : { ...rest, validity: unlinkedValidity };
};

/**
 * Gives clauses the validity that other documents of the index give them: the ends of single clauses, a document's
 * later end where a clause ended with it, and its repeal. What linking gave them before is taken back first, so
 * that the same links always give the same clauses.
 */
export const linkClauses = (
  clauses: readonly Clause[],
  document: Pick<PolicyDocument, "effectiveFrom" | "effectiveTo" | "repealedOn" | "clauseEnds" | "unlinked">,
): readonly Clause[] => {
  const plain = mapClauses(clauses, withoutLinks);
  const ends = new Map<string, ClauseEnd>();
  for (const each of document.clauseEnds ?? []) {
    const clause = clauseByLabel(plain, each.clause, 0);
    if (clause === null) continue;
    for (const clauseId of idsOf(clause)) {
      const known = ends.get(clauseId);
      if (known === undefined || lastDay(known.to) < lastDay(each.to)) ends.set(clauseId, each);
    }
  }
  const stated = document.unlinked?.effectiveTo;
  return mapClauses(plain, (clause) => {
    const own = clause.validity;
    const given = ends.get(clause.clauseId)?.to;
    if (own === undefined && given === undefined) return clause;
    const { effectiveFrom, effectiveTo } = own ?? document;
    const endsWithDocument = stated !== undefined && own !== undefined && effectiveTo === stated;
    const validity: ValidityPeriod = {
      effectiveFrom,
      effectiveTo: given ?? (endsWithDocument ? document.effectiveTo : effectiveTo),
      repealedOn: document.repealedOn,
    };
    const isOwn =
      own !== undefined &&
      validity.effectiveTo === own.effectiveTo &&
      (own.repealedOn ?? null) === document.repealedOn;
    return isOwn ? clause : { ...clause, validity, unlinkedValidity: own ?? null };
  });
};

const idsOf = (clause: Clause): string[] => [
  clause.clauseId,
  ...clause.children.flatMap((child) => idsOf(child)),
];
