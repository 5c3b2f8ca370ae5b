import { createHash } from "node:crypto";
import { mkdir, open, readdir, rename, rm, rmdir } from "node:fs/promises";
import path from "node:path";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { backupError } from "./backup-error.ts";
import { TAR_END, tarHeader, tarPadding } from "./tar.ts";

/** Where a backup is written to. */
export interface BackupTarget {
  /** @param bytes - exactly `size` of them */
  add(name: string, size: number, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** All is there: from now on the backup bears its name. */
  finish(): Promise<void>;
  /** Removes what was written. */
  discard(): Promise<void>;
}

const exists = (target: string): Error =>
  backupError("backup_exists", `已存在：${target}`, `There is something already: ${target}`);

const codeOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

/** Runs what makes the target ready. */
const preparing = async <T>(target: string, prepare: () => Promise<T>): Promise<T> => {
  try {
    return await prepare();
  } catch (error) {
    throw backupError("backup_not_writable", `无法写入：${target}`, `Cannot be written: ${target}`, error);
  }
};

/** The SHA-256 of bytes that pass through, and how many they were. */
export const measured = (
  bytes: AsyncIterable<Buffer>,
): {
  readonly bytes: AsyncGenerator<Buffer, void, undefined>;
  readonly result: () => { sha256: string; size: number };
} => {
  const hash = createHash("sha256");
  let size = 0;
  const pass = async function* pass(): AsyncGenerator<Buffer, void, undefined> {
    for await (const part of bytes) {
      hash.update(part);
      size += part.length;
      yield part;
    }
  };
  return { bytes: pass(), result: () => ({ sha256: hash.digest("hex"), size }) };
};

/** A folder that does not exist yet, or is empty. */
const folderTarget = async (folder: string): Promise<BackupTarget> => {
  const there = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    // A file, or what may not be looked into: never taken away.
    throw exists(folder);
  });
  if (there.length > 0) throw exists(folder);
  const aside = `${folder.replace(/[/\\]+$/, "")}.part`;
  await preparing(folder, async () => {
    await rm(aside, { recursive: true, force: true });
    await mkdir(aside, { recursive: true, mode: 0o700 });
  });
  return {
    add: async (name, _size, bytes) => {
      const file = path.join(aside, name);
      await mkdir(path.dirname(file), { recursive: true });
      const handle = await open(file, "wx", 0o600);
      try {
        for await (const part of bytes) await handle.writeFile(part);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    finish: async () => {
      // Empty, or not there: anything else makes this fail.
      await rmdir(folder).catch((error: unknown) => {
        if (codeOf(error) !== "ENOENT") throw error;
      });
      await rename(aside, folder);
    },
    discard: () => rm(aside, { recursive: true, force: true }),
  };
};

/** An archive: `.tar`, or `.tar.gz` and `.tgz`, which are compressed. */
const archiveTarget = async (file: string): Promise<BackupTarget> => {
  const taken = await open(file, "r").catch(() => null);
  if (taken !== null) {
    await taken.close();
    throw exists(file);
  }
  const aside = `${file}.part`;
  const seconds = Math.floor(Date.now() / 1_000);
  const handle = await preparing(file, async () => {
    await mkdir(path.dirname(file), { recursive: true });
    return open(aside, "w", 0o600);
  });
  const written = handle.createWriteStream({ flush: true });
  const gzip = file.endsWith("gz") ? createGzip({ level: 3 }) : null;
  gzip?.pipe(written);
  const out = gzip ?? written;
  const ended = finished(written);
  // Told by whoever writes next: `ended` has the reason, a disk that is full.
  out.on("error", () => {});
  ended.catch((error: unknown) => out.destroy(error instanceof Error ? error : undefined));
  const write = async (part: Buffer): Promise<void> => {
    if (!out.write(part)) await Promise.race([once(out, "drain"), ended]);
  };
  return {
    add: async (name, size, bytes) => {
      await write(tarHeader(name, size, seconds));
      for await (const part of bytes) await write(part);
      await write(tarPadding(size));
    },
    finish: async () => {
      out.end(TAR_END);
      await ended;
      await rename(aside, file);
    },
    discard: async () => {
      out.destroy();
      written.destroy();
      await ended.catch(() => {});
      await rm(aside, { force: true });
    },
  };
};

/** Whether a name is that of an archive and not of a folder. */
export const isArchive = (name: string): boolean => /\.(?:tar|tar\.gz|tgz)$/.test(name);

/** @throws PolicyError `backup_exists`, `backup_not_writable` */
export const openBackupTarget = (target: string): Promise<BackupTarget> =>
  isArchive(target) ? archiveTarget(target) : folderTarget(target);
