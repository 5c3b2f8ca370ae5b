import { EnsembleRetriever } from "@langchain/classic/retrievers/ensemble";
import { MemoryVectorStore } from "@langchain/classic/vectorstores/memory";
import { Document } from "@langchain/core/documents";
import { Embeddings } from "@langchain/core/embeddings";
import { BaseRetriever } from "@langchain/core/retrievers";
import type { Embedder } from "../../src/text-models/embedder.ts";
import { distinctClauses } from "../methods/distinct-clauses.ts";
import { CHUNK_DEPTH } from "../methods/method.ts";
import type { Method } from "../methods/method.ts";
import type { StoredChunk } from "../methods/stored-chunks.ts";

interface Metadata {
  readonly chunkId: string;
  readonly clauseId: string;
}

interface WordSearch {
  readonly search: (question: string) => readonly Metadata[];
}

/** Any search over words as LangChain's own retriever. */
class WordRetriever extends BaseRetriever<Metadata> {
  readonly lc_namespace = ["bench"];
  readonly #words: WordSearch;

  constructor(words: WordSearch) {
    super();
    this.#words = words;
  }

  override _getRelevantDocuments(question: string): Promise<Document<Metadata>[]> {
    const hits = this.#words.search(question);
    return Promise.resolve(
      // The ensemble knows a document by its text.
      hits.map(
        ({ chunkId, clauseId }) => new Document({ pageContent: chunkId, metadata: { chunkId, clauseId } }),
      ),
    );
  }
}

/** The project's embedder for questions; the clauses' vectors are given. */
class GivenVectors extends Embeddings {
  readonly #queries: Pick<Embedder, "embedQuery">;

  constructor(queries: Pick<Embedder, "embedQuery">) {
    super({});
    this.#queries = queries;
  }

  override async embedQuery(text: string): Promise<number[]> {
    return [...(await this.#queries.embedQuery(text))];
  }

  override embedDocuments(): Promise<number[][]> {
    return Promise.reject(new Error("Vectors are given, not computed."));
  }
}

const clausesOf = (documents: readonly { readonly metadata: Record<string, unknown> }[]): string[] =>
  distinctClauses(documents.map(({ metadata }) => ({ clauseId: String(metadata["clauseId"]) })));

/**
 * LangChain.js over the index's own vectors: its vector store in memory as a retriever, and its ensemble (reciprocal rank
 * fusion, equal weights, c = 60, the defaults) of that retriever and a search over words.
 */
export const langChainMethods = async (
  chunks: readonly StoredChunk[],
  queries: Pick<Embedder, "embedQuery">,
  words: WordSearch,
): Promise<Method[]> => {
  const store = new MemoryVectorStore(new GivenVectors(queries));
  await store.addVectors(
    chunks.map(({ vector }) => vector),
    chunks.map(
      ({ chunkId, clauseId }) => new Document({ pageContent: chunkId, metadata: { chunkId, clauseId } }),
    ),
  );
  const dense = store.asRetriever(CHUNK_DEPTH);
  const ensemble = new EnsembleRetriever({ retrievers: [dense, new WordRetriever(words)] });
  return [
    { name: "LangChain.js vectors", rank: async (question) => clausesOf(await dense.invoke(question)) },
    { name: "LangChain.js ensemble", rank: async (question) => clausesOf(await ensemble.invoke(question)) },
  ];
};
