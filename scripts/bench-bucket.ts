import { once } from "node:events";
import { createServer, request } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { percentile } from "../eval/percentile.ts";
import { findBucketServer, startBucketServer } from "../src/clause-index/find-bucket-server.ts";
import { runCli, spawnServer } from "../src/cli/spawn-server.ts";
import type { SpawnedServer } from "../src/cli/spawn-server.ts";
import { loadQuestions } from "./load-questions.ts";

/*
 * `MOTO_SERVER=… node scripts/bench-bucket.ts [--questions 60] [sources…]`: the same documents (the seeds, unless
 * others are named) in a folder and in a bucket on loopback: how long an ingest takes, how soon a server is ready, and
 * what questions cost on one server over the folder, one over the bucket, and two over the bucket at once.
 */
const program = findBucketServer();
if (program === null) process.exit(0);
const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const { values, positionals } = parseArgs({
  options: { questions: { type: "string", default: "60" } },
  allowPositionals: true,
});
const sources = positionals.length === 0 ? [at("../seeds")] : positionals.map((each) => path.resolve(each));
const questions = [...new Set(loadQuestions(at("../eval/cases/seeds.jsonl")))].slice(
  0,
  Number(values.questions),
);

const timed = async <T>(work: () => Promise<T>): Promise<readonly [number, T]> => {
  const from = performance.now();
  const result = await work();
  return [performance.now() - from, result];
};

const ask = async (server: SpawnedServer, question: string): Promise<number> => {
  const [ms, response] = await timed(() =>
    fetch(`${server.url}api/answer`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ question }),
    }),
  );
  await response.text();
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  return ms;
};

const folder = await mkdtemp(path.join(tmpdir(), "zhengwen-bucket-"));
const bucket = await startBucketServer(program);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Lets requests through to the bucket's server and counts them. */
const counted = { requests: 0, bytes: 0 };
const counter = createServer((incoming, outgoing) => {
  counted.requests += 1;
  const { method, url, headers } = incoming;
  const { hostname, port } = new URL(bucket.endpoint);
  incoming.pipe(
    request({ hostname, port, method, path: url, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 500, reply.headers);
      reply.on("data", (part: Buffer) => (counted.bytes += part.length));
      reply.pipe(outgoing);
    }),
  );
}).listen(0, "127.0.0.1");
await once(counter, "listening");
const address = counter.address();
const endpoint = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;

/** Ingests, serves with some servers, and asks each of them everything twice: the second time everything was read before. */
const measure = async (name: string, settings: Readonly<Record<string, string>>, servers: number) => {
  const [ready, started] = await timed(() =>
    Promise.all(Array.from({ length: servers }, () => spawnServer(folder, settings))),
  );
  for (const round of ["first", "second"]) {
    const before = { ...counted };
    const times = (
      await Promise.all(
        started.map(async (server) => {
          const own: number[] = [];
          for (const question of questions) own.push(await ask(server, question));
          return own;
        }),
      )
    ).flat();
    const p = (share: number): string => `${percentile(times, share)?.toFixed(0)} ms`;
    const perQuestion = (counted.requests - before.requests) / times.length;
    const kilobytes = (counted.bytes - before.bytes) / times.length / 1_000;
    say(
      `${name}, ${servers} at once, ${round} time: p50 ${p(0.5)}, p95 ${p(0.95)}, first ${times[0]?.toFixed(0)} ms; ` +
        `requests to the bucket ${perQuestion.toFixed(1)}, ${kilobytes.toFixed(0)} kB a question`,
    );
  }
  say(`${name}, ${servers} at once: ready after ${(ready / 1_000).toFixed(1)} s`);
  for (const server of started) {
    server.kill("SIGTERM");
    await server.exited;
  }
};

try {
  const local = { ZHENGWEN_DATA: path.join(folder, "data"), ZHENGWEN_LOG_LEVEL: "warn" };
  const remote = { ...local, ...bucket.environment, AWS_ENDPOINT: endpoint, ZHENGWEN_DATA: bucket.location };
  for (const [name, settings] of [
    ["folder", local],
    ["bucket", remote],
  ] as const) {
    const [ms] = await timed(() => runCli(folder, ["ingest", ...sources], settings));
    say(`${name}: ingest ${(ms / 1_000).toFixed(1)} s`);
    await measure(name, settings, 1);
  }
  await measure("bucket", remote, 2);
} finally {
  counter.closeAllConnections();
  counter.close();
  await bucket.stop();
  await rm(folder, { recursive: true, force: true });
}
