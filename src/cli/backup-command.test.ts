import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SearchReplySchema } from "../contract/search.ts";
import { runCli, spawnServer } from "./spawn-server.ts";

// Processes that load the model, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-backup-command-"));
  await writeFile(path.join(folder, "plan.txt"), "支持办法\n\n第一条 对认定的企业给予50万元奖励。\n");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it("backs up what is being served, and serves what was restored", async () => {
  await runCli(folder, ["ingest", "plan.txt"]);
  const server = await spawnServer(folder);
  const archive = path.join(folder, "copy.tar.gz");
  const made: unknown = JSON.parse(await runCli(folder, ["backup", archive, "--json"]));
  expect(made).toMatchObject({ target: archive, fileCount: expect.any(Number) });
  expect((await fetch(`${server.url}readyz`)).status).toBe(200);
  server.kill("SIGTERM");
  expect(await server.exited).toBe(0);

  await expect(runCli(folder, ["restore", archive])).rejects.toThrow("--replace");
  const elsewhere = { ZHENGWEN_DATA: path.join(folder, "elsewhere") };
  expect(await runCli(folder, ["restore", archive], elsewhere)).toContain("全部核对无误");
  const found: unknown = JSON.parse(await runCli(folder, ["search", "奖励", "--json"], elsewhere));
  expect(SearchReplySchema.parse(found).hits[0]?.text).toContain("50万元");
});

it.each([["backup"], ["restore"], ["backup", "a", "b"]])("says how it is called: %j", async (...args) => {
  await expect(runCli(folder, args)).rejects.toThrow(": 2\n");
});

it("has nothing to copy from a bucket", async () => {
  const bucket = { ZHENGWEN_DATA: "s3://bucket/prefix" };
  await expect(runCli(folder, ["backup", "copy"], bucket)).rejects.toThrow("bucket");
});
