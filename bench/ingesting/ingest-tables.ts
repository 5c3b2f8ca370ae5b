import { textTable } from "../../eval/report/text-table.ts";
import type { IngestMeasured } from "./ingest-task.ts";

export interface IngestRow extends IngestMeasured {
  readonly set: string;
}

/** Passages a second of the model over all runs in which it embedded, or null. */
export const modelRate = (rows: readonly IngestRow[], made: boolean): number | null => {
  const embedding = rows.filter(({ embedded }) => !made && embedded > 0);
  const seconds = embedding.reduce((sum, { model }) => sum + model, 0);
  return seconds === 0 ? null : embedding.reduce((sum, { embedded }) => sum + embedded, 0) / seconds;
};

/** Seconds of everything but the model: reading, cutting words, the vector cache, writing, indexing. */
const besides = ({ total, model }: IngestMeasured): number => total - model;

/** Seconds as they would be if the model embedded every chunk at `rate`. */
const wholeAt = (row: IngestMeasured, rate: number): number => besides(row) + row.chunks / rate;

/**
 * One line a set. With remembered or made vectors the share of everything but embedding is what it would be if the model
 * embedded every chunk at `rate`; those shares are marked ~.
 */
export const ingestTable = (rows: readonly IngestRow[], rate: number | null, made: boolean): string =>
  textTable([
    [
      "",
      "clauses",
      "chunks",
      "seconds",
      "of which model",
      "vector cache",
      "the rest",
      "clauses / s",
      "not embedding",
      "processor s",
      "peak MB",
    ],
    ...rows.map((row) => {
      const cold = !made && row.embedded === row.chunks;
      const share = cold
        ? besides(row) / row.total
        : rate === null
          ? null
          : besides(row) / wholeAt(row, rate);
      return [
        row.set,
        String(row.clauses),
        String(row.chunks),
        row.total.toFixed(1),
        made ? "–" : row.model.toFixed(1),
        row.vectorCache.toFixed(1),
        (besides(row) - row.vectorCache).toFixed(1),
        (row.clauses / row.total).toFixed(0),
        share === null ? "?" : `${cold ? "" : "~"}${(share * 100).toFixed(1)}%`,
        row.cpu.toFixed(1),
        (row.peakBytes / 1e6).toFixed(0),
      ];
    }),
  ]);

/** Time per clause of the largest set divided by that of 5,000 articles; empty where there are not both. */
export const growthLines = (rows: readonly IngestRow[], rate: number | null): string[] => {
  const small = rows.find(({ set }) => set === "articles-5000");
  const large = rows.toSorted((a, b) => b.clauses - a.clauses)[0];
  if (small === undefined || large === undefined || large === small) return [];
  const ratio = (seconds: (row: IngestRow) => number): string =>
    (seconds(large) / large.clauses / (seconds(small) / small.clauses)).toFixed(3);
  const name = `${large.set} / ${small.set}`;
  return [
    `time per clause, ${name}, everything but the model: ${ratio(besides)}`,
    `processor time per clause, ${name}: ${ratio(({ cpu }) => cpu)}`,
    ...(rate === null
      ? []
      : [
          `time per clause, ${name}, with the model at ${rate.toFixed(1)} passages a second: ${ratio((row) => wholeAt(row, rate))}`,
        ]),
  ];
};
