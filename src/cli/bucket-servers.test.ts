import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request as ask } from "node:http";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { BucketServer } from "../clause-index/find-bucket-server.ts";
import { findBucketServer, startBucketServer } from "../clause-index/find-bucket-server.ts";
import { openIndex } from "../clause-index/lance-index.ts";
import { AnswerSchema } from "../contract/answer.ts";
import { DocumentListSchema } from "../contract/documents.ts";
import { runCli, spawnServer } from "./spawn-server.ts";
import type { SpawnedServer } from "./spawn-server.ts";
import { writeChangedPolicies } from "./changed-policies-fixture.ts";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));
const OLD = ["支持办法"];
const NEW = ["人才公寓办法", "支持办法"];
const program = findBucketServer();

const titles = async (server: SpawnedServer): Promise<string[]> => {
  const response = await fetch(`${server.url}api/documents`);
  expect(response.status).toBe(200);
  const { documents } = DocumentListSchema.parse(await response.json());
  return documents.map(({ title }) => title).toSorted();
};

const amount = async (server: SpawnedServer): Promise<string> => {
  const response = await fetch(`${server.url}api/answer`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ question: "对认定的企业给予多少奖励？", asOf: "2026-11-22" }),
  });
  expect(response.status).toBe(200);
  const { answer } = AnswerSchema.parse(await response.json());
  return /[58]0万元/.exec(answer)?.[0] ?? answer;
};

describe.skipIf(program === null)("an index in a bucket", { timeout: 300_000 }, () => {
  let bucket: BucketServer;
  let folder: string;
  let servers: SpawnedServer[] = [];
  let environment: Readonly<Record<string, string>>;

  beforeAll(async () => {
    bucket = await startBucketServer(program ?? "");
  });
  afterAll(() => bucket.stop());
  beforeEach(async ({ task }) => {
    folder = await mkdtemp(path.join(tmpdir(), "zhengwen-bucket-"));
    environment = {
      ...bucket.environment,
      ZHENGWEN_DATA: `${bucket.location}/${task.id}`,
      // What was ingested shows at once.
      ZHENGWEN_INDEX_CHECK_SECONDS: "0",
    };
    await writeFile(path.join(folder, "plan.txt"), "支持办法\n\n第一条 对认定的企业给予50万元奖励。\n");
  });
  afterEach(async () => {
    for (const server of servers) {
      server.kill("SIGTERM");
      await server.exited;
    }
    servers = [];
    await rm(folder, { recursive: true, force: true });
  });

  const serve = async (): Promise<SpawnedServer> => {
    const server = await spawnServer(folder, environment);
    servers.push(server);
    return server;
  };

  const start = (args: readonly string[], settings: Readonly<Record<string, string>> = {}) => {
    const child = spawn(process.execPath, [CLI, ...args], {
      cwd: folder,
      env: { PATH: process.env["PATH"] ?? "", HOME: folder, ...environment, ...settings },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    const ended = once(child, "close").then(([status]: unknown[]) => ({ status, said }));
    return { child, ended };
  };

  it("is served by two servers while it is written, each state whole", async () => {
    await runCli(folder, ["ingest", "plan.txt"], environment);
    const both = await Promise.all([serve(), serve()]);
    for (const server of both) expect([await titles(server), await amount(server)]).toEqual([OLD, "50万元"]);

    await writeChangedPolicies(folder);
    const state = { running: true };
    const first = start(["ingest", "."]).ended.finally(() => (state.running = false));
    const amounts: string[][] = [[], []];
    while (state.running) {
      for (const [place, server] of both.entries()) {
        expect([OLD, NEW]).toContainEqual(await titles(server));
        amounts[place]?.push(await amount(server));
      }
    }
    expect((await first).status).toBe(0);
    for (const seen of amounts) {
      const switched = seen.indexOf("80万元");
      const before = switched === -1 ? seen : seen.slice(0, switched);
      expect(new Set(before)).toEqual(new Set(["50万元"]));
      if (switched !== -1) expect(new Set(seen.slice(switched))).toEqual(new Set(["80万元"]));
    }
    for (const server of both) expect([await titles(server), await amount(server)]).toEqual([NEW, "80万元"]);
  });

  it("is written by one ingest at a time, and is whole after one that was killed", async () => {
    await runCli(folder, ["ingest", "plan.txt"], environment);
    const server = await serve();
    await writeFile(path.join(folder, "other.txt"), "人才公寓办法\n\n第一条 给予补贴。\n");
    const results = await Promise.all([
      start(["ingest", "plan.txt", "other.txt"]).ended,
      start(["ingest", "other.txt"]).ended,
    ]);
    const statuses = results.map(({ status }) => Number(status)).toSorted((a, b) => a - b);
    expect([
      [0, 0],
      [0, 3],
    ]).toContainEqual(statuses);
    expect(await titles(server)).toEqual(NEW);
    const killed = start(["ingest", "plan.txt"]);
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect([await titles(server), await amount(server)]).toEqual([NEW, "50万元"]);
    expect((await fetch(`${server.url}readyz`)).status).toBe(200);
  });

  it("is refused by a service that ignores conditional writes", async () => {
    // The same service behind a proxy that takes the condition away.
    const { hostname, port } = new URL(bucket.endpoint);
    const careless = createServer((incoming, outgoing) => {
      const { "if-none-match": _condition, ...headers } = incoming.headers;
      const passed = ask(
        { hostname, port, method: incoming.method, path: incoming.url, headers },
        (reply) => {
          outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
          reply.pipe(outgoing);
        },
      );
      incoming.pipe(passed);
    });
    careless.listen(0, "127.0.0.1");
    await once(careless, "listening");
    const address = careless.address();
    const endpoint = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    const { status, said } = await start(["ingest", "plan.txt"], { AWS_ENDPOINT: endpoint }).ended;
    careless.close();
    expect(status).toBe(1);
    expect(said).toContain("条件写入");
    // Nothing was published.
    const space = { id: "any", dimensions: 2 };
    const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = bucket.environment;
    const index = openIndex(environment["ZHENGWEN_DATA"] ?? "", space, {
      endpoint: bucket.endpoint,
      allow_http: "true",
      region: AWS_REGION ?? "",
      access_key_id: AWS_ACCESS_KEY_ID ?? "",
      secret_access_key: AWS_SECRET_ACCESS_KEY ?? "",
    });
    expect(await index.snapshot()).toBeNull();
  });

  it("makes the server not ready while it cannot be reached", async () => {
    await runCli(folder, ["ingest", "plan.txt"], environment);
    const { hostname, port } = new URL(bucket.endpoint);
    const state = { isUp: true };
    const line = createServer((incoming, outgoing) => {
      if (!state.isUp) {
        incoming.socket.destroy();
        return;
      }
      const { method, url, headers } = incoming;
      incoming.pipe(
        ask({ hostname, port, method, path: url, headers }, (reply) => {
          outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
          reply.pipe(outgoing);
        }),
      );
    });
    line.listen(0, "127.0.0.1");
    await once(line, "listening");
    const address = line.address();
    const endpoint = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    const server = await spawnServer(folder, { ...environment, AWS_ENDPOINT: endpoint });
    servers.push(server);
    const readiness = async (): Promise<number> => (await fetch(`${server.url}readyz`)).status;
    expect(await readiness()).toBe(200);
    state.isUp = false;
    expect(await readiness()).toBe(503);
    state.isUp = true;
    expect(await readiness()).toBe(200);
    expect(await amount(server)).toBe("50万元");
    line.closeAllConnections();
    line.close();
  });
});
