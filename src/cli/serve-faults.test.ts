import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { AnswerSchema } from "../contract/answer.ts";
import { ProblemSchema } from "../contract/common.ts";
import { DocumentListSchema } from "../contract/documents.ts";
import { beginStream, endStream, sendText, startScriptedModel } from "../server/scripted-model.ts";
import { elements } from "../server/model-bench.ts";
import { runCli, spawnServer } from "./spawn-server.ts";
import type { SpawnedServer } from "./spawn-server.ts";

// Many commits, or processes that load the model, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** Whether another user can run the project from where it lies. */
const canBeNobody =
  isRoot &&
  process.platform !== "win32" &&
  spawnSync(process.execPath, ["--version"], { uid: NOBODY }).status === 0 &&
  spawnSync("test", ["-r", import.meta.filename], { uid: NOBODY }).status === 0;

/** Whether this process may mount a file system of its own. */
const canMount = ((): boolean => {
  if (process.platform !== "linux" || !isRoot) return false;
  try {
    execFileSync("unshare", ["--mount", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

const QUESTION = "对认定的企业给予多少奖励？";
const SENTENCE = "对认定的企业给予50万元奖励。";
const PLAN = `支持办法\n\n第一条 ${SENTENCE}\n`;

let folder: string;
let servers: SpawnedServer[];
beforeEach(async () => {
  servers = [];
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-faults-"));
  await writeFile(path.join(folder, "plan.txt"), PLAN);
});
afterEach(async () => {
  for (const server of servers) {
    server.kill("SIGKILL");
    await server.exited;
  }
  await rm(folder, { recursive: true, force: true });
});

const serve = async (environment?: Readonly<Record<string, string>>, uid?: number) => {
  const server = await spawnServer(folder, environment, uid);
  servers.push(server);
  return server;
};

const post = (server: SpawnedServer, address: string, body: unknown) =>
  fetch(`${server.url}${address}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const answerOf = async (server: SpawnedServer) => {
  const response = await post(server, "api/answer", { question: QUESTION, asOf: "2026-11-22" });
  expect(response.status).toBe(200);
  const { answer, citations, index } = AnswerSchema.parse(await response.json());
  return { answer, citations, index };
};

const readiness = async (server: SpawnedServer) => (await fetch(`${server.url}readyz`)).status;

const upload = async (server: SpawnedServer, token: string, name: string, text: string) => {
  const form = new FormData();
  form.append("file", new File([text], name));
  return fetch(`${server.url}api/documents`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
};

const uploadToken = async (environment?: Readonly<Record<string, string>>): Promise<string> => {
  const printed = await runCli(folder, ["token", "add", "up", "--scope", "ingest", "--json"], environment);
  return z.object({ token: z.string() }).parse(JSON.parse(printed)).token;
};

describe("a server that is stopped in mid-stream", () => {
  it("ends the answer that it is in the middle of, however slow the model is, and then itself", async () => {
    await runCli(folder, ["ingest", "plan.txt"]);
    const model = await startScriptedModel();
    const began = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    model.play(async (request, reply) => {
      beginStream(reply);
      const text = elements({
        text: SENTENCE,
        quotes: [{ clause: request.handleOf("50万元"), quote: SENTENCE }],
      });
      sendText(reply, text.slice(0, 10));
      began.resolve();
      await release.promise;
      sendText(reply, text.slice(10));
      endStream(reply);
    });
    const server = await serve({ OPENAI_BASE_URL: model.baseUrl, ZHENGWEN_MODEL: "m" });
    const chat = { messages: [{ role: "user", parts: [{ type: "text", text: QUESTION }] }] };
    const response = await post(server, "api/chat", chat);
    await began.promise;
    server.kill("SIGTERM");
    // Nothing new is taken in any more.
    while (
      await readiness(server).then(
        () => true,
        () => false,
      )
    )
      await new Promise((r) => setTimeout(r, 20));
    release.resolve();
    const text = await response.text();
    expect(text).toContain("50万元");
    expect(text).toContain('"type":"finish"');
    expect(await server.exited).toBe(0);
    await model.close();
  });
});

describe("a server that is killed", () => {
  it("answers the same after its restart, and a half-read upload leaves the file before it", async () => {
    const token = await uploadToken();
    await runCli(folder, ["ingest", "plan.txt"]);
    const first = await serve();
    expect((await upload(first, token, "other.txt", "人才办法\n\n第一条 住房补贴为3万元。\n")).status).toBe(
      200,
    );
    const before = await answerOf(first);
    const lines = Array.from({ length: 120 }, (_, index) => `第${index + 1}条 第${index}类人员另行规定。`);
    const cut = upload(first, token, "other.txt", ["人才办法", ...lines].join("\n\n")).catch(() => null);
    const lock = path.join(folder, ".zhengwen", "ingest.lock");
    while (!(await readdir(path.dirname(lock))).includes("ingest.lock"))
      await new Promise((r) => setTimeout(r, 5));
    first.kill("SIGKILL");
    expect(await cut).toBeNull();
    expect(await first.exited).toBeNull();

    const second = await serve();
    expect(await readiness(second)).toBe(200);
    const after = await answerOf(second);
    expect([before.answer, before.citations]).toEqual([after.answer, after.citations]);
    // What was killed with it may be waited for: the file's own process ends by itself.
    let response = await upload(second, token, "third.txt", "第三办法\n\n第一条 另行规定。\n");
    while (response.status === 409)
      response = await upload(second, token, "third.txt", "第三办法\n\n第一条 另行规定。\n");
    expect(response.status).toBe(200);
    const names = await readdir(path.join(folder, ".zhengwen", "uploads"));
    expect(names.toSorted()).toEqual(["other.txt", "third.txt"]);
    const { documents } = DocumentListSchema.parse(await (await fetch(`${second.url}api/documents`)).json());
    expect(documents.map(({ title }) => title).toSorted()).toEqual(
      ["人才办法", "支持办法", "第三办法"].toSorted(),
    );
  });
});

describe("a data folder that cannot be written", () => {
  it.runIf(canBeNobody)("serves, and says so where it has to write", async () => {
    const token = await uploadToken();
    await runCli(folder, ["ingest", "plan.txt"]);
    const before = await answerOf(await serve());
    execFileSync("chmod", ["-R", "a=rX", folder]);
    const server = await serve({}, NOBODY);
    expect(await readiness(server)).toBe(200);
    expect(await answerOf(server)).toEqual(before);
    const response = await upload(server, token, "other.txt", "另一办法");
    expect(ProblemSchema.parse(await response.json())).toMatchObject({
      status: 503,
      code: "storage_not_writable",
    });
    const report = await post(server, "api/reports", { question: "问", reason: "wrong", citations: [] });
    expect(ProblemSchema.parse(await report.json())).toMatchObject({
      status: 503,
      code: "storage_not_writable",
    });
    expect(await readiness(server)).toBe(200);
  });
});

describe("a disk that is full", () => {
  it.runIf(canMount)("refuses an upload, keeps what there was, and takes it when there is room", async () => {
    const disk = path.join(folder, "disk");
    await mkdir(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=900k", "tmpfs", disk]);
    try {
      const environment = { ZHENGWEN_DATA: path.join(disk, "data") };
      const token = await uploadToken(environment);
      await runCli(folder, ["ingest", "plan.txt"], environment);
      const server = await serve(environment);
      const before = await answerOf(server);
      const filler = path.join(disk, "filler");
      for (const size of [900_000, 90_000, 9_000]) {
        for (let n = 0; n < 10; n += 1)
          await writeFile(`${filler}-${size}-${n}`, "x".repeat(size)).catch(() => null);
      }
      const text = `另一办法\n\n${Array.from({ length: 20 }, (_, n) => `第${n + 1}条 另行规定${"，从其规定".repeat(40)}。`).join("\n\n")}`;
      const response = await upload(server, token, "other.txt", text);
      expect(ProblemSchema.parse(await response.json())).toMatchObject({ status: 507, code: "storage_full" });
      expect(await readiness(server)).toBe(200);
      expect(await answerOf(server)).toEqual(before);
      for (const name of await readdir(disk)) if (name.startsWith("filler")) await rm(path.join(disk, name));
      expect((await upload(server, token, "other.txt", text)).status).toBe(200);
      server.kill("SIGTERM");
      await server.exited;
    } finally {
      execFileSync("umount", ["-l", disk]);
    }
  });
});

describe("a language model that is down", () => {
  it("leaves the server ready, with the answer that needs no model", async () => {
    await runCli(folder, ["ingest", "plan.txt"]);
    const nobody = createServer();
    nobody.listen(0, "127.0.0.1");
    await once(nobody, "listening");
    const address = nobody.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    nobody.close();
    const server = await serve({ OPENAI_BASE_URL: `http://127.0.0.1:${port}/v1`, ZHENGWEN_MODEL: "m" });
    expect(await readiness(server)).toBe(200);
    const { answer } = await answerOf(server);
    expect(answer).toContain("50万元");
    expect(await readiness(server)).toBe(200);
  });
});
