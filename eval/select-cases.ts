import type { EvalCase } from "./case-schema.ts";
import type { CliOptions } from "./cli-options.ts";

/** The cases that the options ask for, in their order. */
export const selectCases = (
  cases: readonly EvalCase[],
  { keptAside, filter }: Pick<CliOptions, "keptAside" | "filter">,
): EvalCase[] =>
  cases.filter((each) => {
    if (keptAside === "exclude" && each.keptAside) return false;
    if (keptAside === "only" && !each.keptAside) return false;
    return filter === null || [each.id, each.question, ...each.tags].some((text) => text.includes(filter));
  });
