import { cp, mkdtemp, readdir, rename, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AnswerSchema } from "../contract/answer.ts";
import { ingestPaths } from "../ingest/ingest.ts";
import { openServices } from "./open-services.ts";
import type { OpenServices } from "./open-services.ts";
import { postJson, testApp } from "./test-app.ts";
import { problemOf } from "./test-problem.ts";

let folder: string;
let data: string;
let services: OpenServices;
let app: ReturnType<typeof testApp>;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-index-faults-"));
  data = path.join(folder, "data");
  await writeFile(path.join(folder, "plan.txt"), "支持办法\n\n第一条 对认定的企业给予50万元奖励。\n");
  services = openServices({ dataDir: data, model: null });
  await services.load();
  await ingestPaths([path.join(folder, "plan.txt")], services);
  app = testApp(services);
  await cp(data, `${data}.kept`, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const health = async () => [(await app.request("/healthz")).status, (await app.request("/readyz")).status];

/** The answer, or the code of the problem. */
const ask = async (): Promise<string> => {
  const response = await app.request("/api/answer", postJson({ question: "对认定的企业给予多少奖励？" }));
  if (response.status !== 200) return (await problemOf(response)).code;
  return AnswerSchema.parse(await response.json()).answer;
};

const putBack = async (): Promise<void> => {
  await rm(data, { recursive: true, force: true });
  await rename(`${data}.kept`, data);
};

/** Lets `harm` have each file of the tables. */
const damage = async (harm: (file: string) => Promise<void>): Promise<void> => {
  const entries = await readdir(path.join(data, "tables"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(4);
  for (const { parentPath, name } of files) await harm(path.join(parentPath, name));
};

describe("an index that is lost under a running server", () => {
  it.each<readonly [string, string, () => Promise<void>]>([
    ["the folder removed", "index_not_ready", () => rm(data, { recursive: true })],
    ["the pointer removed", "index_not_ready", () => rm(path.join(data, "pointer.json"))],
    ["the pointer cut", "index_corrupt", () => truncate(path.join(data, "pointer.json"), 40)],
    ["the tables removed", "index_corrupt", () => rm(path.join(data, "tables"), { recursive: true })],
    ["the files emptied", "index_corrupt", () => damage((file) => truncate(file))],
    [
      "the files overwritten",
      "index_corrupt",
      () => damage((file) => writeFile(file, "no table ".repeat(5_000))),
    ],
  ])("is told by health and by every request, until it is back: %s", async (_what, code, harm) => {
    expect(await health()).toEqual([200, 200]);
    expect(await ask()).toContain("50万元");
    await harm();
    // Health first: it does not wait for somebody to ask.
    expect(await health()).toEqual([200, 503]);
    expect(await ask()).toBe(code);
    expect(await health()).toEqual([200, 503]);
    await putBack();
    expect(await ask()).toContain("50万元");
  });

  it("is told once a request met damage, even where other rows can be read", async () => {
    const tables = path.join(data, "tables");
    const before = new Set(await readdir(tables, { recursive: true }));
    await writeFile(path.join(folder, "other.txt"), "人才办法\n\n第一条 住房补贴为3万元。\n");
    await ingestPaths([path.join(folder, "other.txt")], services);
    const later = (await readdir(tables, { recursive: true })).filter((name) => !before.has(name));
    const written = later.filter((name) => name.includes(path.join("documents.lance", "data")));
    expect(written.length).toBeGreaterThan(0);
    await services.snapshot().then((each) => each.probe());
    for (const name of written) await truncate(path.join(tables, name));
    expect(await problemOf(await app.request("/api/documents"))).toMatchObject({ code: "index_corrupt" });
    expect(await health()).toEqual([200, 503]);
  });
});
