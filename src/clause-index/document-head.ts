import type { PolicyDocument } from "../policy/document.ts";
import type { DocumentHead } from "./index-types.ts";

/** A document without what only its reader needs. */
export const headOf = (document: PolicyDocument): DocumentHead => {
  const {
    text: _text,
    clauses: _clauses,
    normalisations: _normalisations,
    issues: _issues,
    dropped: _dropped,
    ...head
  } = document;
  return head;
};
