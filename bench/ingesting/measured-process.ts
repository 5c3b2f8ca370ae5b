import { withEmbeddingCache } from "../../src/clause-index/embedding-cache.ts";
import { openIndex } from "../../src/clause-index/lance-index.ts";
import { createTransformersEmbedder } from "../../src/text-models/transformers-embedder.ts";
import { ingestPaths } from "../../src/ingest/ingest.ts";
import type { IngestMeasured } from "./ingest-task.ts";
import { IngestTaskSchema } from "./ingest-task.ts";
import { createMadeVectors } from "./made-vectors.ts";
import { timePassages } from "./timed-passages.ts";

/* Started by measure-ingest.ts with a task as JSON; prints what it measured as JSON. */
const task = IngestTaskSchema.parse(JSON.parse(process.argv[2] ?? ""));
const model = timePassages(task.vectors === "made" ? createMadeVectors() : createTransformersEmbedder());
await model.load();
const remembered = timePassages(withEmbeddingCache(model, task.embeddingCache));
const { files, seconds } = await ingestPaths(task.paths, {
  index: openIndex(task.dataDir, model),
  embedder: remembered,
});
const failed = files.find(({ outcome }) => outcome === "failed");
if (failed !== undefined) throw new Error(`${failed.file}: ${failed.error?.message ?? "not read"}`);
const documents = files.flatMap((file) => file.documents);
const { user, system } = process.cpuUsage();
const measured: IngestMeasured = {
  clauses: documents.reduce((sum, { clauses }) => sum + clauses, 0),
  chunks: documents.reduce((sum, { chunks }) => sum + chunks, 0),
  total: seconds,
  model: model.seconds(),
  vectorCache: remembered.seconds() - model.seconds(),
  embedded: model.passages(),
  peakBytes: process.resourceUsage().maxRSS * 1024,
  cpu: (user + system) / 1e6,
};
process.stdout.write(JSON.stringify(measured));
