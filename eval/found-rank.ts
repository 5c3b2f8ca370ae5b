import type { SearchReply } from "../src/contract/search.ts";
import type { EvalCase } from "./case-schema.ts";
import { compactText } from "./compact-text.ts";
import type { TargetDocuments } from "./target-documents.ts";

/** How many clauses the plain search is asked for. */
export const FOUND_LIMIT = 10;

/** The rank, from 1, of the first found clause that holds one of the entry's alternatives; null: none does. */
export const foundRank = (
  found: SearchReply["hits"],
  { anyOf }: EvalCase["evidence"][number],
  target: TargetDocuments,
): number | null => {
  const at = found.findIndex((hit) => {
    const text = compactText(hit.text);
    return anyOf.some(
      ({ document, snippet }) =>
        target.idsOf(document).includes(hit.documentId) && text.includes(compactText(snippet)),
    );
  });
  return at < 0 ? null : at + 1;
};
