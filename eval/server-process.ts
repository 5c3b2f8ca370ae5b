import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { PolicyError } from "../src/policy/policy-error.ts";

/** A server of the project's own in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Ends the process and removes its index. Safe to call again. */
  stop(): Promise<void>;
}

/** The first start puts the seeds into the index and builds the page. */
const READY_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 15_000;
const KEPT_OUTPUT = 4_000;
const PROJECT = new URL("..", import.meta.url);

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new TypeError("A TCP server has a port.");
  return address.port;
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(new URL("/readyz", url), { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Not listening yet.
    return false;
  }
};

const notStarted = (output: string): PolicyError =>
  new PolicyError({
    code: "server_not_started",
    status: 500,
    message: { zh: `服务未能启动：\n${output}`, en: `The server did not become ready:\n${output}` },
  });

/** Puts folders into an index. */
const ingestFolders = async (folders: readonly string[], env: NodeJS.ProcessEnv): Promise<void> => {
  const run = promisify(execFile)(process.execPath, ["src/cli.ts", "ingest", ...folders], {
    cwd: PROJECT,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  await run.catch((error: unknown) => {
    throw notStarted(String(error).slice(-KEPT_OUTPUT));
  });
};

/**
 * Starts a server with an index folder and a port of its own and without a language model, and waits until it is
 * ready.
 * @param folders - what the index holds; the seeds alone where nothing is given
 * @throws PolicyError `server_not_started`, with the end of what the process wrote
 */
export const startServerProcess = async (folders: readonly string[] = []): Promise<ServerProcess> => {
  const dataDir = await mkdtemp(join(tmpdir(), "zhengwen-eval-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ZHENGWEN_DATA: dataDir,
    ZHENGWEN_PORT: String(port),
    ZHENGWEN_HOST: "127.0.0.1",
    ZHENGWEN_LOG_LEVEL: "warn",
    // Empty rather than absent, so that an `.env` file does not set it.
    ZHENGWEN_MODEL: "",
  };
  if (folders.length > 0)
    await ingestFolders(folders, env).catch(async (error: unknown) => {
      await rm(dataDir, { recursive: true, force: true });
      throw error;
    });
  const child = spawn(process.execPath, ["src/cli.ts", folders.length > 0 ? "serve" : "start"], {
    cwd: PROJECT,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (chunk: unknown): void => {
    output = `${output}${String(chunk)}`.slice(-KEPT_OUTPUT);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const state = { ended: false };
  const exited = new Promise<void>((resolve) => {
    const end = (): void => {
      state.ended = true;
      resolve();
    };
    child.once("close", end);
    child.once("error", (error) => {
      keep(error.message);
      end();
    });
  });
  // The last resort: whatever ends this process ends the server.
  const endNow = (): void => {
    child.kill("SIGKILL");
    rmSync(dataDir, { recursive: true, force: true });
  };
  process.once("exit", endNow);

  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await Promise.race([exited, delay(STOP_LIMIT_MS, undefined, { ref: false })]);
    if (!state.ended) child.kill("SIGKILL");
    await exited;
    process.off("exit", endNow);
    await rm(dataDir, { recursive: true, force: true });
  };

  const deadline = Date.now() + READY_LIMIT_MS;
  while (!(await isReady(url))) {
    if (state.ended || Date.now() > deadline) {
      await stop();
      throw notStarted(output);
    }
    await delay(200);
  }
  if (child.pid === undefined) throw new TypeError("A process that answers has an id.");
  return { url, pid: child.pid, stop };
};

/** Leaving through `exit` ends the server at once. */
const interrupted = (): void => process.exit(130);

/** Runs `work` with a server of its own, which is stopped whatever happens, interruption included. */
export const withServerProcess = async <Result>(
  work: (server: ServerProcess) => Promise<Result>,
  folders: readonly string[] = [],
): Promise<Result> => {
  // From before the start on.
  process.once("SIGINT", interrupted);
  process.once("SIGTERM", interrupted);
  try {
    const server = await startServerProcess(folders);
    try {
      return await work(server);
    } finally {
      await server.stop();
    }
  } finally {
    process.off("SIGINT", interrupted);
    process.off("SIGTERM", interrupted);
  }
};
