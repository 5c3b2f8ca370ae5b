import { createHash } from "node:crypto";
import { lstat, readdir, readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { PolicyError } from "../policy/policy-error.ts";

/** A file that an ingest was asked for, or the reason why it cannot be read. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
}

const READABLE = /\.(txt|md|jsonl|jsonl\.gz)$/i;
/** Bytes; larger files are reported, not read. */
const LARGEST_TEXT_FILE = 50_000_000;

export const isReadyMade = (name: string): boolean => /\.jsonl(\.gz)?$/i.test(name);

/**
 * The files below the given paths, sorted. Folders are walked (hidden entries, symbolic links and
 * `manifest.json` are passed over); a file named directly is taken whatever its name.
 * @throws PolicyError `file_not_found`
 */
export const findSourceFiles = async (paths: readonly string[]): Promise<FoundFile[]> => {
  const found = new Map<string, FoundFile>();
  const add = (file: string): void => {
    found.set(file, { path: file, name: path.basename(file), folder: path.dirname(file) });
  };
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) await walk(full);
      else if (entry.isFile() && READABLE.test(entry.name)) add(full);
    }
  };
  for (const each of paths) {
    const absolute = path.resolve(each);
    const stats = await lstat(absolute).catch((cause: unknown) => {
      throw new PolicyError({
        code: "file_not_found",
        status: 404,
        message: { zh: `找不到文件或文件夹：${each}`, en: `No such file or folder: ${each}` },
        cause,
      });
    });
    if (stats.isDirectory()) await walk(await realpath(absolute));
    else add(absolute);
  }
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
};

/** The bytes of a file with their SHA-256. @throws PolicyError `file_too_large`, `file_empty`, `file_unreadable` */
export const readSourceFile = async (
  file: FoundFile,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file.path);
  } catch (cause) {
    throw new PolicyError({
      code: "file_unreadable",
      status: 422,
      message: { zh: `无法读取文件：${file.name}`, en: `The file cannot be read: ${file.name}` },
      detail: file.path,
      cause,
    });
  }
  if (bytes.length === 0) {
    throw new PolicyError({
      code: "file_empty",
      status: 422,
      message: { zh: `文件是空的：${file.name}`, en: `The file is empty: ${file.name}` },
    });
  }
  if (bytes.length > LARGEST_TEXT_FILE && !isReadyMade(file.name)) {
    throw new PolicyError({
      code: "file_too_large",
      status: 413,
      message: {
        zh: `文件过大（超过 ${LARGEST_TEXT_FILE / 1_000_000} MB）：${file.name}`,
        en: `The file is over ${LARGEST_TEXT_FILE / 1_000_000} MB: ${file.name}`,
      },
    });
  }
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
};

/** The id of a document without a manifest: its file name where that is plain ASCII, else a hash of it. */
export const documentIdFromName = (name: string): string => {
  const base = name.replace(/\.[^.]+$/, "");
  const slug = base.toLowerCase();
  return /^[a-z0-9][a-z0-9-]{0,60}$/.test(slug)
    ? slug
    : `doc-${createHash("sha256").update(base.normalize("NFC")).digest("hex").slice(0, 12)}`;
};
