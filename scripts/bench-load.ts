import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { residentMemory } from "../eval/resident-memory.ts";
import { spawnServer } from "../src/cli/spawn-server.ts";
import type { SpawnedServer } from "../src/cli/spawn-server.ts";
import { loadQuestions } from "./load-questions.ts";
import { percentile } from "../eval/percentile.ts";

/*
 * `npm run bench:load -- --data <index folder> [--questions <file>] [--connections 64] [--seconds 60]`: mixed
 * questions over loopback, then a server that may work on few requests at a time. Prints p50 and p95, errors, 503s
 * and the server's memory in each third. Exit status 1 where a request fails, memory grows by more than a tenth from
 * the second third to the last, or a 503 comes without `Retry-After`.
 */
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    questions: {
      type: "string",
      default: fileURLToPath(new URL("../eval/cases/seeds.jsonl", import.meta.url)),
    },
    connections: { type: "string", default: "64" },
    seconds: { type: "string", default: "60" },
  },
});
if (values.data === undefined) throw new Error("--data <index folder> is missing");
const data = path.resolve(values.data);
const questions = loadQuestions(values.questions);
const connections = Number(values.connections);
const seconds = Number(values.seconds);
/** Growth from the second third to the last that is still flat. */
const FLAT = 1.1;
/** Requests at a time of the server that is brought beyond its capacity. */
const FEW = 8;

const json = (address: string, body: unknown): autocannon.Request => ({
  method: "POST",
  path: address,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});
/** Of ten requests six ask at once, two stream, two search. */
const requests = questions.map((question, index): autocannon.Request => {
  const kind = index % 10;
  if (kind < 6) return json("/api/answer", { question });
  if (kind < 8) {
    return json("/api/chat", { messages: [{ role: "user", parts: [{ type: "text", text: question }] }] });
  }
  return { method: "GET", path: `/api/search?q=${encodeURIComponent(question)}&limit=20` };
});

/** Its callback's form: the promise's does not tell replies one by one. */
const started = (options: autocannon.Options): autocannon.Instance => autocannon(options, () => {});
const finished = (running: autocannon.Instance): Promise<autocannon.Result> =>
  new Promise((resolve, reject) => {
    running.on("done", resolve);
    running.on("error", reject);
  });

interface Measured {
  readonly statuses: ReadonlyMap<number, number>;
  readonly milliseconds: readonly number[];
  /** Connections that broke, and requests without a reply in time. */
  readonly broken: number;
  readonly withoutRetryAfter: number;
  /** Resident memory, in MB, each half second. */
  readonly memory: readonly number[];
}

const load = async (server: SpawnedServer, duration: number): Promise<Measured> => {
  const statuses = new Map<number, number>();
  const milliseconds: number[] = [];
  const memory: number[] = [];
  const state = { isRunning: true, withoutRetryAfter: 0, next: 0 };
  const sampling = (async () => {
    while (state.isRunning) {
      memory.push(residentMemory(server.pid).now);
      await setTimeout(500);
    }
  })();
  const running = started({
    url: server.url.replace(/\/$/, ""),
    connections,
    duration,
    timeout: 120,
    requests,
    setupClient: (client) => {
      // Each connection begins at another question.
      state.next += 1;
      const from = (state.next * 7) % requests.length;
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
      client.on("headers", (reply: unknown) => {
        const text = JSON.stringify(reply).toLowerCase();
        if (text.includes('"statuscode":503') && !text.includes("retry-after")) state.withoutRetryAfter += 1;
      });
    },
  });
  running.on("response", (_client, status, _bytes, time) => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    milliseconds.push(time);
  });
  const reasons = new Set<string>();
  running.on("reqError", (error: unknown) => reasons.add(error instanceof Error ? error.message : "unknown"));
  const { errors, timeouts } = await finished(running);
  if (reasons.size > 0) process.stdout.write(`broken: ${[...reasons].join("; ")}\n`);
  state.isRunning = false;
  await sampling;
  return {
    statuses,
    milliseconds,
    broken: errors + timeouts,
    withoutRetryAfter: state.withoutRetryAfter,
    memory,
  };
};

const folder = await mkdtemp(path.join(tmpdir(), "zhengwen-load-"));
const served = async <T>(
  settings: Readonly<Record<string, string>>,
  work: (server: SpawnedServer) => Promise<T>,
): Promise<T> => {
  const server = await spawnServer(folder, {
    ZHENGWEN_DATA: data,
    ZHENGWEN_LOG_LEVEL: "warn",
    ...settings,
  });
  try {
    return await work(server);
  } finally {
    server.kill("SIGTERM");
    await server.exited;
  }
};

const thirds = (samples: readonly number[]): number[] =>
  [0, 1, 2].map((third) => {
    const part = samples.slice((samples.length * third) / 3, (samples.length * (third + 1)) / 3);
    return part.reduce((sum, each) => sum + each, 0) / Math.max(part.length, 1);
  });
const said = (statuses: ReadonlyMap<number, number>): string =>
  [...statuses].map(([status, count]) => `${status}: ${count}`).join(", ");

try {
  const within = await served({}, (server) => load(server, seconds));
  const [first = 0, second = 0, last = 0] = thirds(within.memory);
  const replies = within.milliseconds.length;
  const failed = replies - (within.statuses.get(200) ?? 0) + within.broken;
  process.stdout.write(
    [
      `${connections} connections, ${seconds} s, ${questions.length} questions: ${replies} replies, ${(replies / seconds).toFixed(1)} a second`,
      `p50 ${percentile(within.milliseconds, 0.5)?.toFixed(0)} ms, p95 ${percentile(within.milliseconds, 0.95)?.toFixed(0)} ms`,
      `statuses ${said(within.statuses)}; broken ${within.broken}; failed ${failed}; 503 ${within.statuses.get(503) ?? 0}`,
      `memory in thirds ${[first, second, last].map((each) => each.toFixed(0)).join(", ")} MB; the last is ${((last / second) * 100).toFixed(1)}% of the second`,
      "",
    ].join("\n"),
  );
  const beyond = await served({ ZHENGWEN_CONCURRENCY: String(FEW) }, (server) => load(server, 10));
  const others = [...beyond.statuses].filter(([status]) => status !== 200 && status !== 503);
  process.stdout.write(
    `beyond capacity (${FEW} at a time): ${said(beyond.statuses)}; broken ${beyond.broken}; 503 without Retry-After ${beyond.withoutRetryAfter}\n`,
  );
  const isFlat = last <= second * FLAT;
  const isRefused = (beyond.statuses.get(503) ?? 0) > 0 && beyond.withoutRetryAfter === 0;
  process.exitCode =
    failed === 0 && replies > 0 && isFlat && isRefused && others.length === 0 && beyond.broken === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
