import type { Clause } from "./clause.ts";
import type { PolicyDocument } from "./document.ts";
import type { ValidityPeriod } from "./validity.ts";

/**
 * The time in which a clause is valid: its own dates where it has any, else its document's. A repeal of the
 * document ends its clauses too, whatever dates they have of their own.
 */
export const clauseValidity = (
  document: Pick<PolicyDocument, "effectiveFrom" | "effectiveTo" | "repealedOn">,
  clause: Pick<Clause, "validity">,
): ValidityPeriod => {
  const own = clause.validity ?? document;
  return {
    effectiveFrom: own.effectiveFrom,
    effectiveTo: own.effectiveTo,
    repealedOn: own.repealedOn ?? document.repealedOn,
  };
};
