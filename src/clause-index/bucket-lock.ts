import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Connection } from "@lancedb/lancedb";
import { Field, Float64, Schema, Utf8 } from "apache-arrow";
import { z } from "zod";
import { ingestRunning } from "./index-errors.ts";
import type { IngestLock } from "./index-storage.ts";
import { makeArrowTable } from "./lancedb.ts";

const TABLE = "ingest_lock";
/** A living writer renews its lock this often (milliseconds) … */
const HEARTBEAT = 15_000;
/** … so a lock not renewed for this long belongs to nobody. */
const STALE_AFTER = 120_000;

const lockSchema = new Schema([
  new Field("token", new Utf8(), false),
  new Field("owner", new Utf8(), false),
  new Field("renewedAt", new Float64(), false),
]);
const LockRowSchema = z.object({ token: z.string(), owner: z.string(), renewedAt: z.number() });

const readLock = async (connection: Connection): Promise<z.infer<typeof LockRowSchema> | null> => {
  try {
    const table = await connection.openTable(TABLE);
    const rows: unknown[] = await table.query().toArray();
    return LockRowSchema.parse(rows[0]);
  } catch {
    // Missing, or just being dropped or created: whoever creates it next holds it.
    return null;
  }
};

/**
 * Takes the bucket's lock: a table that only one writer can create, renewed while it is held.
 * @throws PolicyError `ingest_running` if a living writer holds it.
 */
export const acquireBucketLock = async (connection: Connection): Promise<IngestLock> => {
  const token = randomUUID();
  const owner = `${hostname()}, process ${process.pid}`;
  const row = () => makeArrowTable([{ token, owner, renewedAt: Date.now() }], { schema: lockSchema });
  const isHeld = async (): Promise<boolean> => (await readLock(connection))?.token === token;

  const other = await readLock(connection);
  if (other !== null) {
    if (Date.now() - other.renewedAt < STALE_AFTER) throw ingestRunning(`Held by ${other.owner}`);
    await connection.dropTable(TABLE);
  }
  try {
    await connection.createTable(TABLE, row(), { mode: "create" });
  } catch (error) {
    throw ingestRunning(`The lock table could not be created: ${String(error)}`);
  }
  if (!(await isHeld())) throw ingestRunning("Another writer took the lock at the same moment.");

  let renewal: Promise<unknown> = Promise.resolve();
  const renew = async (): Promise<void> => {
    if (!(await isHeld())) return;
    const table = await connection.openTable(TABLE);
    await table.add(row(), { mode: "overwrite" });
  };
  const heartbeat = setInterval(() => {
    // A failed renewal shows itself in assertHeld.
    renewal = renewal.then(renew).catch(() => undefined);
  }, HEARTBEAT);
  heartbeat.unref();
  return {
    assertHeld: async () => {
      if (!(await isHeld())) throw ingestRunning("The lock was taken over by another writer.");
    },
    release: async () => {
      clearInterval(heartbeat);
      await renewal;
      if (await isHeld()) await connection.dropTable(TABLE);
    },
  };
};
