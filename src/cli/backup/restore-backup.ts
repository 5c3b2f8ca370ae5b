import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
import { acquireFolderLock } from "../../clause-index/folder-lock.ts";
import { writingIndex } from "../../clause-index/writing-index.ts";
import { parsePointer } from "../../clause-index/index-pointer.ts";
import { openIndex } from "../../clause-index/lance-index.ts";
import { backupDamaged, backupError } from "./backup-error.ts";
import type { BackupManifest } from "./backup-manifest.ts";
import { BackupManifestSchema, MANIFEST_NAME, isInside } from "./backup-manifest.ts";
import { isArchive, measured } from "./backup-target.ts";
import type { TarEntry } from "./read-tar.ts";
import { readTar } from "./read-tar.ts";

/** Names in the data folder that are not put aside: the lock that is held, and what a restore itself makes. */
const STAYS = /^(?:ingest\.lock.*|embedding-cache|\.restoring-.*|\.before-restore-.*)$/;

async function* folderEntries(folder: string): AsyncGenerator<TarEntry, void, undefined> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const read = async function* read(): AsyncGenerator<Buffer, void, undefined> {
      for await (const part of createReadStream(file)) if (Buffer.isBuffer(part)) yield part;
    };
    const name = path.relative(folder, file).replaceAll(path.sep, "/");
    yield { name, size: (await stat(file)).size, bytes: read() };
  }
}

const entriesOf = (source: string): AsyncGenerator<TarEntry, void, undefined> => {
  if (!isArchive(source)) return folderEntries(source);
  const file = createReadStream(source);
  if (!source.endsWith("gz")) return readTar(file);
  const gunzip = createGunzip();
  // What goes wrong with the file is told by whoever reads on.
  pipeline(file, gunzip, () => {});
  return readTar(gunzip);
};

/** Writes what the backup holds into a folder, and gives each file's size and SHA-256. */
const unpack = async (source: string, folder: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  try {
    for await (const entry of entriesOf(source)) {
      const name = entry.name.replace(/^\.\//, "");
      if (!isInside(name)) throw backupDamaged(name);
      const file = path.join(folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      const { bytes, result } = measured(entry.bytes);
      const handle = await open(file, "wx", 0o600);
      try {
        for await (const part of bytes) await handle.writeFile(part);
        await handle.sync();
      } finally {
        await handle.close();
      }
      found.set(name, result().sha256);
    }
  } catch (error) {
    // What zlib says of a broken archive.
    if (error instanceof Error && "code" in error && /^Z_|^EEXIST$/.test(String(error.code))) {
      throw backupDamaged(path.basename(source), error);
    }
    throw error;
  }
  return found;
};

const check = async (folder: string, found: ReadonlyMap<string, string>): Promise<BackupManifest> => {
  const text = await readFile(path.join(folder, MANIFEST_NAME), "utf8").catch(() => "");
  let manifest: BackupManifest;
  try {
    manifest = BackupManifestSchema.parse(JSON.parse(text));
  } catch (error) {
    throw backupDamaged(MANIFEST_NAME, error);
  }
  for (const { name, sha256 } of manifest.files) if (found.get(name) !== sha256) throw backupDamaged(name);
  const listed = new Set(manifest.files.map(({ name }) => name));
  for (const name of found.keys()) if (name !== MANIFEST_NAME && !listed.has(name)) throw backupDamaged(name);
  // The index itself: opened, and every row read.
  const pointer = await readFile(path.join(folder, "pointer.json"), "utf8").catch(() => null);
  if (pointer !== null) {
    const { embedderId, dimensions } = parsePointer(pointer);
    await (await openIndex(folder, { id: embedderId, dimensions }).snapshot())?.verify();
  }
  return manifest;
};

const isPointer = (name: string): boolean => name === "pointer.json";

const move = async (from: string, to: string, names: readonly string[]): Promise<void> => {
  for (const name of names) await rename(path.join(from, name), path.join(to, name));
};

/** What lies in the data folder and would be replaced. @throws PolicyError `restore_occupied` unless it may be */
const occupants = async (data: string, replace: boolean): Promise<readonly string[]> => {
  const names = (await readdir(data)).filter((name) => !STAYS.test(name));
  if (names.length === 0 || replace) return names;
  throw backupError(
    "restore_occupied",
    "数据文件夹不是空的；如需替换，请加 --replace（原有内容会保留在旁边）。",
    "The data folder is not empty; give --replace to put what is there aside.",
  );
};

/** Puts what lies in the data folder aside, the pointer first, and the unpacked files in its place, the pointer last. */
const swap = async (data: string, old: readonly string[], unpacked: string, aside: string): Promise<void> => {
  if (old.length > 0) await mkdir(aside, { mode: 0o700 });
  await move(
    data,
    aside,
    old.toSorted((a, b) => Number(isPointer(b)) - Number(isPointer(a))),
  );
  const fresh = (await readdir(unpacked)).filter((name) => name !== MANIFEST_NAME);
  await move(
    unpacked,
    data,
    fresh.toSorted((a, b) => Number(isPointer(a)) - Number(isPointer(b))),
  );
};

/**
 * Puts a backup into the data folder, once all of it is checked. What lay there is kept beside it.
 * @returns the manifest, and where the former content lies now, or null
 * @throws PolicyError `backup_damaged`, `restore_occupied`, `ingest_running`, `storage_full`
 */
export const restoreBackup = async (
  source: string,
  data: string,
  replace: boolean,
): Promise<{ readonly manifest: BackupManifest; readonly aside: string | null }> =>
  writingIndex(async () => {
    await stat(source).catch((error: unknown) => {
      throw backupError("backup_missing", `找不到备份：${source}`, `There is no backup: ${source}`, error);
    });
    await mkdir(data, { recursive: true });
    // At once, and again under the lock: much may happen while a backup is unpacked and read.
    await occupants(data, replace);
    const unpacked = await mkdtemp(path.join(data, ".restoring-"));
    try {
      const manifest = await check(unpacked, await unpack(source, unpacked));
      const lock = await acquireFolderLock(path.join(data, "ingest.lock"));
      try {
        const aside = path.join(data, `.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`);
        const old = await occupants(data, replace);
        await swap(data, old, unpacked, aside);
        return { manifest, aside: old.length > 0 ? aside : null };
      } finally {
        await lock.release();
      }
    } finally {
      await rm(unpacked, { recursive: true, force: true });
    }
  });
