/** One way to rank clauses for a question. */
export interface Method {
  readonly name: string;
  /** Clause ids, best first, each once; at most `RANKING_DEPTH`. */
  rank(question: string): Promise<readonly string[]>;
}

/** Clauses of each ranking that are kept: what recall@100 needs. */
export const RANKING_DEPTH = 100;

/** Chunks asked of a method that ranks chunks, so that 100 clauses are left once each stands once. */
export const CHUNK_DEPTH = 300;
