import { randomUUID } from "node:crypto";
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { ingestRunning } from "./index-errors.ts";
import type { IngestLock } from "./index-storage.ts";

/** A living writer touches its lock this often (milliseconds) … */
const HEARTBEAT = 10_000;
/** … so a lock untouched for this long belongs to nobody. */
const STALE_AFTER = 90_000;

/** How file systems without hard links say so. */
const LINKLESS = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"];

const OwnerSchema = z.object({ token: z.string(), pid: z.int(), host: z.string(), startedAt: z.string() });
type Owner = z.infer<typeof OwnerSchema>;

/** Tokens of the locks that this process holds. */
const heldHere = new Set<string>();

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, "ESRCH");
  }
};

const readOwner = async (file: string): Promise<Owner | null> => {
  try {
    return OwnerSchema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    // Missing, half written or foreign: its age alone decides.
    return null;
  }
};

const isStale = async (file: string, owner: Owner | null): Promise<boolean> => {
  if (owner !== null && owner.host === hostname()) {
    // The same pid without a lock of ours: an earlier process of a restarted container.
    if (owner.pid === process.pid) return !heldHere.has(owner.token);
    if (!isAlive(owner.pid)) return true;
  }
  try {
    return Date.now() - (await stat(file)).mtimeMs > STALE_AFTER;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return true;
    throw error;
  }
};

/**
 * Takes a stale lock out of the way. Renaming first lets one of several thieves win; a lock that turns out to
 * be another, newer one is put back.
 */
const removeStale = async (file: string, stale: Owner | null): Promise<void> => {
  const aside = `${file}.stale-${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (hasCode(error, "ENOENT")) return;
    throw error;
  }
  const moved = await readOwner(aside);
  // Put back by linking, which never replaces; if a third writer came first, assertHeld tells the second.
  if (moved !== null && moved.token !== stale?.token) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
};

/** Removes what writers killed while they took the lock have left beside it; only the lock's holder may. */
const removeLeftovers = async (file: string): Promise<void> => {
  const folder = path.dirname(file);
  const name = path.basename(file);
  for (const each of await readdir(folder)) {
    const leftover = path.join(folder, each);
    // A living writer whose file goes missing learns from it that the lock is held, which is so.
    const isAside = each.startsWith(`${name}.new-`);
    const isTheft = each.startsWith(`${name}.stale-`);
    if (isAside || (isTheft && (await isStale(leftover, await readOwner(leftover))))) {
      await rm(leftover, { force: true });
    }
  }
};

/**
 * Takes the lock file, which names its owner's process and host. A lock whose process is gone, or that was
 * not touched for 90 seconds, is taken over.
 * @throws PolicyError `ingest_running` if a living writer holds it.
 */
export const acquireFolderLock = async (file: string): Promise<IngestLock> => {
  const owner: Owner = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    startedAt: new Date().toISOString(),
  };
  const create = async (): Promise<boolean> => {
    // Written aside and linked: whoever finds the lock finds it whole, so that a killed owner is known at once.
    const aside = `${file}.new-${owner.token}`;
    try {
      await writeFile(aside, JSON.stringify(owner), { flag: "wx" });
      await link(aside, file).catch((error: unknown) => {
        if (!LINKLESS.some((code) => hasCode(error, code))) throw error;
        return writeFile(file, JSON.stringify(owner), { flag: "wx" });
      });
      return true;
    } catch (error) {
      // ENOENT: another writer took the file aside for a leftover, because that writer has the lock.
      if (hasCode(error, "EEXIST") || hasCode(error, "ENOENT")) return false;
      throw error;
    } finally {
      await rm(aside, { force: true });
    }
  };
  heldHere.add(owner.token);
  try {
    if (!(await create())) {
      const other = await readOwner(file);
      if (await isStale(file, other)) await removeStale(file, other);
      if (!(await create())) {
        throw ingestRunning(`Held by ${JSON.stringify((await readOwner(file)) ?? other)} in ${file}`);
      }
    }
  } catch (error) {
    heldHere.delete(owner.token);
    throw error;
  }
  await removeLeftovers(file);
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A failed touch shows itself in assertHeld.
    utimes(file, now, now).catch(() => undefined);
  }, HEARTBEAT);
  heartbeat.unref();
  const isHeld = async (): Promise<boolean> => (await readOwner(file))?.token === owner.token;
  return {
    assertHeld: async () => {
      if (!(await isHeld())) throw ingestRunning(`The lock ${file} was taken over by another writer.`);
    },
    release: async () => {
      clearInterval(heartbeat);
      heldHere.delete(owner.token);
      if (await isHeld()) await rm(file, { force: true });
    },
  };
};
