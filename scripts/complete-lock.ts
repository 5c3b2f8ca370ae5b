import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { LockFileSchema, missingPackages } from "./lock-file.ts";
import { platformOfPackage } from "./platform-of-package.ts";

/**
 * Adds to `package-lock.json` the platform packages that `npm install` left out because the registry in use
 * did not have them for every system. `npm ci` refuses a lock file without them, even where they would not be
 * installed. They come without an integrity hash, which the registry alone could tell.
 */
const file = join(import.meta.dirname, "../package-lock.json");
const json: unknown = JSON.parse(readFileSync(file, "utf8"));
// Records keep the order of npm's own keys; schemas of objects would not.
const whole = z.record(z.string(), z.unknown()).parse(json);
const packages = new Map(Object.entries(z.record(z.string(), z.unknown()).parse(whole["packages"])));
const missing = missingPackages(LockFileSchema.parse(json));
for (const { name, version, dev } of missing) {
  const platform = platformOfPackage(name);
  if (platform === null || !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`${name}@${version} is not a platform package of one exact version.`);
  }
  const { os, cpu, libc } = platform;
  packages.set(`node_modules/${name}`, {
    version,
    cpu,
    ...(dev ? { dev } : {}),
    ...(libc === undefined ? {} : { libc }),
    optional: true,
    os,
  });
}
if (missing.length > 0) {
  const sorted = [...packages].toSorted(([a], [b]) => a.localeCompare(b, "en"));
  writeFileSync(file, `${JSON.stringify({ ...whole, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
}
process.stdout.write(`${missing.length} packages added to package-lock.json\n`);
