import { PolicyError } from "../policy/policy-error.ts";
import { indexCorrupt, readingIndex } from "./index-errors.ts";

/** After these nothing short of reading everything proves that the index is sound. */
const SUSPICIOUS: ReadonlySet<string> = new Set(["index_corrupt", "index_read_failed"]);
/** How long what a whole reading found holds, in milliseconds. */
const VERDICT_HOLDS_MS = 30_000;

/** Reads every row and column of a table; nothing is kept. */
const readAll = async (table: WatchedTable): Promise<number> => {
  let rows = 0;
  for await (const batch of table.query()) rows += batch.numRows;
  return rows;
};

/** What is used of a table. */
interface WatchedTable {
  query(): AsyncIterable<{ readonly numRows: number }> & {
    limit(rows: number): { toArray(): Promise<unknown> };
  };
}

/** The tables of one state of the index, and how many rows the pointer says they have. */
export interface WatchedTables {
  readonly documents: WatchedTable;
  readonly chunks: WatchedTable;
  readonly documentCount: number;
  readonly chunkCount: number;
}

/**
 * Knows whether the files of the tables can be read. Handles stay open and counts come from memory, so that only
 * reading tells; and where a read once met damage, a row that can be read proves nothing.
 */
export class DamageWatch {
  readonly #tables: WatchedTables;
  #isSuspect = false;
  #verdict: { readonly at: number; readonly result: Promise<void> } | null = null;

  constructor(tables: WatchedTables) {
    this.#tables = tables;
  }

  /** `readingIndex` that remembers damage, and what may be damage. */
  async reading<T>(what: string, read: () => Promise<T>): Promise<T> {
    try {
      return await readingIndex(what, read);
    } catch (error) {
      if (error instanceof PolicyError && SUSPICIOUS.has(error.code)) this.#isSuspect = true;
      throw error;
    }
  }

  /**
   * Reads a row of each table; everything, at most every 30 seconds, from the first damage on until all is sound.
   * @throws PolicyError `index_corrupt`, `storage_unavailable`
   */
  async probe(): Promise<void> {
    if (!this.#isSuspect) {
      const { documents, chunks } = this.#tables;
      await this.reading("the tables", async () => {
        for (const table of [documents, chunks]) await table.query().limit(1).toArray();
      });
      return;
    }
    if (this.#verdict === null || performance.now() - this.#verdict.at > VERDICT_HOLDS_MS) {
      const result = this.verify();
      this.#verdict = { at: performance.now(), result };
      // Whoever waits for it is told; nobody may.
      result.catch(() => {});
    }
    await this.#verdict.result;
    this.#isSuspect = false;
    this.#verdict = null;
  }

  /**
   * Reads everything but the search indices.
   * @throws PolicyError `index_corrupt`, `storage_unavailable`
   */
  async verify(): Promise<void> {
    const { documents, chunks, documentCount, chunkCount } = this.#tables;
    await this.reading("the tables", async () => {
      const found = [await readAll(documents), await readAll(chunks)];
      if (found[0] !== documentCount || found[1] !== chunkCount) {
        throw indexCorrupt(`${found.join(" and ")} rows, not ${documentCount} and ${chunkCount}`);
      }
    });
  }
}
