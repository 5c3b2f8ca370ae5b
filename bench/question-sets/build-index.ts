import { withEmbeddingCache } from "../../src/clause-index/embedding-cache.ts";
import type { Embedder } from "../../src/text-models/embedder.ts";
import { openIndex } from "../../src/clause-index/lance-index.ts";
import { ingestPaths } from "../../src/ingest/ingest.ts";

/** Brings the index in `folder` up to date with files; embeds only what it has not embedded before. */
export const buildIndex = async (
  folder: string,
  paths: readonly string[],
  model: Embedder,
): Promise<void> => {
  const embedder = withEmbeddingCache(model, folder);
  const index = openIndex(folder, embedder);
  let told = 0;
  const { files } = await ingestPaths(paths, {
    index,
    embedder,
    removeMissing: true,
    onProgress: ({ stage, done, total }) => {
      if (stage !== "embed" || done - told < 500) return;
      told = done;
      process.stderr.write(`${folder}: ${done} of ${total} embedded\n`);
    },
  });
  const failed = files.find(({ outcome }) => outcome === "failed");
  if (failed !== undefined) throw new Error(`${failed.file}: ${failed.error?.message ?? "not read"}`);
};
