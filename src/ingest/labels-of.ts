import { walkClauses } from "../policy/clause.ts";
import { normalise } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";

/** The labels of the clauses that lines are read as, for tests. */
export const labelsOf = (...lines: readonly string[]): string[] => {
  const normalised = normalise(lines.join("\n"));
  return [...walkClauses(parseClauses(normalised, "doc", null).clauses)].map(({ clause }) => clause.label);
};
