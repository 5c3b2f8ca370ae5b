import { mkdir, open, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { acquireFolderLock } from "./folder-lock.ts";
import type { IndexStorage } from "./index-storage.ts";

const syncFile = async (file: string): Promise<void> => {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Makes the names in a folder durable; Windows has no such call and needs none. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const syncChanged = async (folder: string, since: number): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) await syncChanged(child, since);
    else if ((await stat(child)).mtimeMs >= since) await syncFile(child);
  }
  await syncFolder(folder);
};

/** An index in a folder: `pointer.json`, `ingest.lock` and `tables/`. */
export const createFolderStorage = (folder: string): IndexStorage => {
  const pointerFile = path.join(folder, "pointer.json");
  const tables = path.join(folder, "tables");
  return {
    tablesUri: tables,
    storageOptions: {},
    readPointer: async () => {
      try {
        return await readFile(pointerFile, "utf8");
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    publishPointer: async (text) => {
      // Aside, synced, renamed: a crash leaves the old pointer or the new one, never a half (invariant 6).
      const aside = `${pointerFile}.${process.pid}.new`;
      const handle = await open(aside, "w");
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(aside, pointerFile);
      await syncFolder(folder);
    },
    // Clocks of files and of the process may differ by a tick: a second of margin costs nothing.
    flushTables: (since) => syncChanged(tables, since - 1_000),
    acquireLock: async () => {
      await mkdir(folder, { recursive: true });
      const lock = await acquireFolderLock(path.join(folder, "ingest.lock"));
      // Whoever holds the lock is alone: a pointer written aside belongs to a killed ingest.
      for (const name of await readdir(folder)) {
        if (/^pointer\.json\.\d+\.new$/.test(name)) await rm(path.join(folder, name), { force: true });
      }
      return lock;
    },
  };
};
