import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { MeasureKeeper, MeasuresOfDocument } from "../matching/measure-store.ts";
import type { Measure } from "../measures/measure.ts";
import type { Step } from "../policy/ahead-of-need.ts";
import { programVersion } from "./program-version.ts";
import { replaceFile } from "./replace-file.ts";

const FILE = "measures-cache.jsonl";
/** What reading measures depends on. */
const FOLDERS = ["policy", "measures"];
/** Characters of the hash before a line. */
const CHECKED = 16;
/** Characters that are written at once: each write waits for its turn. */
const BLOCK = 500_000;

/** Shallow: this program wrote it, and the hash before each line tells whether it still is what was written. */
const LineSchema = z.object({
  documentId: z.string(),
  key: z.string(),
  measures: z.custom<readonly Measure[]>((value) => Array.isArray(value)),
});

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, CHECKED);

/** The file in blocks: the version, then a line for each document. */
function* blocksOf(version: string, entries: ReadonlyMap<string, MeasuresOfDocument>): Generator<string> {
  let block = `${version}\n`;
  for (const [documentId, { key, measures }] of entries) {
    const line = JSON.stringify({ documentId, key, measures });
    block += `${hashOf(line)} ${line}\n`;
    if (block.length < BLOCK) continue;
    yield block;
    block = "";
  }
  yield block;
}

/** What a file holds that the same code wrote; a line that is damaged is left out. */
const readLines = async (
  file: string,
  version: string,
  step: Step,
): Promise<Map<string, MeasuresOfDocument>> => {
  const entries = new Map<string, MeasuresOfDocument>();
  await using handle = await open(file);
  let isFirst = true;
  for await (const line of handle.readLines()) {
    if (isFirst && line !== version) return entries;
    if (!isFirst && hashOf(line.slice(CHECKED + 1)) === line.slice(0, CHECKED)) {
      const { documentId, key, measures } = LineSchema.parse(JSON.parse(line.slice(CHECKED + 1)));
      entries.set(documentId, { key, measures });
    }
    isFirst = false;
    await step();
  }
  return entries;
};

/**
 * Keeps the measures of an index in a file of the data folder, so that a server that was just started need not read
 * them from all documents again. What another version of the code has read does not count.
 * @param dataDir - the index's folder; null beside a bucket, where nothing is kept
 */
export const keepMeasures = (dataDir: string): MeasureKeeper | null => {
  if (!path.isAbsolute(dataDir)) return null;
  const file = path.join(dataDir, FILE);
  // Of the code that runs here, not of what an upgrade has put in its place since.
  const version = programVersion(FOLDERS);
  version.catch(() => {});
  return {
    read: async (step) => readLines(file, await version, step),
    write: async (entries) => replaceFile(file, blocksOf(await version, entries)),
  };
};
