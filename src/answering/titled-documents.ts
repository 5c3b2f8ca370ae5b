import type { PolicyDocument } from "../policy/document.ts";
import { coverage, foldForCoverage } from "./term-coverage.ts";
import type { WeightedTerm } from "./term-coverage.ts";

const BORNE_OUT_BY_TITLE = 0.85;

/** What a question may name a document by. */
export type NamedDocument = Pick<PolicyDocument, "documentId" | "title" | "issuers">;

/** The documents whose titles and issuers bear out (nearly) all of these terms: those that a question means by them. */
export const titledBy = (
  heads: readonly NamedDocument[],
  terms: readonly WeightedTerm[],
): readonly NamedDocument[] =>
  heads.filter(
    ({ title, issuers }) =>
      terms.length === 0 || coverage(terms, foldForCoverage(title + issuers.join(""))) >= BORNE_OUT_BY_TITLE,
  );
