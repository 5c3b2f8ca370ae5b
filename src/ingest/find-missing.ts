import path from "node:path";
import { realpath } from "node:fs/promises";
import type { MissingDocument } from "./ingest-report.ts";
import type { KnownDocuments } from "./known-documents.ts";
import type { PlannedFile } from "./plan-ingest.ts";

/** Whether a file lies in a folder or is the thing itself. */
const isWithin = (file: string, place: string): boolean => {
  const relative = path.relative(place, file);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
};

/** The paths without those that are gone and from which the index holds documents: these are missing, not wrong. */
export const withoutVanished = async (
  paths: readonly string[],
  known: KnownDocuments,
): Promise<readonly string[]> => {
  const kept: string[] = [];
  for (const each of paths) {
    const place = path.resolve(each);
    const isKnown = [...known.heads.values()].some(({ source }) => source && isWithin(source.path, place));
    if (!isKnown || (await known.isLiving(place))) kept.push(each);
  }
  return kept;
};

/**
 * The documents of the index that were read from the given places and whose files are there no more. Documents
 * that another file holds now are not missing.
 */
export const findMissing = async (
  paths: readonly string[],
  planned: readonly PlannedFile[],
  known: KnownDocuments,
  remove: boolean,
): Promise<MissingDocument[]> => {
  const places = await Promise.all(
    paths.map(async (each) => [path.resolve(each), await realpath(each).catch(() => path.resolve(each))]),
  );
  const kept = new Set(
    planned.flatMap(({ report }) => [
      ...report.documentIds,
      ...report.removed.map(({ documentId }) => documentId),
    ]),
  );
  const missing: MissingDocument[] = [];
  for (const { documentId, title, source } of known.heads.values()) {
    if (source === undefined || kept.has(documentId)) continue;
    if (!places.flat().some((place) => isWithin(source.path, place))) continue;
    if (await known.isLiving(source.path)) continue;
    missing.push({ documentId, title, file: source.path, removed: remove });
  }
  return missing;
};
