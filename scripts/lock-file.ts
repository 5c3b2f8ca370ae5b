import { z } from "zod";

const LockedPackageSchema = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/** `package-lock.json`, as far as it is read here; everything else in it is kept as it is. */
export const LockFileSchema = z.looseObject({ packages: z.record(z.string(), LockedPackageSchema) });

type LockFile = z.infer<typeof LockFileSchema>;

/** An optional dependency that the lock file names without saying which package that is. */
interface MissingPackage {
  readonly name: string;
  /** As its dependent asks for it; platform packages are asked for by one exact version. */
  readonly version: string;
  /** Only the tools of development need it. */
  readonly dev: boolean;
}

/** Whether a package at `place` finds `name`, in its own folder or in one above it. */
const isFound = (lock: LockFile, place: string, name: string): boolean => {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1))) {
    if (`${folder === "" ? "" : `${folder}/`}node_modules/${name}` in lock.packages) return true;
    if (folder === "") return false;
  }
};

/** The optional dependencies that have no entry in a lock file: with any of them, `npm ci` refuses to begin. */
export const missingPackages = (lock: LockFile): MissingPackage[] =>
  Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isFound(lock, place, name))
      .map(([name, version]) => ({ name, version, dev })),
  );
