import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";

/**
 * Puts a text in the place of a file: whoever reads finds the old one or the new one, whole. What is kept like this
 * can be made again: where it cannot be written, nothing is lost, and nothing thrown.
 */
export const replaceFile = async (file: string, text: string | Iterable<string>): Promise<void> => {
  const aside = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    await writeFile(aside, text, { flag: "wx", mode: 0o600 });
    await rename(aside, file);
  } catch {
    await rm(aside, { force: true }).catch(() => {});
  }
};
