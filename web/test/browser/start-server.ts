import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROJECT = join(import.meta.dirname, "../../..");
/** Long enough to build the page and ingest the seeds on a busy machine, in milliseconds. */
const START_LIMIT = 240_000;

export interface TestServer {
  readonly url: string;
  /** The folder of the index, the reports and the uploads. */
  readonly data: string;
  /** Ends the process and keeps the folder. */
  halt(): Promise<void>;
  /** Starts it again, at the same address; resolves when it is ready. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
};

/**
 * `npm start` on a fresh index in a folder of its own, without a language model; resolves when it is ready.
 * @param settings - environment variables beside those, or in their place
 */
export const startServer = async (settings: Readonly<Record<string, string>> = {}): Promise<TestServer> => {
  const data = await mkdtemp(join(tmpdir(), "zhengwen-page-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let end: (() => Promise<void>) | null = null;
  const resume = async (): Promise<void> => {
    const child = spawn(process.execPath, ["src/cli.ts", "start"], {
      cwd: PROJECT,
      env: {
        PATH: process.env["PATH"],
        ZHENGWEN_DATA: data,
        ZHENGWEN_PORT: String(port),
        ZHENGWEN_LOG_LEVEL: "error",
        // Set, and empty: what a .env file of the checkout says about a model does not count here.
        OPENAI_BASE_URL: "",
        OPENAI_API_KEY: "",
        ZHENGWEN_MODEL: "",
        ...settings,
      },
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
    const ended = once(child, "exit");
    end = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      await ended;
    };
    const deadline = Date.now() + START_LIMIT;
    while (!(await isReady(url))) {
      if (child.exitCode !== null || Date.now() > deadline) {
        await end();
        throw new Error(`The server did not start:\n${said}`);
      }
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
    }
  };
  const stop = async (): Promise<void> => {
    await end?.();
    await rm(data, { recursive: true, force: true });
  };
  try {
    await resume();
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, data, halt: async () => end?.(), resume, stop };
};
