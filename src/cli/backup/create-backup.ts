import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { parsePointer } from "../../clause-index/index-pointer.ts";
import { writingIndex } from "../../clause-index/writing-index.ts";
import { openIndex } from "../../clause-index/lance-index.ts";
import { backupError } from "./backup-error.ts";
import type { BackupManifest } from "./backup-manifest.ts";
import { MANIFEST_NAME } from "./backup-manifest.ts";
import type { BackupTarget } from "./backup-target.ts";
import { measured, openBackupTarget } from "./backup-target.ts";
import { dataFiles } from "./data-files.ts";

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

const openIfThere = (file: string) =>
  open(file, "r").catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });

/** Writes the files of a data folder, the pointer last but one, the manifest last. */
const writeFiles = async (
  folder: string,
  pointerText: string | null,
  target: BackupTarget,
): Promise<BackupManifest> => {
  const pointer = pointerText === null ? null : parsePointer(pointerText);
  const files: BackupManifest["files"] = [];
  const add = async (name: string, size: number, source: AsyncIterable<Buffer>): Promise<void> => {
    const { bytes, result } = measured(source);
    await target.add(name, size, bytes);
    const read = result();
    if (read.size !== size) {
      throw backupError(
        "backup_disturbed",
        `备份时文件变短了：${name}；请再试一次。`,
        `A file became shorter while it was copied: ${name}; try again.`,
      );
    }
    files.push({ name, ...read });
  };
  const addText = (name: string, text: string): Promise<void> => {
    const bytes = Buffer.from(text);
    return add(
      name,
      bytes.length,
      (async function* whole() {
        yield bytes;
      })(),
    );
  };
  for (const name of await dataFiles(folder, pointer)) {
    const handle = await openIfThere(path.join(folder, name));
    // Gone since: a version that nothing names any more, or an upload that was replaced.
    if (handle === null) continue;
    try {
      const { size } = await handle.stat();
      // Not beyond what it was when it was opened.
      const bytes = handle.createReadStream({ autoClose: false, end: Math.max(size - 1, 0) });
      await add(name, size, bytes);
    } finally {
      await handle.close();
    }
  }
  if (pointerText !== null) await addText("pointer.json", pointerText);
  const manifest: BackupManifest = {
    format: 1,
    createdAt: new Date().toISOString(),
    fingerprint: pointer?.fingerprint ?? null,
    files,
  };
  await addText(MANIFEST_NAME, `${JSON.stringify(manifest)}\n`);
  return manifest;
};

/**
 * Copies a data folder as it is at this moment, while servers read it and an ingest writes it. The index is read
 * whole before, so that no damage is kept as a backup.
 * @param target - a folder that is not there yet, or a `.tar`, `.tar.gz` or `.tgz` file
 * @throws PolicyError `index_corrupt`, `backup_exists`, `backup_not_writable`, `storage_full`, `storage_not_writable`
 */
export const createBackup = async (folder: string, target: string): Promise<BackupManifest> => {
  if (!path.relative(folder, target).startsWith("..")) {
    throw backupError(
      "backup_inside_data",
      "备份不能放在数据文件夹里。",
      "A backup cannot lie in the data folder itself.",
    );
  }
  const pointerText = await readFile(path.join(folder, "pointer.json"), "utf8").catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (pointerText !== null) {
    const { embedderId, dimensions } = parsePointer(pointerText);
    await (await openIndex(folder, { id: embedderId, dimensions }).snapshot())?.verify();
  }
  return writingIndex(async () => {
    const opened = await openBackupTarget(target);
    try {
      const manifest = await writeFiles(folder, pointerText, opened);
      await opened.finish();
      return manifest;
    } catch (error) {
      await opened.discard();
      throw error;
    }
  });
};
