import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PolicyError } from "../policy/policy-error.ts";
import { builtInVocabulary, createVocabulary } from "../retrieval/vocabulary.ts";
import type { Vocabulary } from "../retrieval/vocabulary.ts";
import { parseVocabulary } from "../retrieval/vocabulary-file.ts";

/** Where the user's own synonyms stand, if there are any: in the file that is named, else in the data folder. */
export const ownSynonymsFile = (dataDir: string, file: string | null): string =>
  file ?? path.join(dataDir, "synonyms.txt");

/**
 * The vocabulary with the user's own synonyms: from `file` where one is named, else from `synonyms.txt` in the data
 * folder where there is one.
 * @throws PolicyError `vocabulary_malformed` naming file, line and problem; `vocabulary_missing` where a file that
 * was named cannot be read
 */
export const readOwnVocabulary = (dataDir: string, file: string | null): Vocabulary => {
  const found = ownSynonymsFile(dataDir, file);
  if (file === null && !existsSync(found)) return builtInVocabulary;
  let text: string;
  try {
    text = readFileSync(found, "utf8");
  } catch (cause) {
    throw new PolicyError({
      code: "vocabulary_missing",
      status: 500,
      message: { zh: `无法读取同义词文件 ${found}。`, en: `The synonyms file ${found} cannot be read.` },
      cause,
    });
  }
  return createVocabulary(parseVocabulary(path.basename(found), text));
};
