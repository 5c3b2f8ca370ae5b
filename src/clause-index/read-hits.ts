import type { RecordBatch } from "apache-arrow";
import type { ScoredChunk } from "./chunk.ts";
import { indexCorrupt } from "./index-errors.ts";

/**
 * Reads the hits of a search, column by column: rows as objects, each checked against a schema, took longer than the
 * search itself.
 * @param scoreColumn - the column that becomes `score`
 * @throws PolicyError `index_corrupt` where a column is missing or of another type
 */
export const readHits = async (
  batches: AsyncIterable<RecordBatch>,
  scoreColumn: "_score" | "_distance",
): Promise<ScoredChunk[]> => {
  const hits: ScoredChunk[] = [];
  for await (const batch of batches) {
    const column = (name: string): ((row: number) => unknown) => {
      const values = batch.getChild(name);
      if (values === null) throw indexCorrupt(`The index has no column ${name}`);
      return (row) => values.get(row);
    };
    const text = (name: string): ((row: number) => string) => {
      const read = column(name);
      return (row) => {
        const value = read(row);
        if (typeof value !== "string") throw indexCorrupt(`Column ${name} holds no text`);
        return value;
      };
    };
    const number = (name: string): ((row: number) => number) => {
      const read = column(name);
      return (row) => {
        const value = read(row);
        if (typeof value !== "number") throw indexCorrupt(`Column ${name} holds no number`);
        return value;
      };
    };
    const [chunkId, clauseId, documentId] = [text("chunkId"), text("clauseId"), text("documentId")];
    const [start, end, score] = [number("start"), number("end"), number(scoreColumn)];
    for (let row = 0; row < batch.numRows; row += 1) {
      hits.push({
        chunkId: chunkId(row),
        clauseId: clauseId(row),
        documentId: documentId(row),
        start: start(row),
        end: end(row),
        score: score(row),
      });
    }
  }
  return hits;
};
