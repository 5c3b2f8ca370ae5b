import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { ingestPaths } from "../ingest/ingest.ts";
import { writeTokens } from "../server/access/token-file.ts";
import { createToken } from "../server/access/token.ts";
import { openServices } from "../server/open-services.ts";
import { doctorCommand } from "./doctor.ts";

const DataSchema = z.object({
  ok: z.boolean(),
  findings: z.array(z.object({ check: z.string(), level: z.string(), en: z.string() })),
});

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-doctor-"));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const examine = async (environment: Record<string, string>) => {
  vi.stubEnv("OPENAI_BASE_URL", "");
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const result = await doctorCommand.run({ positionals: [], options: {}, flags: new Set() });
  const { ok, findings } = DataSchema.parse(result?.data);
  expect(result?.exitCode).toBe(ok ? 0 : 1);
  return Object.fromEntries(findings.map(({ check, level, en }) => [check, { level, en }]));
};

describe("doctor", () => {
  it("misses an index that is not there, and nothing else", async () => {
    const found = await examine({ ZHENGWEN_DATA: path.join(folder, "new") });
    expect(found).toMatchObject({
      node: { level: "ok" },
      data: { level: "ok" },
      embedder: { level: "ok" },
      index: { level: "warning" },
      tokens: { level: "ok" },
      model: { level: "ok" },
    });
  });

  it("searches the index, and tells when it is damaged", async () => {
    const dataDir = path.join(folder, "index");
    const file = path.join(folder, "办法.txt");
    await writeFile(file, "测试办法\n\n第一条 对量子实验奖励三万元。\n");
    const { index, embedder } = openServices({ dataDir, model: null });
    await ingestPaths([file], { index, embedder });
    const whole = await examine({ ZHENGWEN_DATA: dataDir });
    expect(whole["index"]).toMatchObject({ level: "ok", en: expect.stringContaining("1 documents") });
    const rows = await readdir(path.join(dataDir, "tables", "documents.lance", "data"), {
      withFileTypes: true,
    });
    const backups = await Promise.all(
      rows.map(async ({ parentPath, name }) => ({
        at: path.join(parentPath, name),
        bytes: await readFile(path.join(parentPath, name)),
      })),
    );
    // No search reads a document.
    for (const { at, bytes } of backups) await writeFile(at, bytes.subarray(0, 10));
    expect((await examine({ ZHENGWEN_DATA: dataDir }))["index"]?.level).toBe("failure");
    for (const { at, bytes } of backups) await writeFile(at, bytes);
    await rm(path.join(dataDir, "tables"), { recursive: true });
    const damaged = await examine({ ZHENGWEN_DATA: dataDir });
    expect(damaged["index"]).toMatchObject({
      level: "failure",
      en: expect.stringContaining("index_corrupt"),
    });
  });

  it("asks for tokens, allowed hosts and a model that answers, where they are needed", async () => {
    const dataDir = path.join(folder, "open");
    const environment = {
      ZHENGWEN_DATA: dataDir,
      ZHENGWEN_HOST: "0.0.0.0",
      ZHENGWEN_MODEL: "m",
      OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
    };
    expect(await examine(environment)).toMatchObject({
      host: { level: "warning" },
      tokens: { level: "failure" },
      model: { level: "warning" },
    });
    await writeTokens(path.join(dataDir, "tokens.json"), [createToken("x", ["ask"], null).record]);
    expect((await examine(environment))["tokens"]?.level).toBe("ok");
    if (process.platform === "win32") return;
    await chmod(path.join(dataDir, "tokens.json"), 0o644);
    expect((await examine(environment))["tokens"]?.level).toBe("warning");
  });
});
