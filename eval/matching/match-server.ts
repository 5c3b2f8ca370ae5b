import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PolicyError } from "../../src/policy/policy-error.ts";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const READY_LIMIT_MS = 120_000;

const failed = (what: string, output: string): PolicyError =>
  new PolicyError({
    code: "server_not_started",
    status: 500,
    message: { zh: `${what}失败：\n${output}`, en: `${what} failed:\n${output}` },
  });

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new TypeError("A TCP server has a port.");
  return address.port;
};

/**
 * Runs `work` with a server over an index of `folders` alone, in processes and a folder of its own, both gone afterwards.
 * @throws PolicyError `server_not_started`, with what the process wrote
 */
export const withMatchServer = async <Result>(
  folders: readonly string[],
  work: (url: string) => Promise<Result>,
): Promise<Result> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), "zhengwen-match-"));
  const port = await freePort();
  const env = {
    ...process.env,
    ZHENGWEN_DATA: dataDir,
    ZHENGWEN_PORT: String(port),
    ZHENGWEN_HOST: "127.0.0.1",
    ZHENGWEN_LOG_LEVEL: "warn",
    ZHENGWEN_MODEL: "",
  };
  try {
    const ingest = spawnSync(process.execPath, ["src/cli.ts", "ingest", ...folders], {
      cwd: PROJECT,
      env,
      encoding: "utf8",
    });
    if (ingest.status !== 0) throw failed("ingest", `${ingest.stdout}\n${ingest.stderr}`.slice(-2_000));
    const server = spawn(process.execPath, ["src/cli.ts", "serve"], {
      cwd: PROJECT,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    try {
      const url = `http://127.0.0.1:${port}`;
      const deadline = Date.now() + READY_LIMIT_MS;
      const ready = async (): Promise<boolean> =>
        fetch(new URL("/readyz", url)).then(
          ({ ok }) => ok,
          () => false,
        );
      while (!(await ready())) {
        if (server.exitCode !== null || Date.now() > deadline) throw failed("serve", "not ready");
        await delay(200);
      }
      return await work(url);
    } finally {
      server.kill("SIGKILL");
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};
