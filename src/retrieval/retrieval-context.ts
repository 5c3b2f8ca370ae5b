import type { Embedder } from "../text-models/embedder.ts";
import type { AnswerReader } from "../text-models/pair-reader.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { remember } from "../policy/remember.ts";
import { retrieve } from "./retrieve.ts";
import { builtInVocabulary } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { RetrievedClause, RetrieveOptions, SearchText } from "./retrieve.ts";

/** A clause with its document and ancestors. */
export interface ClausePlace {
  readonly document: PolicyDocument;
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
}

/** What embeds questions and sentences. */
export type TextEmbedder = Pick<Embedder, "id" | "embedQuery" | "embedPassages">;

/** Where answers are read from. */
export interface RetrievalSources {
  /** The newest state of the index; the same object until another state is published. */
  readonly index: { snapshot(): Promise<IndexSnapshot> };
  readonly embedder: TextEmbedder;
  readonly reader: AnswerReader;
  /** The project's own where nothing is given. */
  readonly vocabulary?: Vocabulary;
}

/** Sentence vectors kept in memory: 1.5 kB each. */
const VECTORS_KEPT = 20_000;
/** Documents whose clauses are kept by id. */
const TREES_KEPT = 200;
/** Chunks counted for a word's frequency; above, a word is common anyway. */
const FREQUENCY_CEILING = 2_000;

/**
 * What is read of one index snapshot to answer questions, with caches for what is read again and again. Results depend on
 * the snapshot alone, never on what was asked before.
 */
export class RetrievalContext {
  readonly snapshot: IndexSnapshot;
  readonly vocabulary: Vocabulary;
  readonly #embedder: TextEmbedder;
  readonly #reader: AnswerReader;
  readonly #vectors = new Map<string, Float32Array>();
  readonly #trees = new Map<string, ReadonlyMap<string, ClausePlace>>();
  readonly #frequencies = new Map<string, number>();

  constructor(
    snapshot: IndexSnapshot,
    embedder: TextEmbedder,
    reader: AnswerReader,
    vocabulary: Vocabulary = builtInVocabulary,
  ) {
    this.snapshot = snapshot;
    this.vocabulary = vocabulary;
    this.#embedder = embedder;
    this.#reader = reader;
  }

  embedQuestion(text: string): Promise<Float32Array> {
    return this.#embedder.embedQuery(text);
  }

  /** Log odds that each of the sentences answers the question, read together with it. */
  readAnswers(question: string, sentences: readonly string[]): Promise<readonly number[]> {
    return this.#reader.readAnswers(question, sentences);
  }

  /** The plain ranking of clauses. */
  retrieve(query: SearchText, options: RetrieveOptions): Promise<RetrievedClause[]> {
    return retrieve(this.snapshot, this.#embedder, query, options);
  }

  /** The vectors of sentences, in their order. Those that are new are embedded, two at a time. */
  async embedSentences(texts: readonly string[]): Promise<readonly Float32Array[]> {
    const fresh = [...new Set(texts)].filter((text) => !this.#vectors.has(text));
    const made = fresh.length === 0 ? [] : await this.#embedder.embedPassages(fresh);
    const vectors = new Map(fresh.map((text, index) => [text, made[index] ?? new Float32Array()]));
    return texts.map((text) => {
      const vector = this.#vectors.get(text) ?? vectors.get(text) ?? new Float32Array();
      if (vectors.has(text)) remember(this.#vectors, text, vector, VECTORS_KEPT);
      return vector;
    });
  }

  async place(documentId: string, clauseId: string): Promise<ClausePlace | null> {
    let tree = this.#trees.get(documentId);
    if (tree === undefined) {
      const document = await this.snapshot.getDocument(documentId);
      if (document === null) return null;
      tree = new Map(
        [...walkClauses(document.clauses)].map(({ clause, ancestors }) => [
          clause.clauseId,
          { document, clause, ancestors },
        ]),
      );
      remember(this.#trees, documentId, tree, TREES_KEPT);
    }
    return tree.get(clauseId) ?? null;
  }

  /** In how many chunks a word occurs, counted to a ceiling. */
  async frequency(word: string): Promise<number> {
    const known = this.#frequencies.get(word);
    if (known !== undefined) return known;
    const hits = await this.snapshot.searchWords([word], FREQUENCY_CEILING);
    return remember(this.#frequencies, word, hits.length, VECTORS_KEPT);
  }
}
