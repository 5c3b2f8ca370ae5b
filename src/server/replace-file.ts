import { randomBytes } from "node:crypto";
import { readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";

const ASIDE = /\.[0-9a-f]{12}\.new$/;
/** Nothing is written for as long (milliseconds): what is older was left behind by a process that was killed. */
const LEFT_BEHIND = 600_000;

const removeLeftBehind = async (file: string): Promise<void> => {
  const folder = path.dirname(file);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${path.basename(file)}.`) || !ASIDE.test(name)) continue;
    const { mtimeMs } = await stat(path.join(folder, name));
    if (Date.now() - mtimeMs > LEFT_BEHIND) await rm(path.join(folder, name), { force: true });
  }
};

/**
 * Puts a text in the place of a file that only its owner can read: whoever reads finds the old one or the new one,
 * whole. Throws where it cannot be written; the old one stays then.
 */
export const replaceFile = async (file: string, text: string | Iterable<string>): Promise<void> => {
  const aside = `${file}.${randomBytes(6).toString("hex")}.new`;
  try {
    await writeFile(aside, text, { flag: "wx", mode: 0o600 });
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await removeLeftBehind(file).catch(() => {});
};
