import { readdir } from "node:fs/promises";
import path from "node:path";
import type { IndexPointer } from "../../clause-index/index-pointer.ts";

/** Vectors that are made again, the lock, what is being written, and what a restore keeps aside. */
const LEFT_OUT =
  /^(?:embedding-cache|measures-cache|examples-cache|ingest\.lock|pointer\.json)(?:[./]|$)|(?:^|\/)\.(?:incoming|before|restoring)-/;

const MANIFEST = /^tables\/(documents|chunks)\.lance\/_versions\/(\d+)\.manifest$/;
const HINT = /^tables\/[^/]+\/_versions\/latest_version_hint\.json$/;
const NEWEST_NAME = 2n ** 64n - 1n;

/** The version that a manifest's name stands for: newer tables name the newest first. */
const versionOf = (digits: string): bigint => {
  const number = BigInt(digits);
  return number > 2n ** 63n ? NEWEST_NAME - number : number;
};

/** Whether a file belongs to what the pointer names: what an ingest is just writing beyond that is left out. */
const isPublished = (name: string, pointer: IndexPointer | null): boolean => {
  if (!name.startsWith("tables/")) return true;
  if (pointer === null || HINT.test(name)) return false;
  const found = MANIFEST.exec(name);
  if (found === null) return true;
  const version = found[1] === "documents" ? pointer.tables.documents : pointer.tables.chunks;
  return versionOf(found[2] ?? "0") <= BigInt(version);
};

/**
 * The files of a data folder that a backup holds, relative to it, with slashes; the pointer is not among them: the
 * caller has read it before. Files of tables are written once and never changed, and what an older pointer names
 * stays for a week, so that nothing has to stand still meanwhile.
 */
export const dataFiles = async (folder: string, pointer: IndexPointer | null): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, "/"),
    )
    .filter((name) => !LEFT_OUT.test(name) && isPublished(name, pointer))
    .toSorted();
};
