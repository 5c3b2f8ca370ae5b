import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Table } from "@lancedb/lancedb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chunksSchema } from "./arrow-schemas.ts";
import { makeDocument } from "./fixtures.ts";
import { chunkRow } from "./index-rows.ts";
import { connect, makeArrowTable } from "./lancedb.ts";
import { probesFor, updateChunkIndices } from "./table-indices.ts";

const DIMENSIONS = 8;
const ROWS = 600;
const schema = chunksSchema(DIMENSIONS);
/** Directions spread by an irrational step: deterministic, and no two alike. */
const direction = (number: number): Float32Array =>
  Float32Array.from({ length: DIMENSIONS }, (_, axis) => Math.sin((number + 1) * Math.sqrt(axis + 2)));
const rows = (documentId: string, count: number, from: number) =>
  makeArrowTable(
    makeDocument(
      documentId,
      Array.from({ length: count }, (_, number) => `第${from + number}条。`),
    ).chunks.map((chunk, number) => chunkRow(chunk, direction(from + number))),
    { schema },
  );
const indexedColumns = async (table: Table): Promise<string[]> =>
  (await table.listIndices()).flatMap((index) => index.columns).toSorted();

let folder: string;
let table: Table;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-indices-"));
  table = await (await connect(folder)).createEmptyTable("chunks", schema);
  await table.add(rows("many", ROWS, 0));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("updateChunkIndices", () => {
  it("indexes words alone below the limit", async () => {
    const state = await updateChunkIndices(table, { vectorPartitions: null, changedRows: ROWS }, ROWS + 1);
    expect(state).toEqual({ vectorPartitions: null, changedRows: 0 });
    expect(await indexedColumns(table)).toEqual(["bigrams", "words"]);
  });

  it("adds vector partitions and trees above it, and finds what a scan finds", async () => {
    const state = await updateChunkIndices(table, { vectorPartitions: null, changedRows: ROWS }, ROWS);
    expect(await indexedColumns(table)).toEqual(["bigrams", "clauseId", "documentId", "vector", "words"]);
    const partitions = state.vectorPartitions ?? 0;
    let agreed = 0;
    for (let question = 0; question < 50; question += 1) {
      const search = () =>
        table
          .query()
          .nearestTo(direction(question + 0.5))
          .distanceType("cosine");
      const ids = async (query: ReturnType<typeof search>): Promise<unknown[]> =>
        (await query.select(["chunkId", "_distance"]).limit(10).toArray()).map((row) => row.chunkId);
      const scanned = await ids(search().bypassVectorIndex());
      const probed = new Set(
        await ids(search().minimumNprobes(probesFor(partitions)).maximumNprobes(partitions)),
      );
      agreed += scanned.filter((id) => probed.has(id)).length;
    }
    expect(agreed / 500).toBeGreaterThan(0.9);
  });

  it("leaves a large table's indices while little changed; compaction covers the new rows", async () => {
    const before = await updateChunkIndices(table, { vectorPartitions: null, changedRows: ROWS }, ROWS);
    await table.add(rows("few", 10, ROWS));
    await table.optimize();
    const version = await table.version();
    const changed = { ...before, changedRows: 10 };
    expect(await updateChunkIndices(table, changed, ROWS)).toEqual(changed);
    expect(await table.version()).toBe(version);
    for (const { name } of await table.listIndices()) {
      expect((await table.indexStats(name))?.numUnindexedRows).toBe(0);
    }
    expect(await updateChunkIndices(table, { ...before, changedRows: ROWS / 2 }, ROWS)).toEqual(before);
    expect(await table.version()).toBeGreaterThan(version);
  });

  it("drops them again when the table shrinks", async () => {
    await updateChunkIndices(table, { vectorPartitions: 16, changedRows: 0 }, ROWS * 10);
    expect(await indexedColumns(table)).toEqual(["bigrams", "words"]);
  });
});
