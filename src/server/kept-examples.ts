import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { ExampleKeeper } from "./example-store.ts";
import { programVersion } from "./program-version.ts";
import { replaceFile } from "./replace-file.ts";

const FILE = "examples-cache.json";
/** What decides which questions are answered, with the user's own synonyms. */
const FOLDERS = [
  "policy",
  "clause-index",
  "retrieval",
  "answering",
  "verification",
  "server/example-questions.ts",
  "server/example-candidates.ts",
  "server/example-store.ts",
];

const FileSchema = z.object({
  version: z.string(),
  fingerprint: z.string(),
  day: z.string(),
  questions: z.array(z.string()),
});

const versionWith = async (synonymsFile: string): Promise<string> => {
  const synonyms = await readFile(synonymsFile, "utf8").catch(() => "");
  return `${await programVersion(FOLDERS)} ${synonyms}`;
};

/**
 * Keeps the example questions in a file of the data folder, so that a server that was just started has them. What
 * another version of the code has made does not count.
 * @param dataDir - the index's folder; null beside a bucket, where nothing is kept
 * @param synonymsFile - the user's own, if it is there
 */
export const keepExamples = (dataDir: string, synonymsFile: string): ExampleKeeper | null => {
  if (!path.isAbsolute(dataDir)) return null;
  const file = path.join(dataDir, FILE);
  // Of the code and the words that are in use here, not of what has taken their place since.
  const version = versionWith(synonymsFile);
  version.catch(() => {});
  return {
    read: async () => {
      const kept = FileSchema.parse(JSON.parse(await readFile(file, "utf8")));
      return kept.version === (await version) ? kept : null;
    },
    write: async (examples) =>
      replaceFile(file, `${JSON.stringify({ version: await version, ...examples })}\n`),
  };
};
