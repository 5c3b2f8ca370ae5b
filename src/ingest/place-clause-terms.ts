import type { Clause } from "../policy/clause.ts";
import type { IngestIssue, PolicyDocument } from "../policy/document.ts";
import { firstDay, lastDay } from "../policy/partial-date.ts";
import type { ValidityPeriod } from "../policy/validity.ts";
import { clauseByLabel } from "./clause-by-label.ts";
import type { ClauseTerm } from "./metadata/clause-terms.ts";
import { endAfter } from "./metadata/end-of-validity.ts";

const issueOf = (code: string, message: string, { start, end }: ClauseTerm): IngestIssue => ({
  code,
  message,
  start,
  end,
});

const withValidity = (
  clauses: readonly Clause[],
  periods: ReadonlyMap<string, ValidityPeriod>,
  inherited?: ValidityPeriod,
): readonly Clause[] =>
  clauses.map((clause) => {
    const validity = periods.get(clause.clauseId) ?? inherited;
    return {
      ...clause,
      ...(validity === undefined ? {} : { validity }),
      children: withValidity(clause.children, periods, validity),
    };
  });

/**
 * Gives the clauses that a document names with dates of their own (其中第二条执行至…) these dates, and what stands below them
 * too; what a term leaves open is as the document has it. A term of a clause that is not there, or that ends before
 * it begins, is an issue and changes nothing.
 */
export const placeClauseTerms = (
  clauses: readonly Clause[],
  terms: readonly ClauseTerm[],
  document: Pick<PolicyDocument, "effectiveFrom" | "effectiveTo">,
): { readonly clauses: readonly Clause[]; readonly issues: readonly IngestIssue[] } => {
  const periods = new Map<string, ValidityPeriod>();
  const issues: IngestIssue[] = [];
  for (const term of terms) {
    const effectiveFrom = term.from ?? document.effectiveFrom;
    const counted =
      term.months === null || effectiveFrom === null ? null : endAfter(effectiveFrom, term.months);
    const effectiveTo = term.to ?? counted ?? document.effectiveTo;
    for (const name of term.clauses) {
      const clause = clauseByLabel(clauses, name, term.start);
      if (clause === null) {
        issues.push(
          issueOf("clause_dates_not_placed", `正文规定了${name}的施行或有效日期，但未找到该条款。`, term),
        );
        continue;
      }
      if (effectiveFrom !== null && effectiveTo !== null && lastDay(effectiveTo) < firstDay(effectiveFrom)) {
        issues.push(issueOf("metadata_contradiction", `${name}的有效期在其施行之前结束。`, term));
        continue;
      }
      periods.set(clause.clauseId, { effectiveFrom, effectiveTo });
    }
  }
  return { clauses: periods.size === 0 ? clauses : withValidity(clauses, periods), issues };
};
