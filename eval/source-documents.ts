import { readdirSync, readFileSync } from "node:fs";
import { join, parse } from "node:path";

/** The texts that cases quote from, by document key: the file name without its extension. */
export type SourceDocuments = ReadonlyMap<string, string>;

/** The document key of a file name, with or without folders. */
export const documentKey = (fileName: string): string => parse(fileName.replaceAll("\\", "/")).name;

/** Reads the `.txt` and `.md` sources of folders; a later folder wins where a key occurs twice. */
export const readSourceDocuments = (folders: readonly string[]): SourceDocuments => {
  const documents = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:txt|md)$/i.test(entry.name) || /^readme\./i.test(entry.name)) continue;
      documents.set(documentKey(entry.name), readFileSync(join(folder, entry.name), "utf8"));
    }
  }
  return documents;
};
