import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { connectBounded } from "./connect-bounded.ts";
import { makeArrowTable, Session } from "./lancedb.ts";

it("reads through the caches of its session, which stay within their bounds", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "zhengwen-session-"));
  const roomy = new Session(64n * 1024n * 1024n, 64n * 1024n * 1024n);
  const connection = await connectBounded(folder, {}, roomy);
  const rows = Array.from({ length: 200 }, (_, id) => ({ id, text: `第${id}条` }));
  await connection.createTable("clauses", makeArrowTable(rows));
  const before = roomy.approxNumItems();
  const table = await connection.openTable("clauses");
  expect(await table.query().toArray()).toHaveLength(200);
  expect(roomy.approxNumItems()).toBeGreaterThan(before);

  const narrow = new Session(1n, 1n);
  const reading = await (await connectBounded(folder, {}, narrow)).openTable("clauses");
  expect(await reading.query().toArray()).toHaveLength(200);
  expect(narrow.sizeBytes()).toBeLessThan(roomy.sizeBytes());
});
