import { readdirSync, readFileSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join, parse } from "node:path";
import { PolicyError } from "../src/policy/policy-error.ts";

/** The texts that cases quote from, by document key: the file name without its extension. */
export type SourceDocuments = ReadonlyMap<string, string>;

/** The document key of a file name, with or without folders. */
export const documentKey = (fileName: string): string => parse(fileName.replaceAll("\\", "/")).name;

const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PolicyError({
      code: "documents_not_readable",
      status: 400,
      message: { zh: `无法读取文件夹：${why}`, en: `The documents cannot be read: ${why}` },
      cause: error,
    });
  }
};

/**
 * Reads the `.txt` and `.md` sources of folders; a later folder wins where a key occurs twice.
 * @throws PolicyError `documents_not_readable`
 */
export const readSourceDocuments = (folders: readonly string[]): SourceDocuments => {
  const documents = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of entriesOf(folder)) {
      if (!entry.isFile() || !/\.(?:txt|md)$/i.test(entry.name) || /^readme\./i.test(entry.name)) continue;
      documents.set(documentKey(entry.name), readFileSync(join(folder, entry.name), "utf8"));
    }
  }
  return documents;
};
