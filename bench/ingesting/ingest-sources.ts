import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";

export const INGEST_SETS = ["seeds", "policies", "articles-5000", "articles", "laws"] as const;
export type IngestSet = (typeof INGEST_SETS)[number];

const ROOT = path.join(import.meta.dirname, "../..");
const PolicySchema = z.object({ id: z.string(), text: z.string() });

const linesOf = async (file: string): Promise<string[]> =>
  gunzipSync(await readFile(file))
    .toString("utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");

/**
 * The files of a set; what has to be written goes to `work`.
 * @param data - the folder with policies/, stard/ and laws/, or null: the policies of the evaluation, and no articles
 * @throws Error where the set needs data that are not given
 */
export const ingestSources = async (
  set: IngestSet,
  data: string | null,
  work: string,
): Promise<readonly string[]> => {
  if (set === "seeds") return [path.join(ROOT, "seeds")];
  if (data === null) {
    if (set === "policies") return [path.join(ROOT, "eval/documents")];
    throw new Error(`${set} needs --data.`);
  }
  switch (set) {
    case "policies": {
      const folder = path.join(work, "policies");
      await mkdir(folder, { recursive: true });
      for (const line of await linesOf(path.join(data, "policies/state-council-2018-2019.jsonl.gz"))) {
        const { id, text } = PolicySchema.parse(JSON.parse(line));
        await writeFile(path.join(folder, `${id}.txt`), text);
      }
      return [folder];
    }
    case "articles-5000": {
      const lines = await linesOf(path.join(data, "stard/corpus.jsonl.gz"));
      const file = path.join(work, "corpus.jsonl.gz");
      await writeFile(file, gzipSync(lines.slice(0, 5_000).join("\n")));
      return [file];
    }
    case "articles":
      return [path.join(data, "stard/corpus.jsonl.gz")];
    case "laws":
      return [path.join(data, "laws/articles.jsonl.gz")];
  }
};
