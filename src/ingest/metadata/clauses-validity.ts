import type { DocumentFact, PolicyDocument } from "../../policy/document.ts";
import type { FoundTitle } from "./title.ts";
import { findValidity } from "./validity-period.ts";

/** What ready-made clauses say of the document that they form. */
export type ClausesValidity = Pick<PolicyDocument, "effectiveFrom" | "effectiveTo" | "repeals"> & {
  readonly facts: readonly DocumentFact[];
};

/**
 * Reads from when and until when a document of ready-made clauses is valid, and what it repeals, from their texts. It has no
 * head, so that what counts from its publication (自公布之日起) stays unknown.
 *
 * @param text the canonical text, which the clauses cover.
 */
export const readClausesValidity = (
  text: string,
  clauses: readonly { readonly start: number; readonly end: number }[],
  title: string,
): ClausesValidity => {
  const paragraphs = clauses.map(({ start, end }) => ({ start, end, isFootnote: false, cuts: [] }));
  const titleOnly: FoundTitle = { title, start: 0, end: 0 };
  const noDates = {
    signedOn: null,
    adoptedOn: null,
    publishedOn: null,
    publicationIsStated: false,
    promulgatedOn: null,
  };
  const { effectiveFrom, effectiveTo, repeals } = findValidity(
    { text, paragraphs },
    titleOnly,
    [],
    noDates,
    null,
  );
  const facts: DocumentFact[] = repeals.map(({ on, start, end }) => ({
    field: "repeals",
    value: text.slice(start, end),
    ...(on === null ? {} : { on }),
    start,
    end,
  }));
  if (effectiveFrom !== null) facts.push({ field: "effectiveFrom", ...effectiveFrom });
  if (effectiveTo !== null) facts.push({ field: "effectiveTo", ...effectiveTo });
  return {
    effectiveFrom: effectiveFrom?.value ?? null,
    effectiveTo: effectiveTo?.value ?? null,
    repeals: [...new Set(repeals.map((repeal) => repeal.title))],
    facts: facts.toSorted((one, other) => one.start - other.start),
  };
};
