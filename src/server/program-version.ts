import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const SOURCES = path.join(import.meta.dirname, "..");
/** The packages that the code builds on, and their versions. */
const PACKAGES = path.join(SOURCES, "../package.json");
/** Code, and what it reads beside it: vocabularies, weights. */
const COUNTS = /(?<!\.test\.ts)(?<!\.md)$/;

/**
 * A hash over folders of `src`: what other code has made is made again. Taken from the code itself, so that nobody has
 * to remember to count a version up. Ask for it when a process starts: later, other code may lie there.
 * @param sources - the folders and files of `src` that decide what is made
 */
export const programVersion = async (sources: readonly string[]): Promise<string> => {
  const hash = createHash("sha256").update(await readFile(PACKAGES, "utf8"));
  for (const source of sources.toSorted()) {
    const place = path.join(SOURCES, source);
    const entries = source.endsWith(".ts")
      ? []
      : await readdir(place, { recursive: true, withFileTypes: true });
    const files = source.endsWith(".ts")
      ? [place]
      : entries
          .filter((entry) => entry.isFile() && COUNTS.test(entry.name))
          .map(({ parentPath, name }) => path.join(parentPath, name))
          .toSorted();
    const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
    for (const [at, file] of files.entries()) {
      hash.update(`${path.relative(SOURCES, file)} ${texts[at]?.length}\n${texts[at]}`);
    }
  }
  return hash.digest("hex");
};
