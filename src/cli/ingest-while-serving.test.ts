import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { AnswerSchema } from "../contract/answer.ts";
import { DocumentListSchema } from "../contract/documents.ts";
import { writeChangedPolicies } from "./changed-policies-fixture.ts";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-serving-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });

const ingest = async (name: string): Promise<void> => {
  const child = start(["ingest", name]);
  const [status]: unknown[] = await once(child, "close");
  expect(status).toBe(0);
};

it("keeps answering during an ingest and picks up the new version without a restart", async () => {
  await writeFile(path.join(folder, "plan.txt"), "支持办法\n\n第一条 对认定的企业给予50万元奖励。\n");
  await ingest("plan.txt");
  const server = start(["serve"], { ZHENGWEN_PORT: "0" });
  const closed = once(server, "close");
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = "";
      void closed.then(() => reject(new Error(said)));
      server.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = /Zhengwen is running: (\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    const ask = async (question: string) => {
      const response = await fetch(`${url}api/answer`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ question, asOf: "2026-11-22" }),
      });
      expect(response.status).toBe(200);
      return AnswerSchema.parse(await response.json());
    };
    const titles = async (): Promise<string[]> => {
      const response = await fetch(`${url}api/documents`);
      expect(response.status).toBe(200);
      const { documents } = DocumentListSchema.parse(await response.json());
      return documents.map(({ title }) => title).toSorted();
    };
    const oldState = ["支持办法"];
    const newState = ["人才公寓办法", "支持办法"];
    expect(await titles()).toEqual(oldState);

    await writeChangedPolicies(folder);
    const state = { running: true };
    const ingested = ingest(".").finally(() => (state.running = false));
    const amounts: string[] = [];
    while (state.running) {
      expect([oldState, newState]).toContainEqual(await titles());
      const { answer, refused } = await ask("对认定的企业给予多少奖励？");
      expect(refused).toBe(false);
      amounts.push(/[58]0万元/.exec(answer)?.[0] ?? answer);
    }
    await ingested;
    // The old text until it is replaced, then the new one, and never anything else.
    const switched = amounts.indexOf("80万元");
    const before = switched === -1 ? amounts : amounts.slice(0, switched);
    expect(new Set(before)).toEqual(new Set(["50万元"]));
    if (switched !== -1) expect(new Set(amounts.slice(switched))).toEqual(new Set(["80万元"]));

    expect(await titles()).toEqual(newState);
    expect((await ask("对认定的企业给予多少奖励？")).answer).toContain("80万元");
    expect((await fetch(`${url}api/clauses/housing-7`)).status).toBe(200);
  } finally {
    server.kill("SIGTERM");
    await closed;
  }
}, 120_000);
