import { createHash } from "node:crypto";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { PolicyError } from "../policy/policy-error.ts";
import { extensionOf, isDocumentName } from "./extractors/detect-format.ts";

/** A file that an ingest was asked for, or the reason why it cannot be read. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  /** Why the file is not read at all; `readSourceFile` throws it. */
  readonly refusal?: PolicyError;
}

const READY_MADE = /\.jsonl(\.gz)?$/i;
/** Files that programs leave beside documents: locks of open documents, indices of folders. */
const LEFTOVERS = /^(?:~\$|\.~|Thumbs\.db$|desktop\.ini$)/i;
const TEXT_EXTENSIONS: ReadonlySet<string> = new Set([
  "txt",
  "text",
  "md",
  "markdown",
  "csv",
  "tsv",
  "htm",
  "html",
]);
/** Bytes; larger files are reported, not read. Office and PDF files carry pictures. */
const LARGEST_TEXT = 50_000_000;
const LARGEST_FILE = 150_000_000;
const LARGEST_READY_MADE = 1_000_000_000;

export const isReadyMade = (name: string): boolean => READY_MADE.test(name);

const isWanted = (name: string): boolean =>
  !name.startsWith(".") && !LEFTOVERS.test(name) && (isReadyMade(name) || isDocumentName(name));

const isWithin = (folder: string, target: string): boolean => {
  const relative = path.relative(folder, target);
  return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
};

const outsideFolder = (name: string, target: string): PolicyError =>
  new PolicyError({
    code: "symlink_outside_folder",
    status: 422,
    message: {
      zh: `${name} 是指向文件夹之外的链接，没有读取。请把原文件复制到文件夹中再导入。`,
      en: `${name} is a link that leads out of the folder and was not read. Copy the file into the folder.`,
    },
    detail: target,
  });

const unreadable = (name: string, detail: string, cause: unknown): PolicyError =>
  new PolicyError({
    code: "file_unreadable",
    status: 422,
    message: { zh: `无法读取文件：${name}`, en: `The file cannot be read: ${name}` },
    detail,
    cause,
  });

/**
 * The files below the given paths, sorted. Folders are walked: hidden entries, `manifest.json`, files that are no
 * documents and links to what lies in the folder anyway are passed over; links that lead out of it, broken links
 * and folders that cannot be opened are found with their refusal. A file named directly is taken whatever its name.
 * @throws PolicyError `file_not_found`
 */
export const findSourceFiles = async (paths: readonly string[]): Promise<FoundFile[]> => {
  const found = new Map<string, FoundFile>();
  const add = (file: string, refusal?: PolicyError): void => {
    const place = { path: file, name: path.basename(file), folder: path.dirname(file) };
    found.set(file, refusal === undefined ? place : { ...place, refusal });
  };
  const addLink = async (full: string, name: string, root: string): Promise<void> => {
    try {
      const target = await realpath(full);
      // What lies in the folder is found by its own name.
      if (isWithin(root, target)) return;
      if ((await stat(target)).isDirectory() || isWanted(name)) add(full, outsideFolder(name, target));
    } catch (cause) {
      if (isWanted(name)) add(full, unreadable(name, full, cause));
    }
  };
  const walk = async (folder: string, root: string): Promise<void> => {
    let entries;
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (cause) {
      add(folder, unreadable(path.basename(folder), folder, cause));
      return;
    }
    for (const entry of entries) {
      if (entry.name.startsWith(".")) continue;
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) await walk(full, root);
      else if (entry.isSymbolicLink()) await addLink(full, entry.name, root);
      else if (entry.isFile() && isWanted(entry.name)) add(full);
    }
  };
  for (const each of paths) {
    const absolute = path.resolve(each);
    // A link that a person names is followed: they said what they want.
    const stats = await stat(absolute)
      .catch(() => lstat(absolute))
      .catch((cause: unknown) => {
        throw new PolicyError({
          code: "file_not_found",
          status: 404,
          message: { zh: `找不到文件或文件夹：${each}`, en: `No such file or folder: ${each}` },
          cause,
        });
      });
    if (stats.isDirectory()) {
      const root = await realpath(absolute);
      await walk(root, root);
    } else {
      // The folder's own name, so that a file is the same one however it was reached.
      add(path.join(await realpath(path.dirname(absolute)), path.basename(absolute)));
    }
  }
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
};

const largestSize = (name: string): number => {
  if (isReadyMade(name)) return LARGEST_READY_MADE;
  return TEXT_EXTENSIONS.has(extensionOf(name)) ? LARGEST_TEXT : LARGEST_FILE;
};

const tooLarge = (name: string, limit: number): PolicyError =>
  new PolicyError({
    code: "file_too_large",
    status: 413,
    message: {
      zh: `文件过大（超过 ${limit / 1_000_000} MB）：${name}。请拆分，或另存为不带图片的较小文件后再导入。`,
      en: `The file is over ${limit / 1_000_000} MB: ${name}. Split it, or save a smaller copy without pictures.`,
    },
  });

/**
 * The bytes of a file with their SHA-256.
 * @throws PolicyError the file's own refusal, `file_too_large` (before anything is read), `file_empty`,
 * `file_unreadable`
 */
export const readSourceFile = async (
  file: FoundFile,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> => {
  if (file.refusal !== undefined) throw file.refusal;
  const limit = largestSize(file.name);
  let bytes: Uint8Array;
  try {
    const stats = await stat(file.path);
    if (!stats.isFile()) throw unreadable(file.name, `${file.path} is not a regular file`, undefined);
    if (stats.size > limit) throw tooLarge(file.name, limit);
    bytes = await readFile(file.path);
  } catch (cause) {
    throw cause instanceof PolicyError ? cause : unreadable(file.name, file.path, cause);
  }
  if (bytes.length === 0) {
    throw new PolicyError({
      code: "file_empty",
      status: 422,
      message: {
        zh: `文件是空的：${file.name}。请重新下载，或换一份完整的文件再导入。`,
        en: `The file is empty: ${file.name}. Download it again, or ingest a complete one.`,
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
