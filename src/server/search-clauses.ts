import type { Embedder } from "../clause-index/embedder.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { SearchReply } from "../contract/search.ts";
import { clauseValidity } from "../policy/clause-validity.ts";
import { clausePath } from "../policy/clause.ts";
import { statusOn } from "../policy/validity.ts";
import { retrieve } from "../retrieval/retrieve.ts";
import { findClause } from "./clause-lookup.ts";
import type { SearchRequest } from "./services.ts";

/** The plain ranking as the contract shows it: each clause with its descendants' text and its status. */
export const searchClauses = async (
  snapshot: IndexSnapshot,
  embedder: Pick<Embedder, "embedQuery">,
  request: SearchRequest,
): Promise<SearchReply["hits"]> => {
  const { query, limit, asOf, inForceOnly } = request;
  const filter = inForceOnly ? { inForceOn: asOf } : {};
  const found = await retrieve(snapshot, embedder, { text: query }, { limit, filter });
  const hits: SearchReply["hits"] = [];
  for (const { clauseId, documentId, score, scores } of found) {
    const document = await snapshot.getDocument(documentId);
    const placed = document === null ? null : findClause(document, clauseId);
    if (document === null || placed === null) continue;
    const { clause, ancestors } = placed;
    hits.push({
      clauseId,
      documentId,
      documentTitle: document.title,
      label: clause.label,
      path: clausePath(clause, ancestors),
      text: document.text.slice(clause.start, clause.wholeEnd),
      score,
      scores: { lexical: scores.lexical, dense: scores.dense },
      status: statusOn(clauseValidity(document, clause), asOf),
    });
  }
  return hits;
};
