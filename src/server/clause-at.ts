import type { TextSpan } from "../measures/requirement.ts";
import type { Clause } from "../policy/clause.ts";

/** The deepest clause that holds a span, with its ancestors. */
export const clauseAt = (
  clauses: readonly Clause[],
  { start, end }: TextSpan,
  ancestors: readonly Clause[] = [],
): { readonly clause: Clause; readonly ancestors: readonly Clause[] } | null => {
  const holder = clauses.find((clause) => clause.start <= start && end <= clause.wholeEnd);
  if (holder === undefined) return null;
  return clauseAt(holder.children, { start, end }, [...ancestors, holder]) ?? { clause: holder, ancestors };
};
