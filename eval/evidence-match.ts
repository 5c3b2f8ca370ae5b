import type { CitationReply } from "../src/contract/common.ts";
import type { EvalCase } from "./case-schema.ts";
import { compactText } from "./compact-text.ts";
import type { TargetDocuments } from "./target-documents.ts";

export type Snippet = EvalCase["evidence"][number]["anyOf"][number];

/** Whether the citation's quote holds the snippet, white space aside, and comes from the snippet's document. */
export const quotesSnippet = (citation: CitationReply, snippet: Snippet, target: TargetDocuments): boolean =>
  target.idsOf(snippet.document).includes(citation.documentId) &&
  compactText(citation.quote).includes(compactText(snippet.snippet));
