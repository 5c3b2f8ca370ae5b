import { z } from "zod";

/** The name of the manifest in a backup; it comes last, so that a backup that was cut off has none. */
export const MANIFEST_NAME = "backup.json";

/** What a backup holds: enough to tell whether all of it is there, byte by byte. */
export const BackupManifestSchema = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  /** Of the index; null for a data folder without one. */
  fingerprint: z.string().nullable(),
  files: z.array(
    z.object({
      /** Relative to the data folder, with slashes. */
      name: z.string().min(1),
      size: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type BackupManifest = z.infer<typeof BackupManifestSchema>;

/** Whether a name stays inside the folder that it is written to, on every system. */
export const isInside = (name: string): boolean =>
  !/[\\:\0]/.test(name) && name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
