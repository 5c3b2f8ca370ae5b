import type { Connection, Table } from "@lancedb/lancedb";
import { Field, Schema, Utf8 } from "apache-arrow";
import { z } from "zod";
import { acquireBucketLock } from "./bucket-lock.ts";
import { checkConditionalWrites } from "./conditional-writes.ts";
import type { IndexStorage } from "./index-storage.ts";
import { connect, makeArrowTable } from "./lancedb.ts";

const pointerSchema = new Schema([new Field("text", new Utf8(), false)]);
const RowsSchema = z.array(z.object({ text: z.string() })).length(1);

const isMissingTable = (error: unknown): boolean =>
  error instanceof Error && /^Table .* was not found/.test(error.message);

/**
 * An index in a bucket. A bucket has no rename, so the pointer is a LanceDB table of one row, overwritten as
 * one version: the same promise by the same means that LanceDB's own commits rely on (`If-None-Match`).
 */
export const createBucketStorage = (
  location: string,
  storageOptions: Readonly<Record<string, string>>,
): IndexStorage => {
  const root = location.replace(/\/+$/, "");
  let connecting: Promise<Connection> | null = null;
  let pointerTable: Table | null = null;
  let checked = false;

  const control = async (): Promise<Connection> => {
    // Interval 0: every read looks for a newer version, so that another process's commit is seen.
    connecting ??= connect(`${root}/control`, {
      storageOptions: { ...storageOptions },
      readConsistencyInterval: 0,
    });
    try {
      return await connecting;
    } catch (error) {
      connecting = null;
      throw error;
    }
  };

  const openPointer = async (): Promise<Table | null> => {
    try {
      pointerTable ??= await (await control()).openTable("pointer");
      return pointerTable;
    } catch (error) {
      if (isMissingTable(error)) return null;
      throw error;
    }
  };

  return {
    tablesUri: `${root}/tables`,
    storageOptions,
    readPointer: async () => {
      const table = await openPointer();
      if (table === null) return null;
      const rows = await table.query().select(["text"]).toArray();
      return RowsSchema.parse(rows.map((row) => ({ ...row })))[0]?.text ?? null;
    },
    publishPointer: async (text) => {
      const row = makeArrowTable([{ text }], { schema: pointerSchema });
      const table = await openPointer();
      if (table === null) await (await control()).createTable("pointer", row, { mode: "create" });
      else await table.add(row, { mode: "overwrite" });
    },
    // A bucket answers a write only once it is durable.
    flushTables: () => Promise.resolve(),
    acquireLock: async () => {
      const connection = await control();
      if (!checked) await checkConditionalWrites(connection);
      checked = true;
      return acquireBucketLock(connection);
    },
  };
};
