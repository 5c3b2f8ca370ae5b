import { randomUUID } from "node:crypto";
import type { Connection } from "@lancedb/lancedb";
import { Field, Schema, Utf8 } from "apache-arrow";
import { PolicyError } from "../policy/policy-error.ts";
import { makeArrowTable } from "./lancedb.ts";

const WRITERS = 4;

const probeSchema = new Schema([new Field("writer", new Utf8(), false)]);
const probeRow = (writer: string) => makeArrowTable([{ writer }], { schema: probeSchema });

/**
 * Lets several writers add to one table at the same moment and counts what landed. A bucket that ignores
 * `If-None-Match` loses rows here without an error, and would lose an index the same way.
 * @throws PolicyError `storage_unsafe`.
 */
export const checkConditionalWrites = async (connection: Connection): Promise<void> => {
  const name = `probe_${randomUUID().replaceAll("-", "")}`;
  const table = await connection.createTable(name, probeRow("first"), { mode: "create" });
  try {
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => connection.openTable(name)));
    await Promise.all(writers.map((writer, index) => writer.add(probeRow(String(index)))));
    await table.checkoutLatest();
    const landed = await table.countRows();
    if (landed !== WRITERS + 1) {
      throw new PolicyError({
        code: "storage_unsafe",
        status: 503,
        message: {
          zh: "存储服务不支持条件写入，无法安全保存索引。",
          en: "The storage ignores conditional writes, so it cannot keep an index safely.",
        },
        detail: `${WRITERS + 1} rows were written, ${landed} landed.`,
      });
    }
  } finally {
    await connection.dropTable(name);
  }
};
