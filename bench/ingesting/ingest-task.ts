import { z } from "zod";

/** One ingest into an empty index, measured in a process of its own. */
export const IngestTaskSchema = z.object({
  paths: z.array(z.string()),
  dataDir: z.string(),
  /** `made`: a hash instead of the model, where only the rest is to be measured. */
  vectors: z.enum(["model", "made"]),
  /** The folder with the vectors that are remembered. */
  embeddingCache: z.string(),
});
export type IngestTask = Readonly<Omit<z.infer<typeof IngestTaskSchema>, "paths">> & {
  readonly paths: readonly string[];
};

/** Seconds; `model` and `vectorCache` are parts of `total`. */
export const IngestMeasuredSchema = z.object({
  clauses: z.int(),
  chunks: z.int(),
  total: z.number(),
  /** In the embedding model. */
  model: z.number(),
  /** Looking vectors up and storing them. */
  vectorCache: z.number(),
  /** Passages that the model embedded. */
  embedded: z.int(),
  peakBytes: z.number(),
  /** Processor time of the whole process, all threads together. */
  cpu: z.number(),
});
export type IngestMeasured = Readonly<z.infer<typeof IngestMeasuredSchema>>;
