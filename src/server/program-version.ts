import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const SOURCES = path.join(import.meta.dirname, "..");
/** Code, and what it reads beside it: vocabularies, weights. */
const COUNTS = /(?<!\.test\.ts)(?<!\.md)$/;

/**
 * A hash over folders of `src`: what other code has made is made again. Taken from the code itself, so that nobody has
 * to remember to count a version up.
 * @param folders - those that decide what is made
 */
export const programVersion = async (folders: readonly string[]): Promise<string> => {
  const hash = createHash("sha256");
  for (const folder of folders.toSorted()) {
    const entries = await readdir(path.join(SOURCES, folder), { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile() && COUNTS.test(entry.name))
      .map(({ parentPath, name }) => path.join(parentPath, name))
      .toSorted();
    const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
    for (const [place, file] of files.entries()) {
      hash.update(`${path.relative(SOURCES, file)} ${texts[place]?.length}\n${texts[place]}`);
    }
  }
  return hash.digest("hex");
};
