import type { AnswerReply } from "../src/contract/answer.ts";
import type { CitationReply } from "../src/contract/common.ts";
import type { ClauseReply, DocumentReply, DocumentSummary } from "../src/contract/documents.ts";
import type { AssistantClient } from "./assistant-client.ts";
import { documentKey } from "./source-documents.ts";

/** Where a clause stands: `start`–`wholeEnd`, UTF-16 offsets into its document's text, children included. */
interface ClausePlace {
  readonly documentId: string;
  readonly start: number;
  readonly wholeEnd: number;
}

/** A clause's own span, children not included. */
export interface OwnSpan {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

export interface TargetDocument {
  readonly title: string;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly clauses: readonly OwnSpan[];
}

/** What the target itself says of the documents and clauses that it cites. */
export interface TargetDocuments {
  /** Ids of the documents that were read from this file, by document key. */
  idsOf(key: string): readonly string[];
  /** Null if the target does not have the document. */
  text(documentId: string): string | null;
  clause(clauseId: string): ClausePlace | null;
  /** What the target says of a document that was fetched: title, validity, clauses in text order. */
  document(documentId: string): TargetDocument | null;
}

/** Every citation of a reply, those of a refusal's nearest clauses included. */
export const allCitations = (reply: AnswerReply): readonly CitationReply[] => [
  ...reply.citations,
  ...(reply.refusal?.nearest ?? []),
];

const addClauses = (
  places: Map<string, ClausePlace>,
  documentId: string,
  clauses: readonly ClauseReply[],
): void => {
  for (const clause of clauses) {
    places.set(clause.clauseId, { documentId, start: clause.start, wholeEnd: clause.wholeEnd });
    addClauses(places, documentId, clause.children);
  }
};

const ownSpans = (clauses: readonly ClauseReply[]): OwnSpan[] =>
  clauses.flatMap(({ label, start, end, children }) => [{ label, start, end }, ...ownSpans(children)]);

/**
 * Fetches the documents that `replies` cite and those of the `keys`, each once, and asks for the clauses that their trees lack. A
 * document or clause that cannot be had is missing afterwards: the metrics count it.
 */
export const fetchTargetDocuments = async (
  client: AssistantClient,
  replies: readonly AnswerReply[],
  keys: readonly string[] = [],
): Promise<TargetDocuments> => {
  const summaries: readonly DocumentSummary[] = await client.documents();
  const known = new Set(summaries.map((summary) => summary.documentId));
  const citations = replies.flatMap((reply) => allCitations(reply));
  const documents = new Map<string, DocumentReply>();
  const places = new Map<string, ClausePlace>();
  const idsOf = (key: string): string[] =>
    summaries
      .filter((summary) => documentKey(summary.file.name) === key)
      .map((summary) => summary.documentId);
  const wanted = [...citations.map((citation) => citation.documentId), ...keys.flatMap((key) => idsOf(key))];
  for (const documentId of new Set(wanted)) {
    if (!known.has(documentId)) continue;
    const document = await client.document(documentId);
    documents.set(documentId, document);
    addClauses(places, documentId, document.clauses);
  }
  for (const clauseId of new Set(citations.map((citation) => citation.clauseId))) {
    if (places.has(clauseId)) continue;
    const clause = await client.clause(clauseId);
    if (clause !== null) places.set(clauseId, clause);
  }
  return {
    idsOf,
    text: (documentId) => documents.get(documentId)?.text ?? null,
    clause: (clauseId) => places.get(clauseId) ?? null,
    document: (documentId) => {
      const found = documents.get(documentId);
      return found === undefined ? null : { ...found, clauses: ownSpans(found.clauses) };
    },
  };
};
