import type { Embedder } from "../text-models/embedder.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { SearchReply } from "../contract/search.ts";
import { clauseValidity } from "../policy/clause-validity.ts";
import type { Clause } from "../policy/clause.ts";
import { clausePath } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { statusOn } from "../policy/validity.ts";
import { findAddressed } from "../retrieval/addressed-clauses.ts";
import { spokenAddress } from "../retrieval/clause-address.ts";
import { planSearch } from "../retrieval/plan-search.ts";
import type { SearchPlan } from "../retrieval/plan-search.ts";
import { retrieve } from "../retrieval/retrieve.ts";
import type { RetrievedClause } from "../retrieval/retrieve.ts";
import { comparable, isSameText } from "../retrieval/same-text.ts";
import type { ComparableText } from "../retrieval/same-text.ts";
import { builtInVocabulary } from "../retrieval/vocabulary.ts";
import type { Vocabulary } from "../retrieval/vocabulary.ts";
import { findClause } from "./clause-lookup.ts";
import type { SearchRequest } from "./services.ts";

/** Documents of the first hits that an address without a document's name may mean, where there are many documents. */
const LIKELY_DOCUMENTS = 5;

interface Found {
  readonly document: PolicyDocument;
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
  /** Null where the address alone found it. */
  readonly retrieved: RetrievedClause | null;
  readonly isAddressed: boolean;
}

const placed = async (snapshot: IndexSnapshot, retrieved: readonly RetrievedClause[]): Promise<Found[]> => {
  const found: Found[] = [];
  // All at once; below they come from the cache.
  await Promise.all(
    [...new Set(retrieved.map(({ documentId }) => documentId))].map((id) => snapshot.getDocument(id)),
  );
  for (const each of retrieved) {
    const document = await snapshot.getDocument(each.documentId);
    const place = document === null ? null : findClause(document, each.clauseId);
    if (document === null || place === null) continue;
    found.push({ document, ...place, retrieved: each, isAddressed: false });
  }
  return found;
};

/** The clauses that the query names by address before all others; those that were found too keep their scores. */
const addressedFirst = async (
  snapshot: IndexSnapshot,
  { understood }: SearchPlan,
  found: readonly Found[],
  request: SearchRequest,
): Promise<Found[]> => {
  if (understood.addresses.length === 0) return [...found];
  const likely = [...new Set(found.map(({ document }) => document.documentId))].slice(0, LIKELY_DOCUMENTS);
  const addressed = (await findAddressed(snapshot, understood, likely)).filter(
    ({ document, clause }) =>
      !request.inForceOnly ||
      ["in_force", "unknown"].includes(statusOn(clauseValidity(document, clause), request.asOf)),
  );
  const first = addressed.map(({ document, clause, ancestors }) => ({
    document,
    clause,
    ancestors,
    retrieved: found.find((each) => each.clause.clauseId === clause.clauseId)?.retrieved ?? null,
    isAddressed: true,
  }));
  const named = new Set(first.map(({ clause }) => clause.clauseId));
  const rest = found.filter(({ clause }) => !named.has(clause.clauseId));
  return [...first, ...rest].slice(0, request.limit);
};

const explanationOf = ({ understood, query, terms }: SearchPlan): SearchReply["explanation"] => ({
  text: query.text,
  terms: terms.map(({ text, searched, sources }) => ({
    text,
    searched: [...searched],
    sources: [...sources],
  })),
  documents: {
    mentions: [...understood.scope.mentions],
    documentIds: understood.scope.documentIds === null ? null : [...understood.scope.documentIds],
  },
  addresses: understood.addresses.map((address) => spokenAddress(address)),
});

/**
 * The plain ranking as the contract shows it: each clause with its descendants' text and its status. Clauses that
 * the query names by their address stand first, each a point above the next; repeated texts are marked.
 */
export const searchReply = async (
  snapshot: IndexSnapshot,
  embedder: Pick<Embedder, "embedQuery">,
  request: SearchRequest,
  vocabulary: Vocabulary = builtInVocabulary,
): Promise<SearchReply> => {
  const { limit, asOf, inForceOnly } = request;
  const plan = planSearch(request.query, await snapshot.listDocuments(), asOf, vocabulary);
  const filter = inForceOnly ? { inForceOn: asOf } : {};
  const retrieved = await retrieve(snapshot, embedder, plan.query, { limit, filter });
  const found = await addressedFirst(snapshot, plan, await placed(snapshot, retrieved), request);
  const best = found.reduce((most, { retrieved: each }) => Math.max(most, each?.score ?? 0), 0);
  const addressed = found.filter(({ isAddressed }) => isAddressed).length;
  const texts: { readonly clauseId: string; readonly text: ComparableText | null }[] = [];
  const hits = found.map((each, place): SearchReply["hits"][number] => {
    const { document, clause, ancestors, isAddressed } = each;
    const text = document.text.slice(clause.start, clause.wholeEnd);
    const own = comparable(text);
    const duplicateOf = texts.find((other) => isSameText(other.text, own))?.clauseId;
    texts.push({ clauseId: clause.clauseId, text: own });
    const fused = each.retrieved?.score ?? null;
    return {
      clauseId: clause.clauseId,
      documentId: document.documentId,
      documentTitle: document.title,
      label: clause.label,
      path: clausePath(clause, ancestors),
      text,
      score: isAddressed ? best + addressed - place : (fused ?? 0),
      scores: each.retrieved?.scores ?? { lexical: null, dense: null },
      status: statusOn(clauseValidity(document, clause), asOf),
      ...(duplicateOf === undefined ? {} : { duplicateOf }),
      ...(request.explain === true
        ? {
            explanation: {
              exactAddress: isAddressed,
              methods: [...(each.retrieved?.bestChunk.parts ?? [])],
              fused,
            },
          }
        : {}),
    };
  });
  return { hits, ...(request.explain === true ? { explanation: explanationOf(plan) } : {}) };
};

/** The hits of `searchReply`. */
export const searchClauses = async (...given: Parameters<typeof searchReply>): Promise<SearchReply["hits"]> =>
  (await searchReply(...given)).hits;
