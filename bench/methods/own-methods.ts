import type { IndexSnapshot } from "../../src/clause-index/index-types.ts";
import { queryBigrams, queryWords } from "../../src/clause-index/segment.ts";
import { searchClauses } from "../../src/server/search-clauses.ts";
import { distinctClauses } from "./distinct-clauses.ts";
import { CHUNK_DEPTH, RANKING_DEPTH } from "./method.ts";
import type { Method } from "./method.ts";
import type { RememberedQueries } from "./remembered-queries.ts";

const today = (): string => new Date().toISOString().slice(0, 10);

/** The project's ranking, through the function behind /api/search, and each of the three methods in it alone. */
export const ownMethods = (
  snapshot: IndexSnapshot,
  queries: Pick<RememberedQueries, "embedQuery">,
): { readonly singles: readonly Method[]; readonly fusion: Method } => ({
  singles: [
    {
      name: "BM25 words",
      rank: async (question) =>
        distinctClauses(await snapshot.searchWords(queryWords(question), CHUNK_DEPTH)),
    },
    {
      name: "BM25 bigrams",
      rank: async (question) =>
        distinctClauses(await snapshot.searchBigrams(queryBigrams(question), CHUNK_DEPTH)),
    },
    {
      name: "dense",
      rank: async (question) =>
        distinctClauses(await snapshot.searchDense(await queries.embedQuery(question), CHUNK_DEPTH)),
    },
  ],
  fusion: {
    name: "fusion",
    rank: async (query) => {
      const request = { query, limit: RANKING_DEPTH, asOf: today(), inForceOnly: false };
      return distinctClauses(await searchClauses(snapshot, queries, request));
    },
  },
});
