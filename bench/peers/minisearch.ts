import MiniSearch from "minisearch";
import { queryWords, segmentWords } from "../../src/clause-index/segment.ts";
import { distinctClauses } from "../methods/distinct-clauses.ts";
import { CHUNK_DEPTH } from "../methods/method.ts";
import type { Method } from "../methods/method.ts";
import type { StoredChunk } from "../methods/stored-chunks.ts";

/** MiniSearch with its defaults (BM25+, any word), given Chinese words by jieba; without them it finds next to nothing. */
export const createMiniSearch = (chunks: readonly StoredChunk[]) => {
  const index = new MiniSearch<StoredChunk>({
    idField: "chunkId",
    fields: ["text"],
    storeFields: ["clauseId"],
    tokenize: segmentWords,
    processTerm: (term) => term,
    searchOptions: { tokenize: queryWords },
  });
  index.addAll(chunks);
  return {
    /** Chunk ids with their clauses, best first. */
    search: (question: string): { chunkId: string; clauseId: string }[] =>
      index
        .search(question)
        .slice(0, CHUNK_DEPTH)
        .map(({ id, clauseId }) => ({ chunkId: String(id), clauseId: String(clauseId) })),
  };
};

export const miniSearchMethod = (miniSearch: ReturnType<typeof createMiniSearch>): Method => ({
  name: "MiniSearch, jieba words",
  rank: (question) => Promise.resolve(distinctClauses(miniSearch.search(question))),
});
